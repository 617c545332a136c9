"""Times `reproduce segment` beside torchvision on one large photograph, in turn, with the same weights on one machine.

    swift build -c release
    python Tests/Golden/torchvision_model.py full FOLDER PHOTO...
    python Tests/Golden/torchvision_speed.py .build/release/reproduce FOLDER PHOTO [PAIRS]

The photograph is brought to 800 x 1200. Both programs work on two threads. Of each pair three things are measured: the
time of one picture, without the start (of the package: what three pictures more cost, with their files read and their
drawings and results written; of torchvision: the model alone, on pixels in memory, the median of three after one that
is not counted); the time of the whole process for one picture; and the most memory that this process held. What is
printed are the pairs and the medians, as JSON.

Needs torch, torchvision, pillow and safetensors.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

THREADS = 2


def torchvision_alone(folder, photograph, count):
    """What the other process does: load, one picture to warm up, `count` timed ones. Prints the seconds of each."""
    import numpy
    import torch
    from PIL import Image
    from safetensors.torch import load_file
    from torchvision.models.detection import maskrcnn_resnet50_fpn

    torch.set_num_threads(THREADS)
    model = maskrcnn_resnet50_fpn(weights=None, weights_backbone=None).eval()
    model.load_state_dict(load_file(f"{folder}/weights.safetensors"))
    image = torch.tensor(numpy.array(Image.open(photograph).convert("RGB"))).permute(2, 0, 1) / 255
    seconds = []
    with torch.no_grad():
        for _ in range(1 + count):
            start = time.perf_counter()
            model([image])
            seconds.append(time.perf_counter() - start)
    print(json.dumps(seconds))


def process(command):
    """Seconds, MiB at the most, and what it printed."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, command
    return time.perf_counter() - start, usage.ru_maxrss / 1024, output


def main():
    program, folder, photograph = sys.argv[1:4]
    pairs = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    from PIL import Image

    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        picture, model = scratch / "photograph.png", scratch / "model.safetensors"
        Image.open(photograph).convert("RGB").resize((1200, 800), Image.Resampling.BICUBIC).save(picture)
        weights = f"{folder}/weights.safetensors"
        process([program, "convert", "--from", "torchvision", "--epsilon", "1e-5", weights, "--output", str(model)])
        segment = [program, "segment", "--convention", "torchvision", "--threads", str(THREADS)]
        segment += ["--model", str(model), "--output", str(scratch / "found")]
        other = [sys.executable, __file__, "torchvision", folder, str(picture)]
        for _ in range(pairs):
            once, memory, _ = process(segment + [str(picture)])
            more, _, _ = process(segment + 4 * [str(picture)])
            theirs_once, their_memory, _ = process(other + ["0"])
            _, _, output = process(other + ["3"])
            ours, theirs = (more - once) / 3, statistics.median(json.loads(output)[1:])
            rows.append(
                {
                    "picture, package, s": ours,
                    "picture, torchvision, s": theirs,
                    "picture, times torchvision": theirs / ours,
                    "process, package, s": once,
                    "process, torchvision, s": theirs_once,
                    "process, times torchvision": theirs_once / once,
                    "memory, package, MiB": memory,
                    "memory, torchvision, MiB": their_memory,
                }
            )
            print({name: round(value, 2) for name, value in rows[-1].items()}, file=sys.stderr)
    result = {"pairs": pairs, "threads": THREADS}
    result["medians"] = {name: round(statistics.median(row[name] for row in rows), 2) for name in rows[0]}
    result["least"] = {name: round(min(row[name] for row in rows), 2) for name in rows[0]}
    result["most"] = {name: round(max(row[name] for row in rows), 2) for name in rows[0]}
    print(json.dumps(result, indent=1))


if sys.argv[1] == "torchvision":
    torchvision_alone(sys.argv[2], sys.argv[3], int(sys.argv[4]))
else:
    main()
