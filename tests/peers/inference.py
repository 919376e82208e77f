#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times predictions of our engine against ONNX Runtime and OpenVINO on the same models, in turn, with the same threads.

    python3 -m venv venv && venv/bin/pip install torch numpy onnx onnxscript onnxruntime openvino
    venv/bin/python tests/peers/inference.py [MODEL ...] [--rounds 3] [--precision bf16]

The peers get the models as ONNX files written by PyTorch; ours are projects of the same layers. Prints milliseconds of a batch
of 1 and of 16, and the ratio to the faster of the two peers pair by pair (the median counts; above 1 we are faster). In bf16 OpenVINO
gets the hint; ONNX Runtime has no kernels for it on x86 and stays f32.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

from peers import HERE, ROOT, THREADS, models

NAMES = ["resnet50", "mobilenetv2", "bert-base"]


def torch_model(name):
    """The model and a batch of two: of one, the exporter would make a constant."""
    import torch
    import torch.nn as nn

    if name == "resnet50":
        return models()["resnet50"](), torch.randn(2, 3, 224, 224)

    if name == "bert-base":
        class Bert(nn.Module):
            def __init__(self):
                super().__init__()
                self.embedding, self.position = nn.Embedding(128, 768), nn.Parameter(torch.zeros(128, 768))
                layer = nn.TransformerEncoderLayer(768, 12, 3072, 0.0, nn.functional.gelu, batch_first=True)
                self.layers = nn.TransformerEncoder(layer, 12, enable_nested_tensor=False)
                self.head = nn.Linear(768, 128)

            def forward(self, tokens):
                return self.head(self.layers(self.embedding(tokens) + self.position)).transpose(1, 2)

        return Bert(), torch.randint(128, (2, 128))

    def conv(i, o, k=1, s=1, g=1, active=True):
        return [nn.Conv2d(i, o, k, s, k // 2, groups=g, bias=False), nn.BatchNorm2d(o)] + ([nn.ReLU()] if active else [])

    class Inverted(nn.Module):
        def __init__(self, i, o, s, t):
            super().__init__()
            self.body = nn.Sequential(*(conv(i, i * t) if t != 1 else []), *conv(i * t, i * t, 3, s, i * t), *conv(i * t, o, active=False))
            self.residual = s == 1 and i == o

        def forward(self, x):
            return x + self.body(x) if self.residual else self.body(x)

    layers, c = conv(3, 32, 3, 2), 32
    for t, o, r, s in ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)):
        for i in range(r):
            layers.append(Inverted(c, o, s if i == 0 else 1, t))
            c = o
    return nn.Sequential(*layers, *conv(320, 1280), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(1280, 1000)), torch.randn(2, 3, 224, 224)


def export(name, folder):
    import torch
    path = os.path.join(folder, f"{name}.onnx")
    model, sample = torch_model(name)
    torch.onnx.export(model.eval(), (sample,), path, input_names=["x"], dynamic_shapes=({0: torch.export.Dim("batch", max=64)},), dynamo=True, verbose=False)
    return path


def median_ms(run, steps):
    times = []
    for i in range(steps + 3):
        begin = time.perf_counter()
        run()
        if i >= 3:
            times.append(1000 * (time.perf_counter() - begin))
    return statistics.median(times)


def sample_for(name, batch):
    rng = np.random.default_rng(0)
    return rng.integers(0, 128, (batch, 128)) if name == "bert-base" else rng.standard_normal((batch, 3, 224, 224), dtype=np.float32)


def onnxruntime_ms(path, x, steps, precision):  # the same in either precision
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return median_ms(lambda: session.run(None, {"x": x}), steps)


def openvino_ms(path, x, steps, precision):
    import openvino
    core = openvino.Core()
    model = core.read_model(path)
    model.reshape({"x": list(x.shape)})
    request = core.compile_model(model, "CPU", {"INFERENCE_NUM_THREADS": THREADS, "PERFORMANCE_HINT": "LATENCY",
                                                "INFERENCE_PRECISION_HINT": precision}).create_infer_request()
    return median_ms(lambda: request.infer({"x": x}), steps)


PEERS = {"onnxruntime": onnxruntime_ms, "openvino": openvino_ms}


def our_ms(name, batch, steps, precision):
    out = subprocess.run([f"{ROOT}/build/bin/deepseek", "bench", f"{HERE}/projects/{name}.dsw", "--inference", "--batch", str(batch),
                          "--steps", str(steps), "--threads", str(THREADS), "--precision", precision, "--json"], check=True, capture_output=True, text=True).stdout
    return json.loads(out.strip().splitlines()[-1])["step_ms"]


def peer_ms(peer, path, name, batch, steps, precision):
    out = subprocess.run([sys.executable, __file__, "--peer", peer, "--path", path, "--batch", str(batch), "--steps", str(steps), "--precision", precision, name],
                         check=True, capture_output=True, text=True).stdout
    return float(out.strip().splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="*", default=NAMES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=0, help="0: 20 of one sample, 6 of sixteen")
    parser.add_argument("--precision", choices=["f32", "bf16"], default="f32")
    for hidden in ("--peer", "--path"):
        parser.add_argument(hidden, help=argparse.SUPPRESS)
    parser.add_argument("--batch", type=int, default=1, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        print(PEERS[options.peer](options.path, sample_for(options.models[0], options.batch), options.steps, options.precision))
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in options.models or NAMES:
            path = export(name, folder)
            for batch, steps in ((1, 20), (16, 6)):
                steps = options.steps or steps
                ours, peers = [], {peer: [] for peer in PEERS}
                for _ in range(options.rounds):
                    ours.append(our_ms(name, batch, steps, options.precision))
                    for peer, times in peers.items():
                        times.append(peer_ms(peer, path, name, batch, steps, options.precision))
                ratios = [min(pair) / own for own, *pair in zip(ours, *peers.values())]
                print(f"{name:12} batch {batch:2}: ours {statistics.median(ours):8.2f} ms  " +
                      "  ".join(f"{peer} {statistics.median(times):8.2f}" for peer, times in peers.items()) +
                      f"  ratio {statistics.median(ratios):.2f} {[round(r, 2) for r in ratios]}", flush=True)


if __name__ == "__main__":
    main()
