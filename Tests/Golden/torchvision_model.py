"""Makes a folder with a Mask R-CNN of torchvision, of random weights, and what its layers answer.

    python Tests/Golden/torchvision_model.py FOLDER
    TORCHVISION_SAMPLE=FOLDER swift test --filter WeightConversionTests

weights.safetensors is the model's state dictionary, 178 MB, which is why the folder is not kept with the tests.
answers.safetensors holds inputs and answers: of the backbone with its pyramid, the proposal network, the box head and the
mask head. All of it is in torchvision's layouts but for the last axis, which is the channels'.

Needs torch, torchvision and safetensors.
"""

import pathlib
import sys

import torch
from safetensors.torch import save_file
from torch import nn
from torchvision.models.detection import maskrcnn_resnet50_fpn

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
torch.manual_seed(2018)
torch.set_num_threads(1)
model = maskrcnn_resnet50_fpn(weights=None, weights_backbone=None).eval()
answers = {}


def last(x):
    """Channels last."""
    return x.permute(0, 2, 3, 1)


with torch.no_grad():
    # No bias is zero and no normalisation does nothing. The last of a block is weak, so that blocks do not add up.
    for name, module in model.named_modules():
        if isinstance(module, nn.BatchNorm2d):
            strength = 0.3 if name.endswith("bn3") else 1
            module.weight.uniform_(0.5 * strength, 1.5 * strength)
            module.bias.normal_(std=0.1)
            module.running_mean.normal_(std=0.1)
            module.running_var.uniform_(0.5, 1.5)
        elif getattr(module, "bias", None) is not None:
            module.bias.normal_(std=0.1)
    state = {name: value for name, value in model.state_dict().items() if not name.endswith("num_batches_tracked")}
    save_file({name: value.contiguous() for name, value in state.items()}, folder / "weights.safetensors")

    image = torch.randn(1, 3, 96, 128)
    levels = list(model.backbone(image).values())
    answers["image"] = last(image)
    for number, level in enumerate(levels):
        answers[f"level.{number}"] = last(level)
    objectness, deltas = model.rpn.head(levels)
    answers["objectness"] = torch.cat([last(level).flatten() for level in objectness])
    answers["proposal deltas"] = torch.cat([last(level).reshape(-1, 4) for level in deltas])

    regions = torch.randn(5, 256, 7, 7)
    scores, boxes = model.roi_heads.box_predictor(model.roi_heads.box_head(regions))
    answers |= {"box regions": last(regions), "scores": scores, "box deltas": boxes}

    regions = torch.randn(5, 256, 14, 14)
    masks = model.roi_heads.mask_predictor(model.roi_heads.mask_head(regions))
    classes = torch.tensor([1, 17, 44, 62, 90])
    answers |= {"mask regions": last(regions), "classes": classes.float()}
    answers["mask logits"] = masks[torch.arange(5), classes]

save_file({name: value.contiguous() for name, value in answers.items()}, folder / "answers.safetensors")
