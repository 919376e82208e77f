#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trains the same models on the same random data with our engine and with PyTorch, in turn, with the same threads.

    python3 -m venv venv && venv/bin/pip install torch numpy
    venv/bin/python tests/peers/peers.py [MODEL ...] [--rounds 3] [--steps 20] [--numbers-only | --speed-only] [--precision bf16] [--compile]

--precision bf16 times both in mixed precision (PyTorch by autocast); --compile times torch.compile, too. Prints samples/s of both, their ratio pair by pair (the median counts), peak memory, and how far losses and gradients are
apart from the same weights, from each other and from PyTorch in double precision.
"""
import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
THREADS = len(os.sched_getaffinity(0))


def models():
    """Each model with its parameters in the order of ours, as (tensor, transposed)."""
    import torch
    import torch.nn as nn
    import torch.nn.functional as F

    def dense(module):
        return [(module.weight, True)] + ([(module.bias, False)] if module.bias is not None else [])

    def plain(module):
        return [(p, False) for p in module.parameters(recurse=False)]

    class Sequence(nn.Sequential):
        def ours(self):
            pairs = []
            for module in self:
                pairs += module.ours() if hasattr(module, "ours") else dense(module) if isinstance(module, nn.Linear) else plain(module)
            return pairs

    def conv(i, o, k, s=1):
        return nn.Conv2d(i, o, k, s, k // 2, bias=False)

    class Block(nn.Module):
        def __init__(self, i, widths, kernels, strides):
            super().__init__()
            self.convs, self.norms = nn.ModuleList(), nn.ModuleList()
            c = i
            for o, k, s in zip(widths, kernels, strides):
                self.convs.append(conv(c, o, k, s))
                self.norms.append(nn.BatchNorm2d(o))
                c = o
            stride = max(strides)
            self.short = Sequence(conv(i, c, 1, stride), nn.BatchNorm2d(c)) if i != c or stride != 1 else None

        def forward(self, x):
            y = x
            for n, (c, b) in enumerate(zip(self.convs, self.norms)):
                y = b(c(y))
                if n + 1 < len(self.convs):
                    y = F.relu(y)
            return F.relu(y + (self.short(x) if self.short else x))

        def ours(self):
            pairs = []
            for c, b in zip(self.convs, self.norms):
                pairs += plain(c) + plain(b)
            return pairs + (self.short.ours() if self.short else [])

    class Head(nn.Module):
        def __init__(self, i, o):
            super().__init__()
            self.fc = nn.Linear(i, o)

        def forward(self, x):
            return self.fc(x.mean((2, 3)))

        def ours(self):
            return dense(self.fc)

    def resnet18():
        layers, c = [conv(3, 64, 3), nn.BatchNorm2d(64), nn.ReLU()], 64
        for f, s in ((64, 1), (128, 2), (256, 2), (512, 2)):
            layers += [Block(c, (f, f), (3, 3), (s, 1)), Block(f, (f, f), (3, 3), (1, 1))]
            c = f
        return Sequence(*layers, Head(512, 10))

    def resnet50():
        layers, c = [conv(3, 64, 7, 2), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1)], 64
        for f, s, n in ((64, 1, 3), (128, 2, 4), (256, 2, 6), (512, 2, 3)):
            for i in range(n):
                layers.append(Block(c, (f, f, 4 * f), (1, 3, 1), (1, s if i == 0 else 1, 1)))
                c = 4 * f
        return Sequence(*layers, Head(2048, 1000))

    class Attention(nn.Module):
        def __init__(self, width, heads):
            super().__init__()
            self.heads = heads
            self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))

        def forward(self, x):
            n, t, c = x.shape
            q, k, v = (f(x).view(n, t, self.heads, c // self.heads).transpose(1, 2) for f in (self.q, self.k, self.v))
            y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
            return self.o(y.transpose(1, 2).reshape(n, t, c))

        def ours(self):
            return dense(self.q) + dense(self.k) + dense(self.v) + dense(self.o)

    class Transformer(nn.Module):
        def __init__(self, width, heads):
            super().__init__()
            self.n1, self.n2 = nn.LayerNorm(width), nn.LayerNorm(width)
            self.attention = Attention(width, heads)
            self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

        def forward(self, x):
            x = x + self.attention(self.n1(x))
            return x + self.down(F.gelu(self.up(self.n2(x))))

        def ours(self):
            return plain(self.n1) + self.attention.ours() + plain(self.n2) + dense(self.up) + dense(self.down)

    class Gpt(nn.Module):
        def __init__(self):
            super().__init__()
            self.embedding = nn.Embedding(128, 384)
            self.position = nn.Parameter(torch.zeros(256, 384))
            self.blocks = nn.ModuleList(Transformer(384, 6) for _ in range(6))
            self.norm, self.head = nn.LayerNorm(384), nn.Linear(384, 128)

        def forward(self, tokens):
            x = self.embedding(tokens) + self.position[: tokens.shape[1]]
            for block in self.blocks:
                x = block(x)
            return self.head(self.norm(x)).transpose(1, 2)

        def ours(self):
            pairs = [(self.embedding.weight, False), (self.position, False)]
            for block in self.blocks:
                pairs += block.ours()
            return pairs + plain(self.norm) + dense(self.head)

    class BiLstm(nn.Module):
        def __init__(self):
            super().__init__()
            self.lstm = nn.LSTM(64, 256, 2, batch_first=True, bidirectional=True)
            self.fc = nn.Linear(512, 10)

        def forward(self, x):
            _, (h, _) = self.lstm(x)
            return self.fc(torch.cat((h[-2], h[-1]), 1))

        def ours(self):
            return [(p, False) for p in self.lstm.parameters()] + dense(self.fc)

    return {
        "fmnist-cnn": lambda: Sequence(nn.Conv2d(1, 32, 3, 1, 1, bias=False), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2),
                                       nn.Conv2d(32, 64, 3, 1, 1, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(2),
                                       nn.Flatten(), nn.Linear(3136, 128), nn.ReLU(), nn.Linear(128, 10)),
        "mlp": lambda: Sequence(nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 512), nn.ReLU(), nn.Linear(512, 10)),
        "resnet18": resnet18, "resnet50": resnet50, "gpt": Gpt, "bilstm": BiLstm,
    }


NAMES = ["fmnist-cnn", "mlp", "resnet18", "resnet50", "gpt", "bilstm"]


def shape_of(name):
    project = json.load(open(f"{HERE}/projects/{name}.dsw"))
    return project["data"]["train"], project["training"]["batch_size"]


def torch_speed(name, steps, channels_last, precision, compiled):
    """Runs in a process of its own, so that its peak memory is its own."""
    import torch
    torch.set_num_threads(THREADS)
    torch.manual_seed(0)
    data, batch = shape_of(name)
    model = models()[name]()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5, weight_decay=0.01)
    if "vocabulary" in data:
        x = torch.randint(data["vocabulary"], (batch, *data["shape"]))
        y = torch.randint(data["vocabulary"], (batch, *data["shape"]))
    else:
        x = torch.randn(batch, *data["shape"])
        y = torch.randint(data["classes"], (batch,))
    if channels_last:
        model, x = model.to(memory_format=torch.channels_last), x.to(memory_format=torch.channels_last)
    if compiled:
        model = torch.compile(model)
    times = []
    for i in range(steps + 3):
        begin = time.perf_counter()
        optimizer.zero_grad(set_to_none=True)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == "bf16"):
            loss = torch.nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        if i >= 3:
            times.append(time.perf_counter() - begin)
    print(json.dumps({"samples_per_second": batch / statistics.median(times), "peak_memory_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}))


def our_speed(name, steps, precision):
    out = subprocess.run([f"{ROOT}/build/bin/deepseek", "bench", f"{HERE}/projects/{name}.dsw", "--steps", str(steps), "--threads", str(THREADS),
                          "--precision", precision, "--json"],
                         check=True, capture_output=True, text=True).stdout
    return json.loads(out.strip().splitlines()[-1])


def their_speed(name, steps, *flags):
    out = subprocess.run([sys.executable, __file__, "--torch", name, "--steps", str(steps), *flags], check=True, capture_output=True, text=True).stdout
    return json.loads(out.strip().splitlines()[-1])


def speed(name, rounds, steps, precision, compiled):
    """Against eager PyTorch; with images, against the better of it and eager channels-last. Compiled has a figure of its own."""
    variants = [[], ["--channels-last"]] if len(shape_of(name)[0]["shape"]) == 3 else [[]]
    run = lambda *flags: their_speed(name, steps, "--precision", precision, *flags)
    rate = lambda row: row["samples_per_second"]
    ratios, ours, theirs, to_compiled = [], [], [], []
    for _ in range(rounds):
        a = our_speed(name, steps, precision)
        b = max((run(*flags) for flags in variants), key=rate)
        ours.append(a)
        theirs.append(b)
        ratios.append(rate(a) / rate(b))
        if compiled:
            to_compiled.append(rate(a) / max(rate(run("--compile", *flags)) for flags in variants))
    median = lambda rows, key: statistics.median(row[key] for row in rows)
    return {"compiled": to_compiled, "ours": median(ours, "samples_per_second"), "torch": median(theirs, "samples_per_second"), "ratio": statistics.median(ratios),
            "ratios": [round(r, 2) for r in ratios], "our_memory": median(ours, "peak_memory_bytes"), "torch_memory": median(theirs, "peak_memory_bytes")}


def our_step(name, folder, *flags):
    """First weights, a batch and its gradients as files in the folder; the losses of SGD steps."""
    out = subprocess.run([f"{ROOT}/build/bin/peer_step", f"{HERE}/projects/{name}.dsw", folder, *flags], check=True, capture_output=True, text=True).stdout
    return [float(line) for line in out.split()]


def peer_of(name, folder):
    """PyTorch's model with our first weights, the batch, and our gradients in the order of its parameters."""
    import torch
    load = lambda file: torch.from_numpy(np.load(os.path.join(folder, file)))
    file = lambda n: n.replace("/", "-")
    order = open(os.path.join(folder, "order.txt")).read().split()
    model = models()[name]()
    pairs = model.ours()
    assert len(pairs) == len(order), (len(pairs), len(order))
    gradients = []
    with torch.no_grad():
        for (parameter, transposed), n in zip(pairs, order):
            turn = lambda t: (t.t() if transposed else t).reshape(parameter.shape)
            parameter.copy_(turn(load(f"weight.{file(n)}.npy")))
            gradients.append(turn(load(f"grad.{file(n)}.npy")).double())
    feed = lambda *names: next(load(f"feed.{n}.npy") for n in names if os.path.exists(os.path.join(folder, f"feed.{n}.npy")))
    return model, feed("input", "tokens"), feed("label", "targets"), gradients


