"""Mask^X R-CNN: everything together, and what is learnt from a batch of images."""
import torch
import torch.nn.functional as F
from torch import nn

from . import boxes as B
from . import regions as R
from .backbone import Pyramid, ResNet
from .box_head import BoxHead
from .mask_head import MLP, Agnostic, MaskHead, Transfer
from .proposals import Proposals
from .sampling import Samples, sample_anchors, sample_masks, sample_regions

LOSSES = ["objectness", "proposal box", "class", "box", "mask"]


class MaskXRCNN(nn.Module):
    """predictor: "agnostic" or "transfer", with the MLP branch or without."""

    def __init__(self, configuration, classes, predictor, mlp):
        super().__init__()
        self.configuration = configuration
        self.backbone = ResNet(configuration)
        self.pyramid = Pyramid(configuration)
        self.proposals = Proposals(configuration)
        self.box = BoxHead(configuration, classes)
        self.mask = MaskHead(configuration)
        self.predictor = predictor
        setattr(self, predictor, {"agnostic": Agnostic, "transfer": Transfer}[predictor](configuration))
        if mlp:
            self.mlp = MLP(configuration)

    def is_of_masks(self, name):
        """Whether a parameter is trained in stage two."""
        return name.split(".")[0] in ("mask", "agnostic", "transfer", "mlp")

    def cut(self, levels, boxes, side):
        strides = self.configuration.strides[:-1]
        return R.cut(levels[:-1], strides, boxes, side, self.configuration.canonical_side)

    def draw(self, output, images, truths, set_a, generator):
        """The samples of each image."""
        anchors, samples = torch.cat(output[0]), []
        for image, truth in enumerate(truths):
            proposals = self.proposals.proposed(output, image, *images.shape[2:])
            samples.append(
                Samples(
                    sample_anchors(anchors, truth, self.configuration, generator),
                    sample_regions(proposals, truth, self.configuration, generator),
                    sample_masks(proposals, truth, set_a, self.configuration, generator),
                )
            )
        return samples

    def mask_logits(self, levels, boxes, classes, stop_gradient):
        """[R, M, M] of boxes (a list, an entry for each image), all images' one after the other."""
        if len(classes) == 0:
            return levels[0].new_zeros(0, self.configuration.mask_side, self.configuration.mask_side)
        features = self.mask(self.cut(levels, boxes, self.configuration.mask_region_side))
        weights = self.box.detection_weights
        predictor = getattr(self, self.predictor)
        logits = predictor(features, classes, weights.detach() if stop_gradient else weights)
        return logits + self.mlp(features) if hasattr(self, "mlp") else logits

    def mask_loss(self, levels, samples, stop_gradient):
        """Binary cross-entropy of each region's own class alone, its mean over the regions of all images."""
        boxes = [sample.masks.boxes for sample in samples]
        classes = torch.cat([sample.masks.classes for sample in samples])
        logits = self.mask_logits(levels, boxes, classes, stop_gradient)
        targets = torch.cat([sample.masks.targets for sample in samples])
        return F.binary_cross_entropy_with_logits(logits, targets) if len(logits) else logits.new_zeros(())

    def losses(self, images, truths, set_a, stop_gradient, samples=None, generator=None):
        """End to end, of images [N, 3, H, W]: the mean of each loss, by name, over the images, of the mask loss over their
        regions. Samples are drawn where none are given. Returns the losses and the samples."""
        levels = self.pyramid(self.backbone(images))
        output = self.proposals(levels)
        samples = samples or self.draw(output, images, truths, set_a, generator)

        counts = [len(sample.regions.boxes) for sample in samples]
        boxes = [sample.regions.boxes for sample in samples]
        logits, deltas = self.box(self.cut(levels, boxes, self.configuration.box_region_side))
        per_image = []
        for image, (sample, own, own_deltas) in enumerate(zip(samples, logits.split(counts), deltas.split(counts))):
            per_image.append(
                torch.stack(
                    [
                        *self.proposals.losses(output, image, sample.anchors),
                        *self.box.losses(own, own_deltas, sample.regions),
                    ]
                )
            )
        masks = self.mask_loss(levels, samples, stop_gradient)
        return dict(zip(LOSSES, [*torch.stack(per_image).mean(0), masks])), samples

    def stage_two_losses(self, images, samples):
        """The mask loss alone, around a detector that stays as it is."""
        with torch.no_grad():
            levels = self.pyramid(self.backbone(images))
        return {"mask": self.mask_loss(levels, samples, stop_gradient=True)}

    @torch.no_grad()
    def found(self, images):
        """What is found in each image, best first: (boxes [D, 4], classes [D], scores [D], masks [D, M, M])."""
        levels = self.pyramid(self.backbone(images))
        output = self.proposals(levels)
        height, width = images.shape[2:]
        candidates = [self.proposals.proposed(output, image, height, width) for image in range(len(images))]
        counts = [len(own) for own in candidates]
        logits, deltas = self.box(self.cut(levels, candidates, self.configuration.box_region_side))
        scores = logits.softmax(1)

        # Of each image the boxes of each class that score high enough, without those that overlap a better one.
        detections = []
        for own, own_scores, own_deltas in zip(candidates, scores.split(counts), deltas.split(counts)):
            boxes, classes, kept_scores = [own[:0]], [torch.zeros(0, dtype=torch.long)], [own_scores[:0, 0]]
            for label in range(1, self.box.classes + 1):
                high = (own_scores[:, label] > self.configuration.score_threshold).nonzero()[:, 0]
                moved = B.clipped(B.moved(own[high], own_deltas[high, label], B.BOX_HEAD_WEIGHTS), height, width)
                large = (moved[:, 2] - moved[:, 0] >= 1) & (moved[:, 3] - moved[:, 1] >= 1)
                moved, score = moved[large], own_scores[high, label][large]
                kept = B.suppressed(moved, score, self.configuration.detection_overlap)
                boxes.append(moved[kept])
                kept_scores.append(score[kept])
                classes.append(torch.full((len(kept),), label))
            order = torch.cat(kept_scores).argsort(descending=True, stable=True)
            order = order[: self.configuration.detections_kept]
            detections.append([torch.cat(values)[order] for values in (boxes, classes, kept_scores)])

        logits = self.mask_logits(
            levels, [found[0] for found in detections], torch.cat([found[1] for found in detections]), False
        )
        masks = logits.sigmoid().split([len(found[0]) for found in detections])
        return [(*found, own) for found, own in zip(detections, masks)]
