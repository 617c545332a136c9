"""The sizes of the model: `DetectorConfiguration` of the Swift package, field by field."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Configuration:
    stem_width: int = 32
    stages: tuple = ((32, 1), (64, 2), (128, 2), (192, 2))  # (width, stride), a basic residual block each
    group_channels: int = 8
    pyramid_width: int = 64
    image_side: int = 128

    anchor_ratios: tuple = (0.5, 1.0, 2.0)  # height to width
    smallest_anchor: float = 8.0
    anchors_sampled: int = 64
    proposals_per_level: int = 300
    proposals_kept: int = 100

    regions_sampled: int = 48
    foreground_share: float = 0.25
    mask_regions: int = 6
    canonical_side: float = 128.0  # of an object that is looked up on level 4

    box_region_side: int = 7
    box_head_widths: tuple = (256, 128)
    mask_region_side: int = 7
    mask_head_widths: tuple = (64, 64, 64)

    score_threshold: float = 0.05
    detection_overlap: float = 0.5
    detections_kept: int = 100

    transfer_width: int = 256
    mlp_squeeze: int = 8
    mlp_hidden: tuple = (128,)

    @property
    def mask_side(self):
        return 2 * self.mask_region_side

    @property
    def strides(self):
        """Of the pyramid levels, the last of which serves the proposals alone."""
        strides, stride = [], 2
        for _, step in self.stages:
            stride *= step
            strides.append(stride)
        return strides + [2 * stride]


MINIATURE = Configuration()