def train(model, inputs, targets, steps):
    """Losses of SGD steps, and the gradients of the first in our order."""
    import torch
    optimizer, losses, gradients = torch.optim.SGD(model.parameters(), lr=0.01), [], []
    for step in range(steps):
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(inputs), targets)
        loss.backward()
        losses.append(loss.item())
        if step == 0:
            gradients = [p.grad.double().clone() for p, _ in model.ours()]
        optimizer.step()
    return losses, gradients


def gradient_error(gradients, truth):
    # Gradients that vanish (a bias before a batch norm) are measured against the largest of the model.
    floor = 1e-3 * max(g.norm().item() for g in truth)
    return max((g - t).norm().item() / max(t.norm().item(), floor) for g, t in zip(gradients, truth))


def loss_error(losses, truth):
    return max(abs(u - v) / abs(v) for u, v in zip(losses, truth))


def wide(tensor):
    return tensor.double() if tensor.is_floating_point() else tensor


def numbers(name):
    import copy
    import torch
    torch.set_num_threads(THREADS)
    with tempfile.TemporaryDirectory() as folder:
        losses = our_step(name, folder)
        model, x, y, ours = peer_of(name, folder)
    exact = copy.deepcopy(model).double()
    theirs, their_gradients = train(model, x, y, 10)
    truth, true_gradients = train(exact, wide(x), y, 1 if name == "resnet50" else 10)
    return {"losses": loss_error(losses, theirs), "losses_exact": loss_error(losses, truth), "torch_losses_exact": loss_error(theirs, truth),
            "gradients": gradient_error(ours, true_gradients), "torch_gradients": gradient_error(their_gradients, true_gradients)}


