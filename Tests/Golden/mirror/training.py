"""Stochastic gradient descent as the package does it, and weights in its layouts."""
import torch


def schedule(base, steps, warm_up):
    """The rate of each step: linear from a third, then a tenth from each of two thirds and eight ninths on."""
    warm_up = min(warm_up, steps // 4)

    def rate(step):
        rate = base * 0.1 ** ((step >= steps * 2 // 3) + (step >= steps * 8 // 9))
        return rate * (1 + 2 * step / warm_up) / 3 if step < warm_up else rate

    return rate


class Trainer:
    """Momentum, weight decay on all weights but those of normalisations, biases at twice the rate and without decay,
    gradients shortened to a largest norm."""

    def __init__(self, named_parameters, rate, momentum=0.9, weight_decay=1e-4, largest_norm=10.0):
        self.rate, self.largest_norm = rate, largest_norm
        groups = {"weight": [], "bias": [], "norm": []}
        for name, parameter in named_parameters:
            is_norm = any(part.startswith("norm") for part in name.split("."))
            groups["norm" if is_norm else name.split(".")[-1]].append(parameter)
        self.optimizer = torch.optim.SGD(
            [
                {"params": groups["weight"], "weight_decay": weight_decay, "multiplier": 1},
                {"params": groups["bias"], "multiplier": 2},
                {"params": groups["norm"], "multiplier": 1},
            ],
            lr=1,
            momentum=momentum,
        )
        self.parameters = sum(groups.values(), [])
        self.step_number = 0

    def zero(self):
        self.optimizer.zero_grad(set_to_none=True)

    def step(self):
        """Applies the gradients that `backward` left; returns their norm before any shortening."""
        gradients = [parameter.grad for parameter in self.parameters if parameter.grad is not None]
        norm = torch.linalg.vector_norm(torch.stack([gradient.norm() for gradient in gradients]))
        if norm > self.largest_norm:
            for gradient in gradients:
                gradient *= self.largest_norm / norm
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate(self.step_number) * group["multiplier"]
        self.optimizer.step()
        self.step_number += 1
        return norm


def exported(name, tensor):
    """A weight, or its gradient, in the package's layout."""
    if tensor.dim() == 4:
        # Both kinds of convolution have PyTorch's two spatial axes last; the package has channels last.
        return tensor.permute(0, 2, 3, 1)
    return tensor
