"""Makes value_types.safetensors: a file by Python's own safetensors with every type that the Swift reader takes.

    python Tests/Golden/value_types.py
"""
import pathlib

import torch
from safetensors.torch import save_file

values = torch.tensor([[0.0, -0.0, 1.0, -2.5], [65504.0, 2.0**-24, float("inf"), -float("inf")]])
save_file(
    {
        "single": values,
        "double": values.double(),
        "half": values.half(),
        "brain": values.bfloat16(),
        "scalar": torch.tensor(7.0),
        "empty": torch.zeros(0, 3),
        "name with spaces, ünïcode": torch.tensor([1 / 3]),
    },
    pathlib.Path(__file__).with_suffix(".safetensors"),
    metadata={"configuration": '{"a": [1, "zwei"]}', "author": "nobody"},
)
