// SPDX-License-Identifier: Apache-2.0
// What rnn, lstm and gru share: one layer, one direction, time first. Inputs are x [T, N, I], the first states
// [N, H] (absent: zeros), w_ih [gates * H, I], w_hh [gates * H, H], b_ih, b_hh [gates * H] (absent: zeros), lengths i64[N]
// (absent: all T). Steps at or beyond an example's length give y = 0 and keep the state.
#pragma once

#include "core/ops/common.h"

namespace ds::ops {

/// What tells the three apart.
struct RecurrentKind {
    const char* name;
    int gates;  ///< blocks of the weights
    int states; ///< 1: h; 2: h and c
    int tape;   ///< numbers for each unit and step that the gradient would have to compute again; 0: the states are enough

    /// Places among the inputs.
    int weights() const { return 1 + states; }
    int lengths() const { return 5 + states; }
    /// ... and among the outputs.
    int tapeOutput() const { return 1 + states; }
};
inline constexpr RecurrentKind rnnKind{"rnn", 1, 1, 0}, lstmKind{"lstm", 4, 2, 5}, gruKind{"gru", 3, 1, 4};

std::vector<Port> recurrentInputs(const RecurrentKind& kind);
std::vector<Port> recurrentOutputs(const RecurrentKind& kind);
/// "reverse"; then `more`.
std::vector<AttrSpec> recurrentAttributes(std::vector<AttrSpec> more = {});
Inferred inferRecurrent(const InferCall& call, const RecurrentKind& kind);
double recurrentFlops(const std::vector<TensorType>& inputs, const RecurrentKind& kind);

/// One step: the input's part of the gates [N, gates * H] (with b_ih), the recurrent part (with b_hh), the states before;
/// gives the states after it and, of a kind with a tape, what goes onto it [N, tape * H].
using RecurrentStep = Values (*)(GraphBuilder&, const Attrs&, Value input, Value recurrent, const Values& states);
/// The loop over time, unrolled. One product makes the input's part of all steps.
Values unroll(GraphBuilder& builder, const OpCall& call, const RecurrentKind& kind, RecurrentStep step);
/// Columns of gate `index` of [N, gates * H].
Value gateOf(Value gates, int index, int64_t hidden);

/// NAME_grad: inputs are those of NAME, y, the gradients of y and of the last states (absent: zero), and the tape; outputs are the
/// gradients of the floating inputs of NAME, also of those that are absent.
std::vector<Port> recurrentGradInputs(const RecurrentKind& kind);
std::vector<Port> recurrentGradOutputs(const RecurrentKind& kind);
Inferred inferRecurrentGrad(const InferCall& call, const RecurrentKind& kind);
Values recurrentGradDecompose(GraphBuilder& builder, const OpCall& call, const RecurrentKind& kind);
Values recurrentVjp(GraphBuilder& builder, const GradCall& call, const RecurrentKind& kind);

/// Several sizes and directions, with and without first states, biases and lengths.
std::vector<Sample> recurrentSamples(Rng& rng, const RecurrentKind& kind, const Attrs& attrs = {});
std::vector<BadSample> recurrentBadSamples(const RecurrentKind& kind);
/// Samples of NAME_grad made of those of NAME.
std::vector<Sample> recurrentGradSamples(Rng& rng, const RecurrentKind& kind, const Attrs& attrs = {});
std::vector<BadSample> recurrentGradBadSamples(const RecurrentKind& kind);

} // namespace ds::ops
