"""Writes the fixtures of Tests/COCOTests with pycocotools, the independent implementation.

    python coco.py                    coco-masks.json, coco-truth.json, coco-results.json, coco-expected.json
    python coco.py --sample FOLDER    coco-sample.json too, from a folder in COCO's 2017 layout

The first four are drawn from a seeded generator. The last holds nothing of COCO but check sums and figures:
detections are made from the truth by rules that SampleDetections.swift follows too.

Needs numpy and pycocotools.
"""

import argparse
import contextlib
import io
import json
import pathlib
import zlib

import numpy as np
from pycocotools import mask as tool
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

HERE = pathlib.Path(__file__).parent
NAMES = ["AP", "AP50", "AP75", "APs", "APm", "APl", "AR1", "AR10", "AR100", "ARs", "ARm", "ARl"]


def text(rle):
    return {"size": [int(s) for s in rle["size"]], "counts": rle["counts"].decode()}


def runs(bitmap):
    """The lengths of the runs of a bitmap, down the columns, background first."""
    flat = bitmap.flatten(order="F")
    edges = np.flatnonzero(np.diff(flat)) + 1
    lengths = np.diff(np.concatenate([[0], edges, [flat.size]])).tolist()
    return ([0] if flat[0] else []) + lengths


def write(name, value):
    (HERE / name).write_text(json.dumps(value, separators=(",", ":")) + "\n")


# Masks


def polygons(random):
    """Polygons of many kinds, each with the size of its image."""
    for i in range(72):
        height, width = int(random.integers(1, 90)), int(random.integers(1, 90))
        points = int(random.integers(3, 12))
        xy = random.uniform(-0.2, 1.2, (points, 2)) * [width, height]
        kind = i % 6
        if kind == 0:  # to two digits, as COCO writes
            xy = np.round(random.uniform(0, 1, (points, 2)) * [width, height], 2)
        elif kind == 1:  # whole pixels
            xy = np.round(xy)
        elif kind == 2:  # halves, where rounding decides
            xy = np.round(xy * 2) / 2
        elif kind == 3:  # corners that repeat
            xy = np.round(np.repeat(xy, 2, axis=0), 2)
        elif kind == 4:  # a star
            turn = np.arange(points) * 2 * np.pi * 3 / max(points, 4)
            xy = np.stack([width / 2 + width * 0.4 * np.cos(turn), height / 2 + height * 0.4 * np.sin(turn)], 1)
        elif kind == 5 and i % 12 == 5:  # smaller than a pixel
            xy = np.round([width / 2, height / 2] + random.uniform(-0.6, 0.6, (points, 2)), 3)
        yield height, width, [float(v) for v in xy.flatten()]


def masks():
    random = np.random.default_rng(7)
    outlines = []
    for height, width, polygon in polygons(random):
        rle = tool.frPyObjects([polygon, polygon], height, width)[0]
        outlines.append(
            {
                "polygon": polygon, "mask": text(rle), "area": int(tool.area(rle)),
                "box": [float(v) for v in tool.toBbox(rle)],
            })

    # Bitmaps: noise of many densities, blobs, empty, full, a line, one pixel.
    bitmaps = []
    for i in range(28):
        height, width = int(random.integers(1, 40)), int(random.integers(1, 40))
        y, x = np.mgrid[:height, :width]
        blob = ((x - width * random.random()) ** 2 + (y - height * random.random()) ** 2) < (width * 0.4) ** 2
        bitmaps.append(blob if i % 2 else random.random((height, width)) < i / 28)
    bitmaps += [np.zeros((5, 7)), np.ones((5, 7)), np.ones((1, 1)), np.zeros((1, 1)), np.eye(9), np.ones((300, 300))]
    coded = []
    for bitmap in bitmaps:
        rle = tool.encode(np.asfortranarray(bitmap.astype(np.uint8)))
        coded.append(
            {
                "bitmap": "".join(str(int(v)) for v in bitmap.flatten()) if bitmap.size < 2000 else "",
                "counts": runs(bitmap.astype(np.uint8)), "mask": text(rle), "area": int(tool.area(rle)),
                "box": [float(v) for v in tool.toBbox(rle)],
            })

    # Families of masks of one size: merged, and laid over each other.
    families = []
    for _ in range(4):
        size = tuple(int(v) for v in random.integers(8, 40, 2))
        y, x = np.mgrid[: size[0], : size[1]]
        members = []
        for _ in range(6):
            cx, cy, r = random.random() * size[1], random.random() * size[0], 2 + random.random() * 9
            members.append(tool.encode(np.asfortranarray(((x - cx) ** 2 + (y - cy) ** 2 < r * r).astype(np.uint8))))
        crowd = [int(v) for v in random.integers(0, 2, 6)]
        boxes = np.stack([tool.toBbox(m) for m in members]) + random.uniform(0, 1, (6, 4))
        families.append(
            {
                "masks": [text(m) for m in members], "crowd": crowd,
                "union": text(tool.merge(members)), "intersection": text(tool.merge(members[:2], intersect=True)),
                "iou": tool.iou(members, members, crowd).tolist(),
                "boxes": boxes.tolist(), "boxIoU": tool.iou(boxes, boxes, crowd).tolist(),
            })
    write("coco-masks.json", {"polygons": outlines, "bitmaps": coded, "families": families})


