"""Times the PyTorch mirror of the miniature model beside the Swift package, in pairs, on one machine.

    swift build -c release
    python Tests/Golden/benchmark.py .build/release/reproduce [PAIRS]

A pair is `reproduce benchmark` and, right after it, the mirror on as many threads: a training step, end to end with
transfer + MLP, of 8 scenes, and inference on single scenes. What is printed are the medians over the pairs, as the
JSON that Paper/results/engine.json holds. The mirror is given its samples: drawing anchors and regions, which the
package does in each step, costs it nothing here. It runs with channels last and without, and counts by the faster.
"""
import contextlib
import json
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

import torch
from mirror import training
from mirror.configuration import MINIATURE
from mirror.model import MaskXRCNN
from mirror.sampling import Truth

BATCH, CLASSES, STEPS = 8, 80, 6
MEAN, DEVIATION = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])


def scenes(program, count):
    """Drawn scenes: images [N, 3, H, W] and the truth about them, masks from their run lengths."""
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "dataset", "--count", str(count), "--seed", "1", "--output", folder]
        subprocess.run(command, check=True, capture_output=True)
        from PIL import Image
        from pycocotools.coco import COCO

        with contextlib.redirect_stdout(sys.stderr):  # it talks
            truth = COCO(str(next(pathlib.Path(folder).glob("annotations/*train*.json"))))
        classes = {category: number + 1 for number, category in enumerate(sorted(truth.getCatIds()))}
        pictures, truths = [], []
        for entry in truth.loadImgs(sorted(truth.getImgIds()))[:count]:
            picture = Image.open(pathlib.Path(folder) / "train2017" / entry["file_name"]).convert("RGB")
            pixels = torch.tensor(list(picture.getdata())).reshape(picture.height, picture.width, 3)
            pictures.append(((pixels / 255 - MEAN) / DEVIATION).permute(2, 0, 1))
            objects = truth.loadAnns(truth.getAnnIds(entry["id"], iscrowd=False))
            boxes = torch.tensor([o["bbox"] for o in objects], dtype=torch.float32)
            boxes = torch.cat([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], 1)
            masks = torch.stack([torch.tensor(truth.annToMask(o)) for o in objects]).float()
            truths.append(Truth(boxes, torch.tensor([classes[o["category_id"]] for o in objects]), masks))
        return torch.stack(pictures), truths


def rate(body, images):
    """Images a second: the median of some calls, after one that is not counted."""
    body()
    seconds = []
    for _ in range(STEPS):
        start = time.perf_counter()
        body()
        seconds.append(time.perf_counter() - start)
    return images / statistics.median(seconds)


def mirror(threads, images, truths, channels_last, bfloat16):
    """Images a second of (training, inference)."""
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    generator = torch.Generator().manual_seed(1)
    model = MaskXRCNN(MINIATURE, CLASSES, "transfer", True)
    if channels_last:
        model, images = model.to(memory_format=torch.channels_last), images.to(memory_format=torch.channels_last)
    trainer = training.Trainer(list(model.named_parameters()), training.schedule(0.001, 100, 10))
    everything = set(range(1, CLASSES + 1))
    with torch.no_grad():
        samples = model.losses(images, truths, everything, True, generator=generator)[1]

    def step():
        trainer.zero()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
            losses = model.losses(images, truths, everything, True, samples=samples)[0]
            total = sum(losses.values())
        total.backward()
        trainer.step()

    trained = rate(step, len(images))
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        inferred = rate(lambda: [model.found(images[i : i + 1]) for i in range(4)], 4)
    return trained, inferred


def main():
    program, pairs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
    images, truths = scenes(program, BATCH)
    result = {"torch": torch.__version__, "machine": platform.machine(), "pairs": pairs, "threads": []}
    for threads in (1, 2):
        rows = {}

        def note(name, value):
            rows.setdefault(name, []).append(value)

        for _ in range(pairs):
            ours = json.loads(
                subprocess.run(
                    [program, "benchmark", "--json", "--threads", str(threads)], check=True, capture_output=True
                ).stdout
            )
            work = {entry["name"]: entry for entry in ours["work"]}
            best = {"float32": (0, 0), "bfloat16": (0, 0)}
            for kind in best:
                for channels_last in (True, False):
                    found = mirror(threads, images, truths, channels_last, kind == "bfloat16")
                    best[kind] = tuple(map(max, best[kind], found))
            training_rate, inference_rate = work["end to end"]["imagesPerSecond"], work["inference"]["imagesPerSecond"]
            note("training, package", training_rate)
            note("inference, package", inference_rate)
            note("stage two, times nothing kept", work["stage two"]["imagesPerSecond"] / work["stage two, nothing kept"]["imagesPerSecond"])
            if threads > 1:
                note("stage two side by side, times one at a time", work["stage two, side by side"]["imagesPerSecond"] / work["stage two"]["imagesPerSecond"])
            note("allocations in a step", ours["allocationsPerStep"])
            note("share of sgemm peak", ours["shareOfPeak"])
            note("sgemm peak, GFLOP/s", ours["peakGflops"])
            for kind, (trained, inferred) in best.items():
                note(f"training, PyTorch {kind}", trained)
                note(f"training, times PyTorch {kind}", training_rate / trained)
                note(f"inference, PyTorch {kind}", inferred)
                note(f"inference, times PyTorch {kind}", inference_rate / inferred)
            print(threads, {name: round(values[-1], 2) for name, values in rows.items()}, file=sys.stderr)
        result["processor"], result["kernels"] = ours.get("processor"), ours["kernels"]
        result["threads"].append(
            {
                "threads": threads,
                "medians": {name: round(statistics.median(values), 3) for name, values in rows.items()},
                "least": {name: round(min(values), 3) for name, values in rows.items()},
                "most": {name: round(max(values), 3) for name, values in rows.items()},
            }
        )
    print(json.dumps(result, indent=1))


main()
