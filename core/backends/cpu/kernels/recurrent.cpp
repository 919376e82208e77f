// SPDX-License-Identifier: Apache-2.0
// rnn, lstm and gru. The input's part of all steps is one product. Then each thread takes a part of the batch through all
// steps: it never waits for the others, which a product shared by all threads would make it do in each step.
#include <algorithm>
#include <utility>

#include "core/backends/cpu/gemm.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/recurrent_shape.h"

namespace ds::cpu {

namespace {

/// Examples [begin, end) through all steps; `gates` [T, N, G H] hold the input's part, `weight` is w_hh transposed, packed.
void forwardSteps(const RecurrentShape& s, const KernelArgs& args, float* gates, float* recurrent, const float* weight, int64_t begin,
                  int64_t end)
{
    const int64_t rows = end - begin, width = s.width(), hidden = s.hidden;
    // The running states become the last ones.
    float* h = args.out<float>(1) + begin * hidden;
    float* c = s.states > 1 ? args.out<float>(2) + begin * hidden : nullptr;
    s.copyState(args, 1, begin, rows, h);
    if (c) s.copyState(args, 2, begin, rows, c);
    for (int64_t i = 0; i < s.steps; ++i) {
        const int64_t t = s.stepAt(i);
        float* sums = gates + (t * s.batch + begin) * width;
        float* rec = s.separate() ? recurrent + begin * width : sums; // lstm and rnn add both parts at once
        if (i > 0 || s.present(1)) s.simd.multiply(h, hidden, rows, weight, hidden, width, rec, width, !s.separate());
        else if (s.separate()) std::fill(rec, rec + rows * width, 0.0f);
        for (int64_t n = 0; n < rows; ++n) {
            float *y = args.out<float>() + (t * s.batch + begin + n) * hidden, *cell = c ? c + n * hidden : nullptr;
            if (t >= s.length(args, begin + n)) {
                std::fill(y, y + hidden, 0.0f);
                continue;
            }
            s.cell(args, sums + n * width, rec + n * width, h + n * hidden, cell, cell, y);
            std::copy(y, y + hidden, h + n * hidden);
        }
    }
}

std::unique_ptr<Kernel> prepareForward(const KernelRequest& request)
{
    prepareGemm();
    const RecurrentShape s(request);
    const int64_t parts = partsFor(s.batch, s.steps * s.width() * s.hidden);
    const int64_t gates = s.steps * s.batch * s.width(), weight = s.simd.packedSize(s.hidden, s.width());
    return makeKernel(
        [=](const KernelArgs& args) {
            float *own = static_cast<float*>(args.workspace), *packed = own + gates, *recurrent = packed + weight;
            s.projectInput(args, own);
            s.simd.pack(args.in<float>(s.weights() + 1), 1, s.hidden, s.hidden, s.width(), packed);
            parallelParts(parts, s.batch,
                          [&](int64_t, int64_t begin, int64_t end) { forwardSteps(s, args, own, recurrent, packed, begin, end); });
        },
        "recurrent", static_cast<std::size_t>(gates + weight + (s.separate() ? s.batch * s.width() : 0)) * sizeof(float));
}

/// Of all steps [T, N, ...]: sums, then activations, then gradients of the gates; the same of gru's recurrent part; the states
/// before each step; the cells after it.
struct Tape {
    float *gates, *recurrent, *before, *cells;
    float* sums() const { return recurrent ? recurrent : gates; } ///< of the product with w_hh
};

/// The states before each step, from y. Zeros where a step is not valid.
void fillBefore(const RecurrentShape& s, const KernelArgs& args, float* before)
{
    const float* y = args.in<float>(s.lengths() + 1);
    parallelItems(s.steps * s.batch, s.hidden, [&](int64_t row) {
        const int64_t i = s.stepAt(row / s.batch), t = row / s.batch, n = row % s.batch; // stepAt is its own inverse
        float* to = before + row * s.hidden;
        if (t >= s.length(args, n)) std::fill(to, to + s.hidden, 0.0f);
        else if (s.first(args, t, n)) s.copyState(args, 1, n, 1, to);
        else {
            const float* from = y + (s.stepAt(i - 1) * s.batch + n) * s.hidden;
            std::copy(from, from + s.hidden, to);
        }
    });
}

/// Examples [begin, end): activations again (elementwise only), then back through time. `weight` is
/// w_hh, packed; `scratch` holds two rows.
void backwardSteps(const RecurrentShape& s, const KernelArgs& args, const Tape& tape, const float* weight, float* scratch, int64_t begin,
                   int64_t end)
{
    const int64_t rows = end - begin, width = s.width(), hidden = s.hidden, gradAt = s.lengths() + 2;
    float* zeros = scratch + hidden;
    std::fill(zeros, zeros + hidden, 0.0f);
    const auto rowAt = [&](int64_t t, int64_t n) { return t * s.batch + begin + n; };
    const auto recurrent = [&](int64_t row) { return (tape.recurrent ? tape.recurrent : tape.gates) + row * width; };
    const auto cellAt = [&](int64_t row) { return tape.cells ? tape.cells + row * hidden : nullptr; };
    const auto cellBefore = [&](int64_t i, int64_t n) -> const float* {
        if (!tape.cells) return nullptr;
        if (!s.first(args, s.stepAt(i), begin + n)) return cellAt(rowAt(s.stepAt(i - 1), n));
        return s.present(2) ? args.in<float>(2) + (begin + n) * hidden : zeros;
    };
    for (int64_t i = 0; i < s.steps; ++i)
        for (int64_t n = 0; n < rows; ++n) {
            const int64_t t = s.stepAt(i), row = rowAt(t, n);
            if (t >= s.length(args, begin + n)) continue;
            s.cell(args, tape.gates + row * width, recurrent(row), tape.before + row * hidden, cellBefore(i, n), cellAt(row), scratch);
        }

    float* dh = args.out<float>(1) + begin * hidden;
    float* dc = s.states > 1 ? args.out<float>(2) + begin * hidden : nullptr;
    s.copyState(args, static_cast<int>(gradAt) + 1, begin, rows, dh);
    if (dc) s.copyState(args, static_cast<int>(gradAt) + 2, begin, rows, dc);
    const float* gradY = s.present(static_cast<int>(gradAt)) ? args.in<float>(static_cast<int>(gradAt)) : nullptr;
    for (int64_t i = s.steps - 1; i >= 0; --i) {
        const int64_t t = s.stepAt(i);
        for (int64_t n = 0; n < rows; ++n) {
            const int64_t row = rowAt(t, n);
            float *gates = tape.gates + row * width, *own = dh + n * hidden;
            if (t >= s.length(args, begin + n)) {
                std::fill(gates, gates + width, 0.0f);
                if (tape.recurrent) std::fill(recurrent(row), recurrent(row) + width, 0.0f);
                continue;
            }
            if (gradY) s.simd.addRow(gradY + row * hidden, own, hidden);
            s.cellGrad(gates, recurrent(row), tape.before + row * hidden, cellBefore(i, n), cellAt(row), own,
                       dc ? dc + n * hidden : nullptr);
        }
        s.simd.multiply(tape.sums() + rowAt(t, 0) * width, width, rows, weight, width, hidden, dh, hidden, true);
    }
}

/// Each thread some columns, so that the order of each sum is fixed.
void sumColumns(const RecurrentShape& s, const float* x, float* y)
{
    const int64_t rows = s.steps * s.batch, width = s.width();
    parallelFor(width, std::max<int64_t>(16, 32768 / rows), [&](int64_t begin, int64_t end) {
        std::fill(y + begin, y + end, 0.0f);
        for (int64_t row = 0; row < rows; ++row) s.simd.addRow(x + row * width + begin, y + begin, end - begin);
    });
}

std::unique_ptr<Kernel> prepareGrad(const KernelRequest& request)
{
    prepareGemm();
    const RecurrentShape s(request);
    const int64_t parts = partsFor(s.batch, s.steps * s.width() * s.hidden);
    const int64_t rows = s.steps * s.batch, gates = rows * s.width(), states = rows * s.hidden;
    const int64_t total = gates + (s.separate() ? gates : 0) + states + (s.states > 1 ? states : 0) + parts * 2 * s.hidden +
                          s.simd.packedSize(s.width(), s.hidden);
    return makeKernel(
        [=](const KernelArgs& args) {
            float* at = static_cast<float*>(args.workspace);
            const auto take = [&](int64_t count) { return std::exchange(at, at + count); };
            const Tape tape{take(gates), s.separate() ? take(gates) : nullptr, take(states), s.states > 1 ? take(states) : nullptr};
            const int w = s.weights();
            const int64_t width = s.width(), hidden = s.hidden;
            fillBefore(s, args, tape.before);
            s.projectInput(args, tape.gates);
            gemm(false, true, rows, width, hidden, 1, tape.before, hidden, args.in<float>(w + 1), hidden, s.separate() ? 0.0f : 1.0f,
                 tape.sums(), width);
            float* weight = take(s.simd.packedSize(width, hidden));
            s.simd.pack(args.in<float>(w + 1), hidden, 1, width, hidden, weight);
            parallelParts(parts, s.batch, [&](int64_t part, int64_t begin, int64_t end) {
                backwardSteps(s, args, tape, weight, at + part * 2 * hidden, begin, end);
            });
            gemm(false, false, rows, s.input, width, 1, tape.gates, width, args.in<float>(w), s.input, 0, args.out<float>(0), s.input);
            gemm(true, false, width, s.input, rows, 1, tape.gates, width, args.in<float>(0), s.input, 0, args.out<float>(w), s.input);
            gemm(true, false, width, hidden, rows, 1, tape.sums(), width, tape.before, hidden, 0, args.out<float>(w + 1), hidden);
            sumColumns(s, tape.gates, args.out<float>(w + 2));
            sumColumns(s, tape.sums(), args.out<float>(w + 3));
        },
        "recurrent_grad", static_cast<std::size_t>(total) * sizeof(float));
}

bool accepts(const KernelRequest& request)
{
    return request.in(0).dtype == DType::F32 && request.in(0).count() > 0 && request.out().count() > 0;
}

} // namespace

void install_recurrent(KernelTable& table)
{
    for (const char* name : {"rnn", "lstm", "gru"}) table[name] = {prepareForward, accepts};
    for (const char* name : {"rnn_grad", "lstm_grad", "gru_grad"}) table[name] = {prepareGrad, accepts};
}

} // namespace ds::cpu
