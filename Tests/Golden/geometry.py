"""Makes geometry.safetensors: what torchvision answers to the questions of Mask R-CNN's geometry.

    python geometry.py

Needs torch, torchvision and safetensors (made with torch 2.13, torchvision 0.28, on one CPU thread). The file
holds inputs as well as answers, so the tests depend on no random number generator. Images are H W C.
"""

import os

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torchvision.models.detection._utils import BoxCoder, Matcher
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.roi_heads import paste_masks_in_image, project_masks_on_boxes
from torchvision.ops import MultiScaleRoIAlign, box_iou, nms, roi_align
from torchvision.ops.boxes import _batched_nms_vanilla

torch.set_num_threads(1)
torch.manual_seed(2018)
golden = {}


def boxes(count, width, height, smallest=1.0, largest=None):
    """Random boxes whose centres lie in the image; some reach beyond it."""
    largest = largest or 0.6 * width
    centre = torch.rand(count, 2) * torch.tensor([width, height])
    half = (smallest + torch.rand(count, 2) * (largest - smallest)) / 2
    return torch.cat([centre - half, centre + half], 1)


# Boxes and their coding. The last deltas grow by more than the bound on exp.
anchors = boxes(40, 128, 128, 4)
targets = boxes(40, 128, 128, 4)
deltas = torch.randn(40, 4)
deltas[-4:, 2:] = torch.tensor([[30.0, 1], [1, 25], [-30, -25], [4.2, 20.7]])
golden |= {"coding.anchors": anchors, "coding.targets": targets, "coding.deltas": deltas}
for name, weights in [("boxHead", (10.0, 10.0, 5.0, 5.0)), ("proposals", (1.0, 1.0, 1.0, 1.0))]:
    coder = BoxCoder(weights)
    golden[f"coding.{name}.encoded"] = coder.encode_single(targets, anchors)
    golden[f"coding.{name}.decoded"] = coder.decode_single(deltas, anchors)
golden["coding.iou"] = box_iou(anchors, targets)

