// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

/// rnn, lstm or gru: sizes, places of operands, and the elementwise part of one step. See core/ops/nn/recurrent_common.h.
struct RecurrentShape {
    /// Of the op or of its gradient.
    explicit RecurrentShape(const KernelRequest& request);

    enum class Kind { Rnn, Lstm, Gru } kind;
    int64_t steps, batch, input, hidden;
    int states;
    bool reverse, relu = false;
    uint32_t given = 0; ///< bit i: input i is there
    simd::Functions simd;
    simd::Unary activation = nullptr;

    int64_t width() const { return (kind == Kind::Lstm ? 4 : kind == Kind::Gru ? 3 : 1) * hidden; }
    /// Numbers of a step on the tape: the gates, and of lstm the cells, of gru the recurrent part of its last gate. 0: there is none.
    int64_t tape() const { return kind == Kind::Rnn ? 0 : width() + hidden; }
    /// Whether the gates need the input's and the recurrent part apart.
    bool separate() const { return kind == Kind::Gru; }
    int weights() const { return 1 + states; }
    int lengths() const { return 5 + states; }
    bool present(int i) const { return given >> i & 1; }
    int64_t stepAt(int64_t i) const { return reverse ? steps - 1 - i : i; }
    int64_t length(const KernelArgs& args, int64_t n) const { return present(lengths()) ? args.in<int64_t>(lengths())[n] : steps; }
    /// Whether t is the first step of example n that counts, in the order of running.
    bool first(const KernelArgs& args, int64_t t, int64_t n) const;

    /// Rows [begin, begin + rows) of input i [N, H], zeros if it is absent.
    void copyState(const KernelArgs& args, int i, int64_t begin, int64_t rows, float* to) const;
    /// gates[T, N, G H] = x w_ih^T, rows `step` apart.
    void projectInput(const KernelArgs& args, float* gates, int64_t step) const;
    /// One example, one step. `gates` hold sums without biases and become activations; h and c are results.
    void cell(const KernelArgs& args, float* gates, float* recurrent, const float* hBefore, const float* cBefore, float* c, float* h) const;
    /// `known` is the step's part of the tape; of rnn, of y. gates (and recurrent, if separate) become gradients of the sums. dh and dc
    /// become what goes to the step before without passing w_hh.
    void cellGrad(const float* known, float* gates, float* recurrent, const float* hBefore, const float* cBefore, float* dh,
                  float* dc) const;
};

} // namespace ds::cpu