# Average precision


def truth(random):
    """A small data set with small, middling and large objects, crowds, and a category without any object."""
    images, annotations = [], []
    categories = [
        {"id": i, "name": n, "supercategory": "s"} for i, n in [(3, "a"), (1, "b"), (7, "c"), (9, "d"), (12, "none")]]
    sizes = [(160, 200), (120, 90), (360, 480)]
    for i in range(15):
        height, width = sizes[i % 3]
        image = {"id": 5 + (i * 7) % 15, "file_name": f"{i}.png", "width": width, "height": height}
        images.append(image)
        for j in range(int(random.integers(0, 9))):
            side = float(np.exp(random.uniform(np.log(8), np.log(min(height, width) * 0.8))))
            w, h = side * random.uniform(0.6, 1.2), side * random.uniform(0.6, 1)
            w, h = min(w, width - 2), min(h, height - 2)
            x, y = random.uniform(0, width - w), random.uniform(0, height - h)
            points = int(random.integers(3, 9))
            turn = np.sort(random.uniform(0, 2 * np.pi, points))
            polygon = np.stack([x + w / 2 + w / 2 * np.cos(turn), y + h / 2 + h / 2 * np.sin(turn)], 1)
            polygon = [float(v) for v in np.round(polygon, 2).flatten()]
            rle = tool.frPyObjects([polygon, polygon], height, width)[0]
            box = [float(v) for v in tool.toBbox(rle)]
            if box[2] < 2 or box[3] < 2:
                continue
            crowd = int(random.random() < 0.12)
            annotations.append(
                {
                    "id": len(annotations) + 1, "image_id": image["id"],
                    "category_id": int(random.choice([1, 3, 7, 9], p=[0.4, 0.3, 0.2, 0.1])),
                    "bbox": box, "area": float(tool.area(rle)), "iscrowd": crowd,
                    "segmentation": {"size": [height, width], "counts": runs(tool.decode(rle))} if crowd
                    else [polygon],
                })
    return {"images": images, "annotations": annotations, "categories": categories}


def results(random, data):
    """Detections of all degrees of goodness, scores with many ties, and one image and category with over 100."""
    sizes = {i["id"]: (i["height"], i["width"]) for i in data["images"]}
    out = []

    def add(image, category, bitmap, jitter):
        rle = tool.encode(np.asfortranarray(bitmap.astype(np.uint8)))
        if tool.area(rle) == 0:
            return
        box = [round(float(v + d), 2) for v, d in zip(tool.toBbox(rle), jitter)]
        if box[2] > 0 and box[3] > 0:
            score = round(float(random.random()), 1 if random.random() < 0.5 else 3)
            out.append(
                {"image_id": image, "category_id": category, "score": score, "bbox": box, "segmentation": text(rle)})

    for a in data["annotations"]:
        height, width = sizes[a["image_id"]]
        s = a["segmentation"]
        rle = tool.frPyObjects(s, height, width)
        bitmap = tool.decode(rle[0] if isinstance(s, list) else rle)
        for _ in range(int(random.integers(0, 4))):
            shift = [int(v) for v in random.integers(-3, 4, 2)]
            moved = np.roll(bitmap, shift, axis=(0, 1))
            if random.random() < 0.3:
                moved &= np.roll(moved, 1, axis=0) & np.roll(moved, 1, axis=1)
            category = int(random.choice([1, 3, 7, 9])) if random.random() < 0.15 else a["category_id"]
            add(a["image_id"], category, moved, random.normal(0, 0.7, 4))
    for i in data["images"]:
        for _ in range(110 if i is data["images"][0] else 3):
            x, y = int(random.integers(0, i["width"] - 6)), int(random.integers(0, i["height"] - 6))
            bitmap = np.zeros((i["height"], i["width"]))
            bitmap[y : y + int(random.integers(2, 40)), x : x + int(random.integers(2, 40))] = 1
            category = 1 if i is data["images"][0] else int(random.choice([1, 3, 7, 9, 12]))
            add(i["id"], category, bitmap, [0, 0, 0, 0])
    return out