# Anchors of two maps of an image of 48 x 64 (height x width), in torchvision's convention, and centred ones in
# double precision.
generator = AnchorGenerator(((20.0,), (50.0,)), ((0.5, 1.0, 2.0),) * 2)
maps = [torch.zeros(1, 1, 3, 4), torch.zeros(1, 1, 2, 2)]
everywhere = generator(ImageList(torch.zeros(1, 3, 48, 64), [(48, 64)]), maps[:1] + [torch.zeros(1, 1, 2, 2)])[0]
golden["anchors.torchvision.first"] = everywhere[:36]
centred = []
for row in range(3):
    for column in range(4):
        for ratio in (0.5, 1.0, 2.0):
            width = (20.0**2 / ratio) ** 0.5
            height = width * ratio
            x, y = 16 * (column + 0.5), 16 * (row + 0.5)
            centred.append([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
golden["anchors.centred.first"] = torch.tensor(centred, dtype=torch.float64).float()

# Non-maximum suppression: distinct scores; many equal scores on whole coordinates, where IoUs meet the threshold
# exactly; the same box many times.
for name, b, scores, threshold in [
    ("distinct", boxes(300, 128, 128, 8), torch.rand(300), 0.5),
    ("crowded", boxes(300, 60, 60, 20, 40), torch.rand(300), 0.7),
    ("ties", boxes(200, 12, 12, 2, 9).round(), (torch.rand(200) * 5).floor() / 5, 0.5),
    ("copies", boxes(5, 40, 40, 5, 30).repeat(12, 1), (torch.rand(60) * 3).floor(), 0.3),
]:
    golden |= {
        f"nms.{name}.boxes": b,
        f"nms.{name}.scores": scores,
        f"nms.{name}.threshold": torch.tensor([threshold]),
        f"nms.{name}.kept": nms(b, scores, threshold),
    }
b, scores, classes = boxes(240, 64, 64, 10, 40), (torch.rand(240) * 50).floor() / 50, torch.randint(1, 5, (240,))
golden |= {
    "detections.boxes": b,
    "detections.scores": scores,
    "detections.classes": classes,
    "detections.kept": _batched_nms_vanilla(b, scores, classes, 0.5)[:40],
}

# Matching. -1 is background, -2 is neither.
candidates = torch.cat([boxes(150, 64, 64, 8, 40), boxes(50, 64, 64, 8, 40).round()])
truths = torch.cat([boxes(6, 64, 64, 10, 40), candidates[[3, 160]] + 0.5])
candidates = torch.cat([candidates, truths[:2], truths[6:] + torch.tensor([1.0, 0, 1, 0])])
quality = box_iou(truths, candidates)
golden |= {
    "matching.candidates": candidates,
    "matching.truths": truths,
    "matching.proposals": Matcher(0.7, 0.3, allow_low_quality_matches=True)(quality),
    "matching.regions": Matcher(0.5, 0.5, allow_low_quality_matches=False)(quality),
}

# RoIAlign of a map of 9 x 11 with stride 4: inside, partly and wholly outside, tiny, empty, inverted, huge.
features = torch.randn(1, 3, 9, 11)
rois = torch.tensor(
    [
        [4.0, 4, 20, 20],
        [3.3, 7.9, 30.1, 19.6],
        [-9, -6, 10, 9],
        [30, 20, 60, 50],
        [60, 60, 80, 90],
        [10.2, 10.4, 10.9, 10.8],
        [12, 12, 12, 12],
        [20, 20, 12, 14],
        [-40, -40, 90, 80],
        [0, 0, 44, 36],
        [42.5, 1, 43.9, 35.5],
        [17, -3, 18, 50],
    ]
)
golden |= {"roiAlign.features": features[0].permute(1, 2, 0), "roiAlign.boxes": rois}
for name, size, aligned in [("halfPixel", 7, True), ("unshifted", 7, False), ("coarse", 2, True)]:
    x = features.clone().requires_grad_()
    y = roi_align(x, [rois], size, 0.25, 2, aligned)
    upstream = torch.randn_like(y)
    y.backward(upstream)
    golden |= {
        f"roiAlign.{name}.output": y.permute(0, 2, 3, 1),
        f"roiAlign.{name}.upstream": upstream.permute(0, 2, 3, 1),
        f"roiAlign.{name}.gradient": x.grad[0].permute(1, 2, 0),
    }

# RoIAlign on three levels of an image of 64 x 64, strides 4, 8, 16; a box of side 32 belongs to the last.
levels = [torch.randn(1, 2, side, side) for side in (16, 8, 4)]
spread = torch.cat([boxes(8, 64, 64, 2, 16), boxes(8, 64, 64, 8, 64)])
spread = torch.cat([spread, torch.tensor([[8.0, 8, 40, 40], [8, 8, 24, 24], [8, 8, 23.9, 24]])])
pooler = MultiScaleRoIAlign(["2", "3", "4"], 3, 2, canonical_scale=32, canonical_level=4)
golden["pyramid.boxes"] = spread
for level, value in enumerate(levels):
    golden[f"pyramid.level{level}"] = value[0].permute(1, 2, 0)
golden["pyramid.output"] = pooler(
    {str(i + 2): value for i, value in enumerate(levels)}, [spread], [(64, 64)]
).permute(0, 2, 3, 1)

# Mask targets from a bitmap of 20 x 26: an ellipse with a hole.
ys, xs = torch.meshgrid(torch.arange(20) + 0.5, torch.arange(26) + 0.5, indexing="ij")
bitmap = ((xs - 13) / 10) ** 2 + ((ys - 9) / 7) ** 2 <= 1
bitmap &= (xs - 15) ** 2 + (ys - 8) ** 2 > 6
regions = torch.tensor(
    [
        [3.0, 2, 23, 16],
        [3.4, 1.7, 22.1, 17.3],
        [10, 5, 11.5, 7],
        [-6, -5, 14, 12],
        [12, 8, 40, 30],
        [0, 0, 26, 20],
        [13.2, 2.1, 13.9, 15],
        [2, 9, 25, 9.4],
    ]
)
golden |= {"maskTarget.bitmap": bitmap.float(), "maskTarget.boxes": regions}
mask = bitmap.float()[None, None]
golden["maskTarget.halfPixel14"] = roi_align(mask, [regions], 14, 1.0, -1, True)[:, 0]
golden["maskTarget.unshifted14"] = project_masks_on_boxes(
    bitmap[None].float(), regions, torch.zeros(len(regions), dtype=torch.long), 14
)

# Pasting into an image of 24 x 31, from smooth masks of side 7 and 28.
places = torch.tensor(
    [
        [5.0, 4, 20, 18],
        [4.6, 3.3, 21.8, 9.1],
        [-7.5, -4.2, 12.4, 15.9],
        [20.3, 15.5, 44.1, 33.3],
        [9.1, 9.2, 9.9, 9.7],
        [0, 0, 31, 24],
        [12.5, 2, 13.5, 23],
        [35, 5, 50, 20],
        [10.2, 20.9, 30.8, 22.1],
    ]
)
golden["pasting.boxes"] = places
for side, count in ((7, 9), (28, 3)):
    places = golden["pasting.boxes"][:count]
    noise = F.interpolate(torch.randn(len(places), 1, 5, 5), size=side, mode="bicubic", align_corners=True)
    masks = torch.sigmoid(3 * noise)
    golden[f"pasting.masks{side}"] = masks[:, 0]
    # torchvision fails on a box outside the image; there the answer is an empty mask.
    pasted = torch.zeros(len(places), 24, 31)
    reached = places[:, 0] < 31
    pasted[reached] = paste_masks_in_image(masks[reached], places[reached], (24, 31))[:, 0]
    golden[f"pasting.torchvision{side}"] = pasted
    x1, y1, x2, y2 = places[:, :, None].unbind(1)
    u = (torch.arange(31) + 0.5 - x1) / (x2 - x1) * 2 - 1
    v = (torch.arange(24) + 0.5 - y1) / (y2 - y1) * 2 - 1
    grid = torch.stack([u[:, None, :].expand(-1, 24, -1), v[:, :, None].expand(-1, -1, 31)], 3)
    golden[f"pasting.pixelCentres{side}"] = F.grid_sample(masks, grid, align_corners=False)[:, 0]

save_file(
    {name: value.detach().float().contiguous() for name, value in golden.items()},
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "geometry.safetensors"),
)
