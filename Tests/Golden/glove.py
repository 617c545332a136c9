"""Makes glove.json: GloVe on six short sentences, computed with NumPy alone, and arrays as NumPy writes them.

Nothing here is shared with the Swift sources: X is filled by looking at every pair of places in a sentence, and the
gradient is that of the whole objective as matrix products. Run it as `python3 glove.py`, beside the fixture.
"""

import base64
import io
import json
import pathlib

import numpy as np

WINDOW, DIMENSION, SATURATION, EXPONENT, RATE, EPOCHS = 4, 3, 2.0, 0.75, 0.05, 4
SENTENCES = [
    "the zebra has stripes and the horse has none",
    "the horse runs and the zebra runs",
    "a spoon lies in a bowl",
    "the bowl and the spoon lie in the sink",
    "a horse eats from a bowl",
    "stripes run round the zebra",
]


def cooccurrences(sentences, vocabulary):
    """X, dense and symmetric."""
    x = np.zeros((len(vocabulary), len(vocabulary)))
    for sentence in sentences:
        places = [vocabulary.index(word) for word in sentence if word in vocabulary]
        for s, first in enumerate(places):
            for t, second in enumerate(places):
                if s != t and abs(s - t) <= WINDOW:
                    x[first, second] += 1 / abs(s - t)
    return x


def whole_gradient(x, w, v, b, c):
    """J and its gradient, as matrices."""
    f = np.minimum(1, (x / SATURATION) ** EXPONENT)
    residual = np.where(x > 0, w @ v.T + b[:, None] + c[None, :] - np.log(np.where(x > 0, x, 1)), 0)
    g = 2 * f * residual
    return (f * residual**2).sum(), g @ v, g.T @ w, g.sum(1), g.sum(0)


def train(x, parameters, cells, orders):
    """AdaGrad, a cell at a time; the objective as the cells saw it, for each epoch."""
    w, v, b, c = (p.copy() for p in parameters)
    sums = [np.ones_like(p) for p in (w, v, b, c)]
    objectives = []
    for order in orders:
        total = 0.0
        for index in order:
            i, j = cells[index]
            f = min(1.0, (x[i, j] / SATURATION) ** EXPONENT)
            residual = w[i] @ v[j] + b[i] + c[j] - np.log(x[i, j])
            total += f * residual**2
            g = 2 * f * residual
            steps = [(w, i, g * v[j]), (v, j, g * w[i]), (b, i, g), (c, j, g)]
            for accumulated, (array, place, slope) in zip(sums, steps):
                accumulated[place] += slope**2
                array[place] -= RATE * slope / np.sqrt(accumulated[place])
        objectives.append(total)
    return objectives, (w, v, b, c)


def as_npy(array, version):
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, array, version=version)
    return base64.b64encode(buffer.getvalue()).decode()


def main():
    sentences = [sentence.split() for sentence in SENTENCES]
    words = [word for sentence in sentences for word in sentence]
    frequent = {word for word in words if words.count(word) >= 2}
    vocabulary = sorted(frequent, key=lambda word: (-words.count(word), word))
    x = cooccurrences(sentences, vocabulary)
    cells = [(i, j) for i, j in zip(*(axis.tolist() for axis in np.nonzero(x)))]

    rng = np.random.default_rng(20180618)
    count = len(vocabulary)
    parameters = [rng.uniform(-0.5, 0.5, shape) for shape in ((count, DIMENSION),) * 2 + ((count,),) * 2]
    objective, *gradient = whole_gradient(x, *parameters)
    orders = [rng.permutation(len(cells)).tolist() for _ in range(EPOCHS)]
    objectives, trained = train(x, parameters, cells, orders)

    def flat(arrays):
        names = ("words", "neighbours", "wordBiases", "neighbourBiases")
        return {name: array.ravel().tolist() for name, array in zip(names, arrays)}

    vectors = rng.standard_normal((3, 5)).astype("<f4")
    fixture = {
        "sentences": SENTENCES,
        "window": WINDOW, "dimension": DIMENSION, "saturation": SATURATION, "exponent": EXPONENT, "rate": RATE,
        "vocabulary": vocabulary,
        "cells": [{"word": i, "neighbour": j, "count": x[i, j]} for i, j in cells],
        "initial": flat(parameters), "objective": objective, "gradient": flat(gradient),
        "orders": orders, "objectives": objectives, "trained": flat(trained),
        "vectors": vectors.ravel().tolist(),
        "arrays": {
            "version 1": as_npy(vectors, (1, 0)),
            "version 2": as_npy(vectors, (2, 0)),
            "version 3": as_npy(vectors, (3, 0)),
            "float64": as_npy(vectors.astype("<f8"), (1, 0)),
            "big-endian": as_npy(vectors.astype(">f4"), (1, 0)),
            "columns first": as_npy(np.asfortranarray(vectors), (1, 0)),
            "one dimension": as_npy(vectors.ravel(), (1, 0)),
            "two rows": as_npy(vectors[:2], (1, 0)),
        },
    }
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(fixture, indent=None) + "\n")


if __name__ == "__main__":
    main()