def evaluate(data, found, kind, categories=None):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        gt = COCO()
        gt.dataset = data
        gt.createIndex()
        run = COCOeval(gt, gt.loadRes(json.loads(json.dumps(found))), kind)
        if categories:
            run.params.catIds = categories
        run.evaluate()
        run.accumulate()
        printed.truncate(0)
        printed.seek(0)
        run.summarize()
    per_category = {}
    for k, category in enumerate(run.params.catIds):
        precision = run.eval["precision"][:, :, k, 0, 2]
        per_category[str(category)] = float(np.mean(precision[precision > -1])) if (precision > -1).any() else -1.0
    return {
        "type": kind, "categories": categories or [], "stats": dict(zip(NAMES, map(float, run.stats))),
        "categoryAP": per_category, "printed": printed.getvalue()}


def without(key, found):
    return [{k: v for k, v in d.items() if k != key} for d in found]


def small():
    random = np.random.default_rng(11)
    data = truth(random)
    found = results(random, data)
    write("coco-truth.json", data)
    write("coco-results.json", found)
    cases = []
    for categories in [None, [1, 9], [7], [12]]:
        cases.append({"results": "both", **evaluate(data, found, "segm", categories)})
        cases.append({"results": "both", **evaluate(data, found, "bbox", categories)})
        cases.append({"results": "masks", **evaluate(data, without("bbox", found), "segm", categories)})
        cases.append({"results": "masks", **evaluate(data, without("bbox", found), "bbox", categories)})
        cases.append({"results": "boxes", **evaluate(data, without("segmentation", found), "segm", categories)})
        cases.append({"results": "boxes", **evaluate(data, without("segmentation", found), "bbox", categories)})
    write("coco-expected.json", cases)


# COCO's own annotations


def draw(identity, number):
    """A random number of 32 bits that depends on the two alone."""
    x = (identity * 2654435761 + number * 2654435769) & 0xFFFFFFFF
    for _ in range(2):
        x ^= x >> 16
        x = (x * 73244475) & 0xFFFFFFFF
    return x ^ (x >> 16)


def shifted(bitmap, dx, dy):
    height, width = bitmap.shape
    out = np.zeros_like(bitmap)
    out[max(dy, 0) : height + min(dy, 0), max(dx, 0) : width + min(dx, 0)] = bitmap[
        max(-dy, 0) : height + min(-dy, 0), max(-dx, 0) : width + min(-dx, 0)]
    return out


def scaled(bitmap, percent, cx, cy):
    height, width = bitmap.shape
    y = cy + ((np.arange(height) - cy) * 100) // percent
    x = cx + ((np.arange(width) - cx) * 100) // percent
    inside = ((y >= 0) & (y < height))[:, None] & ((x >= 0) & (x < width))[None, :]
    return np.where(inside, bitmap[np.clip(y, 0, height - 1)][:, np.clip(x, 0, width - 1)], 0).astype(np.uint8)


