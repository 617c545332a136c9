"""The mask side: mask features, and the predictors that make masks of them."""
import torch
import torch.nn.functional as F
from torch import nn

from .backbone import convolution, start


class MaskHead(nn.Module):
    """Regions [R, C, M/2, M/2] to features [R, C', M, M]."""

    def __init__(self, configuration):
        super().__init__()
        width = configuration.pyramid_width
        self.convolutions = []
        for number, outputs in enumerate(configuration.mask_head_widths[:-1]):
            self.convolutions.append(f"conv{number + 1}")
            setattr(self, self.convolutions[-1], convolution(width, outputs, 3))
            width = outputs
        self.upsampling = nn.ConvTranspose2d(width, configuration.mask_head_widths[-1], 2, 2)
        start(self.upsampling, (2 / width) ** 0.5)

    def forward(self, x):
        for name in self.convolutions:
            x = F.relu(getattr(self, name)(x))
        return F.relu(self.upsampling(x))


class Agnostic(nn.Module):
    """The baseline: one kernel for all classes."""

    def __init__(self, configuration):
        super().__init__()
        self.weight = nn.Parameter(0.001 * torch.randn(1, configuration.mask_head_widths[-1]))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, features, classes, weights):
        return torch.einsum("rcij,c->rij", features, self.weight[0]) + self.bias


class Transfer(nn.Module):
    """w_seg = T(w_det; θ): two layers and LeakyReLU make each class's kernel of its detection weights."""

    def __init__(self, configuration):
        super().__init__()
        inputs, width = 5 * configuration.box_head_widths[-1], configuration.transfer_width
        self.fc1 = nn.Linear(inputs, width)
        self.fc2 = nn.Linear(width, configuration.mask_head_widths[-1])
        start(self.fc1, (2 / inputs) ** 0.5)
        start(self.fc2, (2 / width) ** 0.5)

    def forward(self, features, classes, weights):
        kernels = self.fc2(F.leaky_relu(self.fc1(weights), 0.1))
        return torch.einsum("rcij,rc->rij", features, kernels[classes])


class MLP(nn.Module):
    """The branch that sees the whole region, the same for all classes."""

    def __init__(self, configuration):
        super().__init__()
        side = configuration.mask_side
        self.squeeze = convolution(configuration.mask_head_widths[-1], configuration.mlp_squeeze, 1)
        width = side * side * configuration.mlp_squeeze
        self.hidden = []
        for number, outputs in enumerate(configuration.mlp_hidden):
            self.hidden.append(f"fc{number + 1}")
            layer = nn.Linear(width, outputs)
            start(layer, (2 / width) ** 0.5)
            setattr(self, self.hidden[-1], layer)
            width = outputs
        self.mask = nn.Linear(width, side * side)
        start(self.mask, 0.001)

    def forward(self, features):
        x = F.relu(self.squeeze(features)).permute(0, 2, 3, 1).flatten(1)
        for name in self.hidden:
            x = F.relu(getattr(self, name)(x))
        return self.mask(x).reshape(len(features), *features.shape[2:])
