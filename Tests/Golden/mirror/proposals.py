"""The region proposal network."""
import torch
import torch.nn.functional as F
from torch import nn

from . import boxes as B
from .backbone import convolution


class Proposals(nn.Module):
    def __init__(self, configuration):
        super().__init__()
        self.configuration = configuration
        width, ratios = configuration.pyramid_width, len(configuration.anchor_ratios)
        self.conv = convolution(width, width, 3, deviation=0.01)
        self.objectness = convolution(width, ratios, 1, deviation=0.01)
        self.deltas = convolution(width, 4 * ratios, 1, deviation=0.01)

    def forward(self, levels):
        """Anchors of each level [[A, 4], …], logits [[N, A], …], deltas [[N, A, 4], …]."""
        anchors, logits, deltas = [], [], []
        for number, (level, stride) in enumerate(zip(levels, self.configuration.strides)):
            x = F.relu(self.conv(level))
            n, _, rows, columns = x.shape
            size = self.configuration.smallest_anchor * 2**number
            anchors.append(B.anchors(rows, columns, stride, size, self.configuration.anchor_ratios, x))
            logits.append(self.objectness(x).permute(0, 2, 3, 1).reshape(n, -1))
            deltas.append(self.deltas(x).permute(0, 2, 3, 1).reshape(n, -1, 4))
        return anchors, logits, deltas

    @torch.no_grad()
    def proposed(self, output, image, height, width):
        """The boxes proposed in one image of the batch, best first."""
        boxes, scores = [], []
        for anchors, logits, deltas in zip(*output):
            order = logits[image].argsort(descending=True, stable=True)[: self.configuration.proposals_per_level]
            moved = B.moved(anchors[order], deltas[image, order], B.PROPOSAL_WEIGHTS)
            moved, own = B.clipped(moved, height, width), logits[image, order]
            large = (moved[:, 2] - moved[:, 0] >= 1) & (moved[:, 3] - moved[:, 1] >= 1)
            moved, own = moved[large], own[large]
            kept = B.suppressed(moved, own, 0.7)
            boxes.append(moved[kept])
            scores.append(own[kept])
        order = torch.cat(scores).argsort(descending=True, stable=True)
        return torch.cat(boxes)[order[: self.configuration.proposals_kept]]

    def losses(self, output, image, sample):
        """Of one image: binary cross-entropy of the sampled anchors, their mean; smooth L1 (β = 1/9) of the
        positives' deltas, its sum divided by the number sampled."""
        _, logits, deltas = output
        logits = torch.cat([level[image] for level in logits])
        deltas = torch.cat([level[image] for level in deltas])
        chosen = torch.cat([sample.positives, sample.negatives])
        targets = (torch.arange(len(chosen)) < len(sample.positives)).to(logits.dtype)
        objectness = F.binary_cross_entropy_with_logits(logits[chosen], targets)
        box = F.smooth_l1_loss(deltas[sample.positives], sample.targets, beta=1 / 9, reduction="sum")
        return objectness, box / max(1, len(chosen))