def perturbed(gt):
    """Detections made from the truth: shifted, eroded, scaled, mislabelled, missed, duplicated, rescored."""
    categories = [c["id"] for c in gt.dataset["categories"]]
    out = []
    for a in gt.dataset["annotations"]:
        i = a["id"]
        for copy in range(1 + (draw(i, 0) % 3 == 0)):
            base = 10 * (copy + 1)
            bitmap = gt.annToMask(a)
            x, y, w, h = (float(v) for v in a["bbox"])
            category = a["category_id"]
            kind = draw(i, base) % 8
            if kind == 0:  # missed
                continue
            if kind in (1, 2):
                dx, dy = draw(i, base + 1) % 13 - 6, draw(i, base + 2) % 13 - 6
                bitmap = shifted(bitmap, dx, dy)
                x, y = x + dx, y + dy
            elif kind in (3, 4):
                for _ in range(1 + draw(i, base + 3) % 3):
                    bitmap = bitmap & shifted(bitmap, 1, 0) & shifted(bitmap, 0, 1)
                x, y = x + 0.5, y + 0.5
            elif kind in (5, 6):
                percent = 70 + draw(i, base + 4) % 61
                bitmap = scaled(bitmap, percent, int(x + w / 2), int(y + h / 2))
                w, h = w * percent / 100, h * percent / 100
            elif draw(i, base + 5) % 2 == 0:
                category = categories[draw(i, base + 6) % len(categories)]
            score = (draw(i, base + 7) % 250) / 250
            rle = tool.encode(np.asfortranarray(bitmap))
            out.append(
                {
                    "image_id": a["image_id"], "category_id": category, "score": score, "bbox": [x, y, w, h],
                    "segmentation": text(rle)})
    return out


def statistics(gt):
    """What DataSetStatistics measures, in its order."""
    fill, others, whole, side, counts = [], [], [], [], []
    for image in gt.dataset["images"]:
        objects = [a for a in gt.imgToAnns[image["id"]] if not a["iscrowd"]]
        bitmaps = [gt.annToMask(a).astype(bool) for a in objects]
        counts.append(len(objects))
        for a, bitmap in zip(objects, bitmaps):
            x, y, w, h = a["bbox"]
            box = np.zeros(bitmap.shape, bool)
            box[int(np.floor(y)) : int(np.ceil(y + h)), int(np.floor(x)) : int(np.ceil(x + w))] = True
            rest = np.zeros(bitmap.shape, bool)
            for other in bitmaps:
                if other is not bitmap:
                    rest |= other
            fill.append((bitmap & box).sum() / box.sum())
            others.append((rest & ~bitmap & box).sum() / box.sum())
            whole.append((bitmap & box).sum() / (bitmap | box).sum())
            side.append(np.sqrt(w * h / bitmap.size))
    others, whole = np.array(others), np.array(whole)
    values = [np.mean(counts), np.median(counts), np.mean(fill), *np.percentile(fill, [10, 50, 90])]
    values += [others.mean(), (others > 0.25).mean(), (whole > 0.5).mean(), (whole > 0.75).mean()]
    return [float(v) for v in [*values, *np.percentile(side, [10, 50, 90])]]


def sample(folder):
    out = {}
    for part in ["train2017", "val2017"]:
        with contextlib.redirect_stdout(io.StringIO()):
            gt = COCO(folder / "annotations" / f"instances_{part}.json")
        data = gt.dataset
        sums = {}
        for a in data["annotations"]:
            rle = gt.annToRLE(a)
            box = ",".join(str(int(v)) for v in tool.toBbox(rle))
            line = f"{rle['counts'].decode()} {int(tool.area(rle))} {box}"
            sums[str(a["id"])] = zlib.crc32(line.encode())
        found = perturbed(gt)
        voc = [1, 2, 3, 4, 5, 6, 7, 9, 16, 17, 18, 19, 20, 21, 44, 62, 63, 64, 67, 72]
        other = [c["id"] for c in data["categories"] if c["id"] not in voc]
        cases = []
        for categories in [None, voc, other]:
            cases.append({"results": "both", **evaluate(data, found, "segm", categories)})
            cases.append({"results": "both", **evaluate(data, found, "bbox", categories)})
            cases.append({"results": "masks", **evaluate(data, without("bbox", found), "segm", categories)})
        out[part] = {"masks": sums, "detections": len(found), "cases": cases, "statistics": statistics(gt)}
    write("coco-sample.json", out)


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--sample", type=pathlib.Path)
    folder = options.parse_args().sample
    masks()
    small()
    if folder:
        sample(folder)
