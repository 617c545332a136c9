"""Makes great_test.safetensors: ten training steps of the PyTorch mirror (mirror/), for four ways to train.

    baseline    the class-agnostic predictor, end to end
    transfer    T + MLP, end to end with the stop-gradient
    open        T + MLP, end to end without it
    stage two   T + MLP around a frozen detector

All start from the same weights and look at the same anchors and regions, which the second draws. The file holds the
images, the weights, the samples of each step, the losses of each step, the gradients of the first step, and what the
untrained model proposes and finds. Computed in double precision; inputs are rounded to single first.

    python Tests/Golden/great_test.py
"""
import dataclasses
import pathlib

import torch
from safetensors.torch import save_file

from mirror import training
from mirror.configuration import Configuration
from mirror.model import LOSSES, MaskXRCNN
from mirror.sampling import Truth

CONFIGURATION = Configuration(
    stem_width=8,
    stages=((8, 2), (16, 2), (16, 2)),
    group_channels=4,
    pyramid_width=16,
    image_side=64,
    smallest_anchor=8.0,
    anchors_sampled=32,
    proposals_per_level=60,
    proposals_kept=40,
    regions_sampled=24,
    mask_regions=6,
    canonical_side=64.0,
    box_head_widths=(32, 16),
    mask_region_side=7,
    mask_head_widths=(16, 16, 16),
    score_threshold=0.15,
    detections_kept=10,
    transfer_width=32,
    mlp_squeeze=2,
    mlp_hidden=(16,),
)
CLASSES, SET_A, STEPS, RATE, LARGEST_NORM = 6, {1, 2, 3}, 10, 0.02, 10.0
MEAN, DEVIATION = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])


def scene(generator):
    """A picture [64, 64, 3] of 0 … 255 with four ellipses on noise, and the truth about it."""
    side = CONFIGURATION.image_side
    picture = torch.randint(0, 80, (side, side, 3), generator=generator)
    y, x = torch.meshgrid(torch.arange(side) + 0.5, torch.arange(side) + 0.5, indexing="ij")
    masks, boxes = [], []
    for _ in range(4):
        radii = 5 + 15 * torch.rand(2, generator=generator)
        middle = radii + (side - 2 * radii) * torch.rand(2, generator=generator)
        mask = ((x - middle[0]) / radii[0]) ** 2 + ((y - middle[1]) / radii[1]) ** 2 <= 1
        picture[mask] = torch.randint(60, 256, (3,), generator=generator)
        masks.append(mask.double())
        boxes.append(torch.cat([middle - radii, middle + radii]).double())
    classes = 1 + torch.randperm(CLASSES, generator=generator)[:4]
    return picture, Truth(torch.stack(boxes), classes, torch.stack(masks))


def rounded(value):
    """Rounded to single precision: a tensor, or all tensors of a record."""
    if dataclasses.is_dataclass(value):
        fields = {f.name: rounded(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return type(value)(**fields)
    return value.float().double() if value.is_floating_point() else value


def model(predictor, mlp):
    """A model whose every weight matters: none starts at zero, and the last layers not near it."""
    result = MaskXRCNN(CONFIGURATION, CLASSES, predictor, mlp).double()
    with torch.no_grad():
        for name, parameter in result.named_parameters():
            # Each weight is a function of its name, so that models share what they have in common.
            own = torch.Generator().manual_seed(sum(map(ord, name)) + parameter.numel())
            noise = torch.randn(parameter.shape, generator=own, dtype=torch.float64)
            fan_in = parameter[0].numel() if parameter.dim() > 1 else 100
            is_scale = "norm" in name and name.endswith("weight")
            parameter.copy_(rounded(is_scale + noise * (2 / fan_in) ** 0.5))
    return result


def train(model, name, losses, stage_two=False):
    """Ten steps; keeps their losses and the first one's gradients."""
    named = [(n, p) for n, p in model.named_parameters() if not stage_two or model.is_of_masks(n)]
    trainer = training.Trainer(named, training.schedule(RATE, STEPS, 100), largest_norm=LARGEST_NORM)
    table = []
    for step in range(STEPS):
        trainer.zero()
        terms = losses(step)
        total = sum(terms.values())
        total.backward()
        if step == 0:
            for parameter_name, parameter in named:
                key = f"{name}/gradient.{parameter_name}"
                tensors[key] = training.exported(parameter_name, parameter.grad).float().clone()
        norm = trainer.step()
        table.append([term.item() for term in terms.values()] + [total.item()])
        print(name, step, *(f"{value:.6f}" for value in table[-1]), f"norm {norm:.3f}")
    tensors[f"{name}/losses"] = torch.tensor(table)


torch.set_num_threads(1)
generator = torch.Generator().manual_seed(3)
tensors = {}
pictures, truths = zip(*(scene(generator) for _ in range(2)))
truths = [rounded(truth) for truth in truths]
images = torch.stack([((p / 255 - MEAN) / DEVIATION).permute(2, 0, 1) for p in pictures]).double()
for image, (picture, truth) in enumerate(zip(pictures, truths)):
    tensors[f"image.{image}/picture"] = picture.half()  # whole numbers up to 255: exact
    tensors[f"image.{image}/boxes"], tensors[f"image.{image}/classes"] = truth.boxes.float(), truth.classes.half()
    tensors[f"image.{image}/masks"] = truth.masks.half()

# The weights, and what is made of them before any training.
for own in [model("agnostic", False), model("transfer", True)]:
    for name, parameter in own.named_parameters():
        tensors[f"weight/{name}"] = training.exported(name, parameter.detach()).float()
untrained = model("transfer", True)
output = untrained.proposals(untrained.pyramid(untrained.backbone(images)))
for image, (boxes, classes, scores, masks) in enumerate(untrained.found(images)):
    tensors[f"image.{image}/proposals"] = untrained.proposals.proposed(output, image, 64, 64).float()
    tensors[f"image.{image}/found.boxes"], tensors[f"image.{image}/found.classes"] = boxes.float(), classes.half()
    tensors[f"image.{image}/found.scores"], tensors[f"image.{image}/found.masks"] = scores.float(), masks.float()

# Transfer + MLP, end to end with the stop-gradient. It draws the samples.
drawn = []


def transfer_losses(step):
    with torch.no_grad():
        samples = transferred.losses(images, truths, SET_A, True, generator=generator)[1]
    drawn.append([rounded(sample) for sample in samples])
    return transferred.losses(images, truths, SET_A, True, samples=drawn[step])[0]


transferred = model("transfer", True)
train(transferred, "transfer", transfer_losses)
for step, samples in enumerate(drawn):
    for image, sample in enumerate(samples):
        for part in ("anchors", "regions", "masks"):
            for key, value in vars(getattr(sample, part)).items():
                exact = value.float() if key in ("boxes", "targets") and part != "masks" or key == "boxes" else value.half()
                assert torch.equal(exact.to(value.dtype), value)
                tensors[f"sample.{step}.{image}/{part}.{key}"] = exact

# The others, on the same samples.
baseline = model("agnostic", False)
train(baseline, "baseline", lambda step: baseline.losses(images, truths, SET_A, False, samples=drawn[step])[0])
opened = model("transfer", True)
train(opened, "open", lambda step: opened.losses(images, truths, SET_A, False, samples=drawn[step])[0])
staged = model("transfer", True)
train(staged, "stage two", lambda step: staged.stage_two_losses(images, drawn[step]), stage_two=True)

save_file(
    {name: tensor.contiguous() for name, tensor in tensors.items()},
    pathlib.Path(__file__).with_suffix(".safetensors"),
    metadata={"losses": ", ".join(LOSSES + ["total"])},
)
