"""Boxes [R, 4] as x1, y1, x2, y2 in continuous pixel coordinates; anchors; deltas; overlaps; suppression."""
import math

import torch

PROPOSAL_WEIGHTS = (1.0, 1.0, 1.0, 1.0)
BOX_HEAD_WEIGHTS = (10.0, 10.0, 5.0, 5.0)
LARGEST_LOGARITHM = math.log(1000 / 16)


def anchors(rows, columns, stride, size, ratios, like):
    """[rows * columns * ratios, 4], by row, column, ratio; each anchor of area size², around its cell's middle."""
    ratios = torch.as_tensor(ratios, dtype=like.dtype)
    widths, heights = size / ratios.sqrt(), size * ratios.sqrt()
    shapes = torch.stack([-widths, -heights, widths, heights], 1) / 2
    y = (torch.arange(rows, dtype=like.dtype) + 0.5) * stride
    x = (torch.arange(columns, dtype=like.dtype) + 0.5) * stride
    y, x = torch.meshgrid(y, x, indexing="ij")
    return (torch.stack([x, y, x, y], 2)[:, :, None] + shapes).reshape(-1, 4)


def area(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


def overlaps(a, b):
    """The intersection over union of each box of a with each of b."""
    sides = torch.minimum(a[:, None, 2:], b[:, 2:]) - torch.maximum(a[:, None, :2], b[:, :2])
    intersection = sides.clamp(min=0).prod(2)
    return intersection / (area(a)[:, None] + area(b) - intersection)


def deltas(anchors, targets, weights):
    """What a regressor should say about each anchor to reach its target."""
    sides, target_sides = anchors[:, 2:] - anchors[:, :2], targets[:, 2:] - targets[:, :2]
    centres, target_centres = (anchors[:, 2:] + anchors[:, :2]) / 2, (targets[:, 2:] + targets[:, :2]) / 2
    result = torch.cat([(target_centres - centres) / sides, torch.log(target_sides / sides)], 1)
    return result * result.new_tensor(weights)


def moved(anchors, deltas, weights):
    """The boxes that deltas mean at anchors."""
    deltas = deltas / deltas.new_tensor(weights)
    sides, centres = anchors[:, 2:] - anchors[:, :2], (anchors[:, 2:] + anchors[:, :2]) / 2
    centres = centres + deltas[:, :2] * sides
    sides = sides * deltas[:, 2:].clamp(max=LARGEST_LOGARITHM).exp()
    return torch.cat([centres - sides / 2, centres + sides / 2], 1)


def clipped(boxes, height, width):
    limits = boxes.new_tensor([width, height, width, height])
    return torch.minimum(boxes.clamp(min=0), limits)


def suppressed(boxes, scores, threshold):
    """Indices of the boxes that non-maximum suppression keeps, best first."""
    order = scores.argsort(descending=True, stable=True)
    overlapping = (overlaps(boxes[order], boxes[order]) > threshold).numpy()
    gone = overlapping[:0].any(0) if len(order) else []
    kept = []
    for place in range(len(order)):
        if not gone[place]:
            kept.append(place)
            gone |= overlapping[place]
    return order[torch.tensor(kept, dtype=torch.long)]
