"""RoIAlign (aligned, 2x2 samples a bin), on one map and on a pyramid."""
import torch
import torch.nn.functional as F


def roi_align(features, boxes, scale, side, samples=2):
    """Features [1, C, H, W] and boxes [R, 4] in image pixels to [R, C, side, side]."""
    height, width = features.shape[2:]

    def places(start, end, length):
        """Each box's samples along one axis, [R, side * samples], in pixels whose middles are whole numbers."""
        steps = (torch.arange(side * samples, dtype=boxes.dtype) + 0.5) / (side * samples)
        places = start[:, None] * scale - 0.5 + steps * ((end - start) * scale)[:, None]
        # A sample more than a pixel outside counts as nothing; a nearer one takes the value at the edge.
        return places, (places >= -1) & (places <= length)

    x, x_counts = places(boxes[:, 0], boxes[:, 2], width)
    y, y_counts = places(boxes[:, 1], boxes[:, 3], height)
    counts = (y_counts[:, :, None] & x_counts[:, None, :]).to(features.dtype)
    # grid_sample has the image from -1 to 1.
    x, y = (2 * x + 1) / width - 1, (2 * y + 1) / height - 1
    points = side * samples
    grid = torch.stack(
        [x[:, None, :].expand(-1, points, points), y[:, :, None].expand(-1, points, points)], 3
    )
    sampled = F.grid_sample(
        features, grid.reshape(1, -1, points, 2), padding_mode="border", align_corners=False
    )
    sampled = sampled.reshape(features.shape[1], len(boxes), points, points).transpose(0, 1)
    return F.avg_pool2d(sampled * counts[:, None], samples)


def pyramid_level(boxes, canonical_side, strides):
    """Equation 1 of the feature pyramid paper: the level 0, 1, … of each box, finest first. A box of the canonical side
    is looked up at stride 16."""
    sides = ((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])).sqrt()
    finest = strides[0].bit_length() - 1
    level = ((sides / canonical_side).log2() + 4 + 1e-6).floor().long()
    return level.clamp(finest, finest + len(strides) - 1) - finest


def cut(levels, strides, boxes, side, canonical_side):
    """Regions [R, C, side, side] of the boxes of several images (a list, an entry for each image), image by image."""
    result = []
    for image, own in enumerate(boxes):
        assigned = pyramid_level(own, canonical_side, strides)
        regions = levels[0].new_empty(0)
        order = []
        for number, (level, stride) in enumerate(zip(levels, strides)):
            chosen = (assigned == number).nonzero()[:, 0]
            if len(chosen):
                aligned = roi_align(level[image : image + 1], own[chosen], 1 / stride, side)
                regions = torch.cat([regions, aligned]) if order else aligned
                order.append(chosen)
        if order:
            result.append(regions[torch.cat(order).argsort()])
    return torch.cat(result)
