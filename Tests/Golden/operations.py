"""Makes operations.safetensors: what PyTorch says about each operation of Backpropagation.

Each case holds its inputs, its output `y` and the gradients of sum(projection * y) (of y itself where y is a
scalar), computed in double precision and stored in single. Layouts are those of the Swift package: images
N H W C, kernels [out, kernel, kernel, in], transposed kernels [in, 2, 2, out].

    python Tests/Golden/operations.py
"""
import pathlib

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

torch.manual_seed(20171130)
tensors = {}


def normal(*shape):
    return torch.randn(*shape, dtype=torch.float64)


def case(name, function, **inputs):
    """Stores the inputs, function(**inputs) and the gradients of all inputs."""
    leaves = {key: value.clone().requires_grad_() for key, value in inputs.items()}
    y = function(**leaves)
    projection = normal(*y.shape) if y.dim() else torch.ones((), dtype=torch.float64)
    (projection * y).sum().backward()
    for key, leaf in leaves.items():
        tensors[f"{name}/{key}"] = leaf.detach()
        tensors[f"{name}/gradient.{key}"] = leaf.grad
    tensors[f"{name}/y"] = y.detach()
    if y.dim():
        tensors[f"{name}/projection"] = projection


def channels_first(x):
    return x.permute(0, 3, 1, 2)


def channels_last(x):
    return x.permute(0, 2, 3, 1)


# Convolutions: the kernel, stride and padding stand in the name.
for kernel, stride, padding in [(1, 1, 0), (1, 2, 0), (3, 1, 0), (3, 1, 1), (3, 2, 1), (7, 2, 3)]:
    case(
        f"convolution.{kernel}.{stride}.{padding}",
        lambda x, weight, bias: channels_last(
            F.conv2d(channels_first(x), channels_first(weight), bias, stride, padding)
        ),
        x=normal(2, 8, 9, 3),
        weight=normal(5, kernel, kernel, 3),
        bias=normal(5),
    )

case(
    "transposedConvolution",
    lambda x, weight, bias: channels_last(
        F.conv_transpose2d(channels_first(x), weight.permute(0, 3, 1, 2), bias, stride=2)
    ),
    x=normal(2, 3, 4, 5),
    weight=normal(5, 2, 2, 3),
    bias=normal(3),
)
case(
    "pointwiseConvolution",
    lambda features, kernels, biases: torch.einsum("rijc,rc->rij", features, kernels) + biases[:, None, None],
    features=normal(4, 3, 3, 5),
    kernels=normal(4, 5),
    biases=normal(4),
)
case("linear", F.linear, input=normal(4, 6), weight=normal(3, 6), bias=normal(3))
case(
    "groupNormalization",
    lambda x, scale, shift: channels_last(F.group_norm(channels_first(x), 3, scale, shift)),
    x=3 + 2 * normal(2, 9, 10, 6),
    scale=normal(6),
    shift=normal(6),
)
case(
    "channelwiseAffine",
    lambda x, scale, shift: x * scale + shift,
    x=normal(2, 3, 4, 5),
    scale=normal(5),
    shift=normal(5),
)

for kernel, stride, padding in [(1, 2, 0), (2, 2, 0), (3, 2, 1), (3, 1, 1)]:
    case(
        f"maxPool.{kernel}.{stride}.{padding}",
        lambda x: channels_last(F.max_pool2d(channels_first(x), kernel, stride, padding)),
        x=normal(2, 8, 9, 3),
    )
for height, width in [(6, 8), (7, 11)]:
    case(
        f"upsample.{height}.{width}",
        lambda x: channels_last(F.interpolate(channels_first(x), (height, width), mode="nearest")),
        x=normal(2, 3, 4, 5),
    )

case("relu", torch.relu, input=normal(3, 7))
case("leakyReLU", lambda x: F.leaky_relu(x, 0.1), x=normal(3, 7))
case("sigmoid", torch.sigmoid, input=20 * normal(3, 7))
case("rowsAtUnitLength", lambda x: F.normalize(x, dim=1), x=normal(4, 6) * torch.tensor([[0.01], [1], [100], [1]]))
case("rows", lambda x: x[[3, 0, 3, 1]], x=normal(5, 2, 3))
case("concatenated", lambda a, b, c: torch.cat([a, b, c], 1), a=normal(2, 3, 4), b=normal(2, 1, 4), c=normal(2, 2, 4))

# Losses. Logits of several hundred would overflow a softmax that is written down as it stands.
labels = torch.tensor([0, 4, 2, 2, 1, 3])
tensors["softmaxCrossEntropy/labels"] = labels
scale = torch.tensor([1, 1, 10, 300, 1, 1]).double()[:, None]
case("softmaxCrossEntropy", lambda x: F.cross_entropy(x, labels), x=scale * normal(6, 5))
targets = torch.rand(6, 5, dtype=torch.float64).round(decimals=1)
tensors["sigmoidCrossEntropy/targets"] = targets
case("sigmoidCrossEntropy", lambda x: F.binary_cross_entropy_with_logits(x, targets), x=scale * normal(6, 5))
aims = normal(6, 4)
for beta in [1, 1 / 9]:
    name = "smoothL1.1" if beta == 1 else "smoothL1.9"
    tensors[f"{name}/targets"] = aims
    case(name, lambda x: F.smooth_l1_loss(x, aims, beta=beta, reduction="sum"), x=normal(6, 4))

# Six steps of SGD: a weight that decays, and a bias at twice the rate that does not and misses step 3.
weight, bias = normal(4, 3).requires_grad_(), normal(4).requires_grad_()
tensors["sgd/weight.0"], tensors["sgd/bias.0"] = weight.detach().clone(), bias.detach().clone()
rates = torch.tensor([0.05, 0.1, 0.1, 0.1, 0.01, 0.01], dtype=torch.float64)
tensors["sgd/rates"] = rates
optimizer = torch.optim.SGD(
    [{"params": [weight], "weight_decay": 0.02}, {"params": [bias]}], lr=1, momentum=0.9
)
for step, rate in enumerate(rates.tolist(), start=1):
    weight.grad = tensors[f"sgd/gradient.weight.{step}"] = normal(4, 3)
    bias.grad = None
    if step != 3:
        bias.grad = tensors[f"sgd/gradient.bias.{step}"] = normal(4)
    optimizer.param_groups[0]["lr"], optimizer.param_groups[1]["lr"] = rate, 2 * rate
    optimizer.step()
    tensors[f"sgd/weight.{step}"] = weight.detach().clone()
    tensors[f"sgd/bias.{step}"] = bias.detach().clone()

save_file(
    {name: tensor.float().contiguous() for name, tensor in tensors.items()},
    pathlib.Path(__file__).with_suffix(".safetensors"),
)
