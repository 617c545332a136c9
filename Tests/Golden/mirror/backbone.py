"""The residual network and the feature pyramid on it."""
import torch.nn.functional as F
from torch import nn


def convolution(inputs, outputs, kernel, stride=1, bias=True, deviation=None):
    layer = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=bias)
    start(layer, deviation or (2 / (inputs * kernel * kernel)) ** 0.5)
    return layer


def start(layer, deviation):
    nn.init.normal_(layer.weight, std=deviation)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)


class Layer(nn.Module):
    """A convolution and its normalisation."""

    def __init__(self, inputs, outputs, kernel, stride, configuration):
        super().__init__()
        self.conv = convolution(inputs, outputs, kernel, stride, bias=False)
        self.norm = nn.GroupNorm(outputs // configuration.group_channels, outputs)

    def forward(self, x):
        return self.norm(self.conv(x))


class Block(nn.Module):
    """relu(F(x) + x), F being two 3x3 convolutions."""

    def __init__(self, inputs, width, stride, configuration):
        super().__init__()
        groups = width // configuration.group_channels
        self.conv1, self.norm1 = convolution(inputs, width, 3, stride, bias=False), nn.GroupNorm(groups, width)
        self.conv2, self.norm2 = convolution(width, width, 3, bias=False), nn.GroupNorm(groups, width)
        self.changes = inputs != width or stride != 1
        if self.changes:
            self.convShortcut = convolution(inputs, width, 1, stride, bias=False)
            self.normShortcut = nn.GroupNorm(groups, width)

    def forward(self, x):
        y = self.norm2(self.conv2(F.relu(self.norm1(self.conv1(x)))))
        return F.relu(y + (self.normShortcut(self.convShortcut(x)) if self.changes else x))


class ResNet(nn.Module):
    def __init__(self, configuration):
        super().__init__()
        self.stem = Layer(3, configuration.stem_width, 3, 2, configuration)
        width = configuration.stem_width
        self.stages = []
        for number, (outputs, stride) in enumerate(configuration.stages):
            self.stages.append(f"stage{number + 2}")
            setattr(self, self.stages[-1], nn.Sequential(Block(width, outputs, stride, configuration)))
            width = outputs

    def forward(self, images):
        x, outputs = F.relu(self.stem(images)), []
        for stage in self.stages:
            x = getattr(self, stage)(x)
            outputs.append(x)
        return outputs


class Pyramid(nn.Module):
    def __init__(self, configuration):
        super().__init__()
        width = configuration.pyramid_width
        self.numbers = range(2, 2 + len(configuration.stages))
        for number, (inputs, _) in zip(self.numbers, configuration.stages):
            setattr(self, f"lateral{number}", convolution(inputs, width, 1))
            setattr(self, f"output{number}", convolution(width, width, 3))

    def forward(self, stages):
        """Levels finest first; the last, subsampled, serves the proposals alone."""
        above, levels = None, []
        for number, stage in reversed(list(zip(self.numbers, stages))):
            own = getattr(self, f"lateral{number}")(stage)
            above = own if above is None else own + F.interpolate(above, own.shape[2:], mode="nearest")
            levels.insert(0, getattr(self, f"output{number}")(above))
        return levels + [F.max_pool2d(levels[-1], 1, 2)]
