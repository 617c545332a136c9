"""What torchvision's own Mask R-CNN answers, with random weights: the golden values of the whole way from a photograph to
masks.

    python Tests/Golden/torchvision_model.py small
    python Tests/Golden/torchvision_model.py full FOLDER PHOTO...

`small` is a model of some 40 000 weights, built of torchvision's classes. It writes torchvision_small.safetensors beside
this script: the weights, a picture, and everything on the way. The tests always read it.

`full` is maskrcnn_resnet50_fpn. It writes weights.safetensors to FOLDER, which is too large to be kept with the tests, and
torchvision_full.safetensors beside this script: small slices of what it answers for the photographs. The tests read
these where they are told of both folders:

    TORCHVISION_SAMPLE=FOLDER COCO_SAMPLE=PHOTOS swift test --filter TorchvisionSampleTests

Arrays have channels last. Detections are compared with those of the same model in double precision, so that none of them
hangs on a rounding.

Needs torch, torchvision, pillow and safetensors.
"""

import collections
import pathlib
import sys

import numpy as np
import torch
from safetensors.torch import save_file
from torch import nn
from torchvision.models.detection import MaskRCNN, maskrcnn_resnet50_fpn
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.backbone_utils import BackboneWithFPN
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, TwoMLPHead
from torchvision.models.detection.mask_rcnn import MaskRCNNHeads, MaskRCNNPredictor
from torchvision.models.resnet import Bottleneck

GOLDEN = pathlib.Path(__file__).parent


def last(x):
    """Channels last."""
    return x.permute(0, 2, 3, 1)


def spread(model, strengths):
    """No bias is zero and no normalisation does nothing. The last of a block is weak, so that blocks do not add up. Some
    layers are made stronger, so that there is something to detect."""
    for name, module in model.named_modules():
        if isinstance(module, nn.BatchNorm2d):
            strength = 0.3 if name.endswith("bn3") else 1
            module.weight.uniform_(0.5 * strength, 1.5 * strength)
            module.bias.normal_(std=0.1)
            module.running_mean.normal_(std=0.1)
            module.running_var.uniform_(0.5, 1.5)
        elif getattr(module, "bias", None) is not None:
            module.bias.normal_(std=0.1)
        if name in strengths:
            module.weight.mul_(strengths[name])


def centre(model, picture):
    """Takes from the class scores what all regions of a picture have in common, in eighths, so that classes differ from
    region to region; the background gets a little more."""
    bias = model.roi_heads.box_predictor.cls_score.bias
    bias -= (8 * answers(model, picture)["class logits"].mean(0)).round() / 8
    bias[0] += 2


def run_lengths(mask):
    """COCO's counts: column by column, zeros first."""
    pixels = mask.T.flatten()
    changes = np.flatnonzero(np.diff(pixels)) + 1
    counts = np.diff(np.concatenate([[0], changes, [pixels.size]])).tolist()
    return [0] + counts if pixels[0] else counts


def answers(model, picture):
    """All that a model computes on the way from a picture [H, W, 3] of bytes to detections."""
    weight = next(model.parameters())
    image = (picture.permute(2, 0, 1).float() / 255).to(weight.dtype)
    images, _ = model.transform([image])
    levels = model.backbone(images.tensors)
    objectness, deltas = model.rpn.head(list(levels.values()))
    proposals, _ = model.rpn(images, levels)
    regions = model.roi_heads.box_roi_pool(levels, proposals, images.image_sizes)
    scores, shifts = model.roi_heads.box_predictor(model.roi_heads.box_head(regions))
    found, _ = model.roi_heads(levels, proposals, images.image_sizes)
    result = {"pixels": last(images.tensors)}
    for number, level in enumerate(levels.values()):
        result[f"level.{number}"] = last(level)
    result["objectness"] = torch.cat([last(level).flatten() for level in objectness])
    result["proposal deltas"] = torch.cat([last(level).reshape(-1, 4) for level in deltas])
    result["proposals"] = proposals[0]
    result["box regions"] = last(regions)
    result |= {"class logits": scores, "box deltas": shifts}
    result |= {"scores": found[0]["scores"], "labels": found[0]["labels"].float()}
    result["mask probabilities"] = found[0]["masks"][:, 0]
    final = model.transform.postprocess(found, images.image_sizes, [image.shape[-2:]])[0]
    result["boxes"] = final["boxes"]
    masks = (final["masks"][:, 0] >= 0.5).numpy()
    counts = [run_lengths(mask) for mask in masks]
    result["run starts"] = torch.tensor(np.cumsum([0] + [len(c) for c in counts])).float()
    result["runs"] = torch.tensor(sum(counts, [])).float()
    return result


def checked(model, picture, name):
    """The answers, after it was seen that double precision gives the same detections in the same order."""
    single = answers(model, picture)
    double = answers(model.double(), picture)
    model.float()
    assert torch.equal(single["labels"], double["labels"]), f"{name}: detections hang on a rounding"
    for key in ("boxes", "scores", "mask probabilities"):
        error = ((single[key] - double[key]).abs() / (double[key].abs() + 1)).max().item()
        assert error < 1e-3, f"{name}: {key} hangs on a rounding ({error})"
    scores = single["scores"]
    print(f"{name}: {len(single['proposals'])} proposals, {len(scores)} detections of {len(set(single['labels'].tolist()))} classes")
    print(f"  scores {scores.max():.3f} to {scores.min():.3f}; {int(single['run starts'][-1])} runs")
    return single


