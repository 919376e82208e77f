#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Statistics of random arrays of every dtype, by the engine and by NumPy.

    venv/bin/python tests/peers/tensor_statistics.py [--arrays 40] [--seed N]

An array has up to three axes and 200,000 elements, of a random scale and offset; some hold zeros, NaN and infinities. Counts, extremes and the
histogram have to be equal, mean, variance and norm to lie within the rounding of double sums. Ends with an error where they do not.
"""
import argparse
import json
import math
import os
import subprocess
import sys
import tempfile

import numpy as np

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.path.join(ROOT, "build", "bin", "peer_statistics")
DTYPES = {"f32": "f4", "f64": "f8", "bf16": "f4", "f16": "f2", "i32": "i4", "i64": "i8", "u8": "u1", "bool": "?"}


def to_bf16(values):
    """The same numbers with the last 16 bits cut off; NaN stays NaN."""
    bits = values.astype("f4").view("u4") & np.uint32(0xFFFF0000)
    return np.where(np.isnan(values), np.float32(np.nan), bits.view("f4"))


def random_array(rng, name):
    shape = tuple(int(n) for n in rng.integers(0, 60, rng.integers(0, 4)))
    if rng.random() < 0.3:
        shape = (int(rng.integers(1, 200_000)),)
    if name == "bool":
        return rng.random(shape) < 0.3
    if name == "u8":
        return rng.integers(0, 256, shape).astype("u1")
    if name in ("i32", "i64"):
        return rng.integers(-1000, 1000, shape).astype(DTYPES[name])
    most = 2 if name == "f16" else 30
    values = rng.normal(size=shape) * 10.0 ** rng.uniform(-most, most) + rng.choice([0, 0, 1, 1000])
    values = np.asarray(values, DTYPES[name])
    if values.ndim and rng.random() < 0.5:
        for what in (0.0, -0.0, np.nan, np.inf, -np.inf):
            values[rng.random(shape) < 0.01] = what
    return to_bf16(values) if name == "bf16" else values


def expected(array):
    x = np.asarray(array, "f8").ravel()
    finite = x[np.isfinite(x)]
    histogram = np.zeros((2, 255), "i8")
    there = finite[finite != 0]
    exponents = np.clip(np.frexp(there)[1] - 1 + 127, 0, 254)  # frexp has numbers from one half to 1
    np.add.at(histogram, ((there < 0).astype(int), exponents), 1)
    nothing = math.nan
    return {
        "mean": math.fsum(finite) / len(finite) if len(finite) else nothing,
        "variance": float(np.var(finite.astype("g"))) if len(finite) else nothing,
        "norm": float(np.linalg.norm(finite.astype("g"))),
        "min": float(finite.min()) if len(finite) else nothing,
        "max": float(finite.max()) if len(finite) else nothing,
        "counts": [len(x), int(np.sum(x == 0)), int(np.isnan(x).sum()), int(np.isposinf(x).sum()), int(np.isneginf(x).sum())],
        "histogram": histogram.ravel().tolist(),
    }


def problem(ours, theirs, scale):
    """What differs; empty if nothing does."""
    for key, value in theirs.items():
        if isinstance(value, list):
            if ours[key] != value:
                return key
            continue
        mine = float(ours[key])
        if math.isnan(value) != math.isnan(mine):
            return f"{key}: {mine}, NumPy {value}"
        # A mean or variance is as exact as sums of numbers of that size can be.
        size = {"mean": scale, "variance": scale * scale}.get(key, abs(value))
        tolerance = 0 if key in ("min", "max") else 1e-12 * size
        if not math.isnan(value) and abs(mine - value) > tolerance:
            return f"{key}: {mine}, NumPy {value}"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--arrays", type=int, default=40, help="of each dtype")
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else int.from_bytes(os.urandom(4), "little")
    rng = np.random.default_rng(seed)
    wrong = compared = 0
    for name in DTYPES:
        arrays = [random_array(rng, name) for _ in range(options.arrays)]
        arrays = [a for a in arrays if a.size]  # an .npy file without elements holds no data to read
        with tempfile.TemporaryDirectory() as folder:
            files = [os.path.join(folder, f"{i}.npy") for i in range(len(arrays))]
            for file, array in zip(files, arrays):
                # The engine reads doubles as f32; their bits come as integers.
                np.save(file, array.view("i8") if name == "f64" else array)
            told = subprocess.run([PROGRAM] + [f"{name}={file}" for file in files], capture_output=True, text=True)
        if told.returncode:
            sys.exit(told.stderr)
        lines = [json.loads(line) for line in told.stdout.splitlines()]
        backends = len(lines) // len(arrays)
        for i, array in enumerate(arrays):
            theirs = expected(array)
            finite = np.abs(np.asarray(array, "f8")[np.isfinite(np.asarray(array, "f8"))])
            scale = float(finite.max()) if finite.size else 0.0
            for ours in lines[i * backends : (i + 1) * backends]:
                compared += 1
                if what := problem(ours, theirs, scale):
                    wrong += 1
                    print(f"{name}{list(array.shape)} on {ours['backend']}: {what}")
    print(f"{compared} comparisons of {len(DTYPES)} dtypes, seed {seed}: {wrong or 'none'} differ{'s' if wrong == 1 else ''}")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
