"""What is known of an image, and the anchors and regions that a training step looks at."""
from dataclasses import dataclass
from typing import Optional

import torch

from . import boxes as B


@dataclass
class Truth:
    """The objects of an image: boxes [G, 4], classes [G] in 1 … K, masks [G, H, W] of zeros and ones."""

    boxes: torch.Tensor
    classes: torch.Tensor
    masks: torch.Tensor


@dataclass
class AnchorSample:
    positives: torch.Tensor
    negatives: torch.Tensor
    targets: torch.Tensor  # deltas of the positives


@dataclass
class RegionSample:
    boxes: torch.Tensor
    labels: torch.Tensor  # 0 for background
    targets: torch.Tensor  # deltas, zero for background


@dataclass
class MaskSample:
    boxes: torch.Tensor
    classes: torch.Tensor
    targets: torch.Tensor  # [R, M, M]


@dataclass
class Samples:
    """Of one image."""

    anchors: Optional[AnchorSample]
    regions: Optional[RegionSample]
    masks: MaskSample


def drawn(positives, negatives, count, share, generator):
    """Indices of positives and of negatives, `count` in all, at most a share of them positive."""
    positives, negatives = positives.nonzero()[:, 0], negatives.nonzero()[:, 0]
    first = min(len(positives), int(count * share))
    second = min(len(negatives), count - first)
    choose = lambda which, n: which[torch.randperm(len(which), generator=generator)[:n]].sort()[0]
    return choose(positives, first), choose(negatives, second)


def sample_anchors(anchors, truth, configuration, generator):
    """Positive: overlap of 0.7, or the best for an object. Negative: below 0.3 with all objects."""
    overlap = B.overlaps(anchors, truth.boxes)
    best, match = overlap.max(1)
    best_of_object = overlap.max(0)[0]
    positive = (best >= 0.7) | ((overlap == best_of_object) & (best_of_object > 0)).any(1)
    chosen = drawn(positive, (best < 0.3) & ~positive, configuration.anchors_sampled, 0.5, generator)
    targets = B.deltas(anchors[chosen[0]], truth.boxes[match[chosen[0]]], B.PROPOSAL_WEIGHTS)
    return AnchorSample(*chosen, targets)


def sample_regions(proposals, truth, configuration, generator):
    """Foreground: overlap of 0.5 with an object. The objects' boxes are candidates too."""
    candidates = torch.cat([proposals, truth.boxes])
    best, match = B.overlaps(candidates, truth.boxes).max(1)
    chosen = drawn(best >= 0.5, best < 0.5, configuration.regions_sampled, configuration.foreground_share, generator)
    own = torch.cat(chosen)
    labels = truth.classes[match[own]].clone()
    labels[len(chosen[0]) :] = 0
    targets = B.deltas(candidates[own], truth.boxes[match[own]], B.BOX_HEAD_WEIGHTS)
    targets[len(chosen[0]) :] = 0
    return RegionSample(candidates[own], labels, targets)


def sample_masks(proposals, truth, set_a, configuration, generator):
    """Foreground regions whose object is of A."""
    of_a = torch.tensor([c in set_a for c in truth.classes.tolist()])
    candidates = torch.cat([proposals, truth.boxes])
    best, match = B.overlaps(candidates, truth.boxes).max(1)
    foreground = ((best >= 0.5) & of_a[match]).nonzero()[:, 0]
    own = foreground[torch.randperm(len(foreground), generator=generator)[: configuration.mask_regions]]
    side = configuration.mask_side
    targets = [mask_target(truth.masks[match[i]], candidates[i], side) for i in own]
    targets = torch.stack(targets) if targets else candidates.new_zeros(0, side, side)
    return MaskSample(candidates[own], truth.classes[match[own]], targets)


def mask_target(mask, box, side):
    """The mask inside the box, [side, side]: 1 where half of a bin or more is covered. Each bin is the mean of bilinear
    samples of the mask, one for each of its pixels."""
    height, width = mask.shape

    def weights(start, end, length):
        """[side, length]: what each pixel along an axis counts for in each bin."""
        bin = (end - start) / side
        samples = max(1, int(torch.ceil(bin)))
        places = start - 0.5 + (torch.arange(side * samples, dtype=box.dtype) + 0.5) * bin / samples
        counts = ((places >= -1) & (places <= length)).to(box.dtype)
        distances = (places.clamp(0, length - 1)[:, None] - torch.arange(length, dtype=box.dtype)).abs()
        return (counts[:, None] * (1 - distances).clamp(min=0)).reshape(side, samples, length).mean(1)

    y, x = weights(box[1], box[3], height), weights(box[0], box[2], width)
    return (y @ mask.to(box.dtype) @ x.T >= 0.5).to(box.dtype)
