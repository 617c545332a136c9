"""The box head: what is in a region, and where exactly. Its last two layers hold what T transfers."""
import torch
import torch.nn.functional as F
from torch import nn

from .backbone import start


class BoxHead(nn.Module):
    def __init__(self, configuration, classes):
        super().__init__()
        self.classes = classes
        width = configuration.box_region_side**2 * configuration.pyramid_width
        self.hidden = []
        for number, outputs in enumerate(configuration.box_head_widths):
            self.hidden.append(f"fc{number + 6}")
            layer = nn.Linear(width, outputs)
            start(layer, (2 / width) ** 0.5)
            setattr(self, self.hidden[-1], layer)
            width = outputs
        self.cls = nn.Linear(width, classes + 1)
        self.box = nn.Linear(width, 4 * (classes + 1))
        start(self.cls, 0.01)
        start(self.box, 0.001)

    def forward(self, regions):
        """Regions [R, C, S, S] to logits [R, K + 1] and deltas [R, K + 1, 4]. They are flattened channels last."""
        x = regions.permute(0, 2, 3, 1).flatten(1)
        for name in self.hidden:
            x = F.relu(getattr(self, name)(x))
        return self.cls(x), self.box(x).reshape(len(x), self.classes + 1, 4)

    @property
    def detection_weights(self):
        """w_det of all classes, background first: w_cls and w_box end to end, [K + 1, 5D]."""
        return torch.cat([self.cls.weight, self.box.weight.reshape(self.classes + 1, -1)], 1)

    @staticmethod
    def losses(logits, deltas, sample):
        """Of one image: softmax cross-entropy, its mean over the regions; smooth L1 of the true class's deltas, its
        sum over the foreground divided by the number of regions."""
        classification = F.cross_entropy(logits, sample.labels)
        foreground = (sample.labels > 0).nonzero()[:, 0]
        of_true_class = deltas[foreground, sample.labels[foreground]]
        box = F.smooth_l1_loss(of_true_class, sample.targets[foreground], reduction="sum")
        return classification, box / max(1, len(sample.labels))
