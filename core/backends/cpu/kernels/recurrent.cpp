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

/// Examples [begin, end) through all steps; `gates` [T, N, ...], rows `row` apart, hold the input's part; `weight` is w_hh transposed,
/// packed.
void forwardSteps(const RecurrentShape& s, const KernelArgs& args, float* gates, int64_t row, float* recurrent, const float* weight,
                  int64_t begin, int64_t end)
{
    const int64_t rows = end - begin, width = s.width(), hidden = s.hidden;
    // The running states become the last ones.
    float* h = args.out<float>(1) + begin * hidden;
    float* c = s.states > 1 ? args.out<float>(2) + begin * hidden : nullptr;
    s.copyState(args, 1, begin, rows, h);
    if (c) s.copyState(args, 2, begin, rows, c);
    for (int64_t i = 0; i < s.steps; ++i) {
        const int64_t t = s.stepAt(i);
        float* sums = gates + (t * s.batch + begin) * row;
        // lstm and rnn add both parts at once.
        float* rec = s.separate() ? recurrent + begin * width : sums;
        const int64_t recRow = s.separate() ? width : row;
        if (i > 0 || s.present(1)) s.simd.multiply(h, hidden, rows, weight, hidden, width, rec, recRow, !s.separate());
        else if (s.separate()) std::fill(rec, rec + rows * width, 0.0f);
        for (int64_t n = 0; n < rows; ++n) {
            float *y = args.out<float>() + (t * s.batch + begin + n) * hidden, *cell = c ? c + n * hidden : nullptr, *own = sums + n * row;
            if (t >= s.length(args, begin + n)) {
                std::fill(y, y + hidden, 0.0f);
                if (s.tape()) std::fill(own, own + row, 0.0f);
                continue;
            }
            s.cell(args, own, rec + n * recRow, h + n * hidden, cell, cell, y);
            std::copy(y, y + hidden, h + n * hidden);
            if (cell) std::copy(cell, cell + hidden, own + width);
            if (s.separate()) std::copy(rec + n * recRow + 2 * hidden, rec + n * recRow + width, own + width);
        }
    }
}

std::unique_ptr<Kernel> prepareForward(const KernelRequest& request)
{
    prepareGemm();
    const RecurrentShape s(request);
    const int64_t parts = partsFor(s.batch, s.steps * s.width() * s.hidden);
    // The gates are worked out where the tape wants them.
    const int64_t row = s.tape() ? s.tape() : s.width(), gates = s.tape() ? 0 : s.steps * s.batch * row;
    const int64_t weight = s.simd.packedSize(s.hidden, s.width());
    return makeKernel(
        [=](const KernelArgs& args) {
            float *own = static_cast<float*>(args.workspace), *packed = own + gates, *recurrent = packed + weight;
            float* at = s.tape() ? args.out<float>(1 + s.states) : own;
            s.projectInput(args, at, row);
            s.simd.pack(args.in<float>(s.weights() + 1), 1, s.hidden, s.hidden, s.width(), packed);
            parallelParts(parts, s.batch,
                          [&](int64_t, int64_t begin, int64_t end) { forwardSteps(s, args, at, row, recurrent, packed, begin, end); });
        },
        "recurrent", static_cast<std::size_t>(gates + weight + (s.separate() ? s.batch * s.width() : 0)) * sizeof(float));
}

/// Of all steps [T, N, ...]: gradients of the gates' sums; the same of gru's recurrent part; the states before each step.
struct Work {
    float *gates, *recurrent, *before;
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

/// Examples [begin, end) back through time. `weight` is w_hh, packed; `zeros` one row of them.
void backwardSteps(const RecurrentShape& s, const KernelArgs& args, const Work& work, const float* weight, float* zeros, int64_t begin,
                   int64_t end)
{
    const int64_t rows = end - begin, width = s.width(), hidden = s.hidden;
    const int yAt = s.lengths() + 1, gradAt = yAt + 1;
    std::fill(zeros, zeros + hidden, 0.0f);
    const auto rowAt = [&](int64_t t, int64_t n) { return t * s.batch + begin + n; };
    const auto known = [&](int64_t row) {
        return s.tape() ? args.in<float>(gradAt + 1 + s.states) + row * s.tape() : args.in<float>(yAt) + row * hidden;
    };
    const auto cellBefore = [&](int64_t i, int64_t n) -> const float* {
        if (s.states < 2) return nullptr;
        if (!s.first(args, s.stepAt(i), begin + n)) return known(rowAt(s.stepAt(i - 1), n)) + width;
        return s.present(2) ? args.in<float>(2) + (begin + n) * hidden : zeros;
    };
    float* dh = args.out<float>(1) + begin * hidden;
    float* dc = s.states > 1 ? args.out<float>(2) + begin * hidden : nullptr;
    s.copyState(args, gradAt + 1, begin, rows, dh);
    if (dc) s.copyState(args, gradAt + 2, begin, rows, dc);
    const float* gradY = s.present(gradAt) ? args.in<float>(gradAt) : nullptr;
    for (int64_t i = s.steps - 1; i >= 0; --i) {
        const int64_t t = s.stepAt(i);
        for (int64_t n = 0; n < rows; ++n) {
            const int64_t row = rowAt(t, n);
            float *gates = work.gates + row * width, *recurrent = work.recurrent ? work.recurrent + row * width : nullptr;
            float* own = dh + n * hidden;
            if (t >= s.length(args, begin + n)) {
                std::fill(gates, gates + width, 0.0f);
                if (recurrent) std::fill(recurrent, recurrent + width, 0.0f);
                continue;
            }
            if (gradY) s.simd.addRow(gradY + row * hidden, own, hidden);
            s.cellGrad(known(row), gates, recurrent, work.before + row * hidden, cellBefore(i, n), own, dc ? dc + n * hidden : nullptr);
        }
        s.simd.multiply(work.sums() + rowAt(t, 0) * width, width, rows, weight, width, hidden, dh, hidden, true);
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
    const int64_t total = gates + (s.separate() ? gates : 0) + states + parts * s.hidden + s.simd.packedSize(s.width(), s.hidden);
    return makeKernel(
        [=](const KernelArgs& args) {
            float* at = static_cast<float*>(args.workspace);
            const auto take = [&](int64_t count) { return std::exchange(at, at + count); };
            const Work work{take(gates), s.separate() ? take(gates) : nullptr, take(states)};
            const int w = s.weights();
            const int64_t width = s.width(), hidden = s.hidden;
            fillBefore(s, args, work.before);
            float* weight = take(s.simd.packedSize(width, hidden));
            s.simd.pack(args.in<float>(w + 1), hidden, 1, width, hidden, weight);
            parallelParts(parts, s.batch, [&](int64_t part, int64_t begin, int64_t end) {
                backwardSteps(s, args, work, weight, at + part * hidden, begin, end);
            });
            gemm(false, false, rows, s.input, width, 1, work.gates, width, args.in<float>(w), s.input, 0, args.out<float>(0), s.input);
            gemm(true, false, width, s.input, rows, 1, work.gates, width, args.in<float>(0), s.input, 0, args.out<float>(w), s.input);
            gemm(true, false, width, hidden, rows, 1, work.sums(), width, work.before, hidden, 0, args.out<float>(w + 1), hidden);
            sumColumns(s, work.gates, args.out<float>(w + 2));
            sumColumns(s, work.sums(), args.out<float>(w + 3));
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