# Our reference backend is made of plain loops: a few samples are enough where rounding plays no part.
DOUBLE = {"resnet18": (2, 3), "resnet50": (1, 2), "gpt": (1, 3), "bilstm": (1, 10)}  # samples, steps


def numbers_in_double(name):
    import torch
    torch.set_num_threads(THREADS)
    batch, steps = DOUBLE.get(name, (16, 10))
    with tempfile.TemporaryDirectory() as folder:
        losses = our_step(name, folder, "--double", "--batch", str(batch), "--steps", str(steps))
        model, x, y, ours = peer_of(name, folder)
    theirs, gradients = train(model.double(), wide(x), y, steps)
    return {"losses": loss_error(losses, theirs), "gradients": gradient_error(ours, gradients), "steps": steps}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="*", default=NAMES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--numbers-only", action="store_true")
    parser.add_argument("--speed-only", action="store_true")
    parser.add_argument("--precision", choices=["f32", "bf16"], default="f32")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--torch", help=argparse.SUPPRESS)
    parser.add_argument("--channels-last", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.torch:
        return torch_speed(options.torch, options.steps, options.channels_last, options.precision, options.compile)
    failed = False
    for name in options.models or NAMES:
        if not options.speed_only:
            n = numbers(name)
            # Where f32 itself is not worth 1e-4 (a ReLU whose input is 0 but for rounding), PyTorch's own error is the measure.
            good = n["gradients"] < max(1e-4, 3 * n["torch_gradients"]) and n["losses_exact"] < max(1e-4, 3 * n["torch_losses_exact"])
            failed |= not good
            d = numbers_in_double(name)
            exact = d["losses"] < 1e-8 and d["gradients"] < 1e-8
            failed |= not exact
            print(f"{name:12} both in double: losses of {d['steps']} steps {d['losses']:.1e}, gradients {d['gradients']:.1e}  {'ok' if exact else 'TOO MUCH'}", flush=True)
            print(f"{name:12} losses of 10 steps against PyTorch's: {n['losses']:.1e}. Against f64: losses {n['losses_exact']:.1e} (PyTorch {n['torch_losses_exact']:.1e}), "
                  f"gradients {n['gradients']:.1e} (PyTorch {n['torch_gradients']:.1e})  {'ok' if good else 'TOO MUCH'}", flush=True)
        if not options.numbers_only:
            s = speed(name, options.rounds, options.steps, options.precision, options.compile)
            print(f"{name:12} ours {s['ours']:9.1f}/s  torch {s['torch']:9.1f}/s  ratio {s['ratio']:.2f} {s['ratios']}  "
                  f"memory {s['our_memory'] / 2**20:.0f} against {s['torch_memory'] / 2**20:.0f} MiB", flush=True)
            if s["compiled"]:
                print(f"{name:12} against torch.compile: {statistics.median(s['compiled']):.2f} {[round(r, 2) for r in s['compiled']]}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