LONG = [f"level.{n}" for n in range(5)]
LONG += ["pixels", "objectness", "proposal deltas", "box regions", "class logits", "box deltas", "mask probabilities"]


def store_sample(tensors, name, value, count):
    """Of a long array its shape and every so-many-th value."""
    step = max(1, value.numel() // count)
    tensors[f"{name}/shape"], tensors[f"{name}/step"] = torch.tensor(value.shape).float(), torch.tensor(float(step))
    tensors[name] = value.flatten()[::step].clone()


def bottlenecks(inputs, width, stride):
    """A stage of one block."""
    shortcut = nn.Sequential(nn.Conv2d(inputs, 4 * width, 1, stride, bias=False), nn.BatchNorm2d(4 * width))
    return nn.Sequential(Bottleneck(inputs, width, stride, shortcut))


def small_model():
    body = nn.Sequential(
        collections.OrderedDict(
            conv1=nn.Conv2d(3, 8, 7, 2, 3, bias=False),
            bn1=nn.BatchNorm2d(8),
            relu=nn.ReLU(),
            maxpool=nn.MaxPool2d(3, 2, 1),
            layer1=bottlenecks(8, 8, 1),
            layer2=bottlenecks(32, 8, 2),
            layer3=bottlenecks(32, 16, 2),
            layer4=bottlenecks(64, 16, 2),
        )
    )
    backbone = BackboneWithFPN(body, {f"layer{n + 1}": str(n) for n in range(4)}, [32, 32, 64, 64], 8)
    return MaskRCNN(
        backbone,
        min_size=96,
        max_size=160,
        rpn_anchor_generator=AnchorGenerator(((16,), (32,), (64,), (128,), (256,)), ((0.5, 1.0, 2.0),) * 5),
        rpn_pre_nms_top_n_test=80,
        rpn_post_nms_top_n_test=60,
        box_head=TwoMLPHead(8 * 7 * 7, 24),
        box_predictor=FastRCNNPredictor(24, 6),
        box_detections_per_img=20,
        mask_head=MaskRCNNHeads(8, (8, 8), 1),
        mask_predictor=MaskRCNNPredictor(8, 8, 6),
    ).eval()


def small():
    torch.manual_seed(SMALL_SEED)
    model = small_model()
    # Soft waves and some hard edges.
    y, x = torch.meshgrid(torch.arange(75.0), torch.arange(110.0), indexing="ij")
    waves = [torch.sin(x / a + y / b) for a, b in ((9, 14), (5, -11), (21, 6))]
    picture = torch.stack(waves, 2) * 70 + 120 + torch.randn(75, 110, 3) * 12
    picture[20:50, 15:45] += 60
    picture[10:70, 70:90, 1] -= 80
    picture = picture.clamp(0, 255).byte()
    with torch.no_grad():
        spread(model, SMALL_STRENGTHS)
        centre(model, picture)
        found = checked(model, picture, "small")
    tensors = {f"weight/{name}": value.contiguous() for name, value in model.state_dict().items()}
    tensors["picture"] = picture.half()  # which holds bytes exactly
    for name, value in found.items():
        if name in LONG:
            store_sample(tensors, name, value, 3000)
        else:
            tensors[name] = value.contiguous()
    save_file(tensors, GOLDEN / "torchvision_small.safetensors")


def full(folder, photographs):
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(2018)
    model = maskrcnn_resnet50_fpn(weights=None, weights_backbone=None).eval()
    tensors = {}
    with torch.no_grad():
        spread(model, FULL_STRENGTHS)
        pictures = {path: torch.tensor(np.array(Image.open(path).convert("RGB"))) for path in photographs}
        centre(model, pictures[photographs[0]])
        save_file({name: value.contiguous() for name, value in model.state_dict().items()}, folder / "weights.safetensors")
        for path, picture in pictures.items():
            found = checked(model, picture, path.name)
            # The masks of eight detections in the picture, which are as noisy as the weights.
            found["run starts"] = found["run starts"][:9]
            found["runs"] = found["runs"][: int(found["run starts"][-1])]
            for name, value in found.items():
                key = f"{path.name}/{name}"
                if name in LONG:
                    store_sample(tensors, key, value, 500)
                else:
                    tensors[key] = value.contiguous()
    save_file(tensors, GOLDEN / "torchvision_full.safetensors")


SMALL_SEED = 1
SMALL_STRENGTHS = {"rpn.head.cls_logits": 20, "rpn.head.bbox_pred": 10, "roi_heads.box_predictor.cls_score": 40, "roi_heads.box_predictor.bbox_pred": 8}
FULL_STRENGTHS = {"rpn.head.cls_logits": 3, "rpn.head.bbox_pred": 2, "roi_heads.box_predictor.cls_score": 50, "roi_heads.box_predictor.bbox_pred": 3}

if __name__ == "__main__":
    torch.set_num_threads(2)
    if sys.argv[1] == "small":
        small()
    else:
        full(pathlib.Path(sys.argv[2]), [pathlib.Path(name) for name in sys.argv[3:]])
