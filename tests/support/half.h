// SPDX-License-Identifier: Apache-2.0
// Samples of ops in half precision, as mixed precision would run them.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/graph/op_spec.h"
#include "core/ops/nn/norm_common.h"
#include "tests/support/backends.h"
#include "tests/support/compare.h"
#include "tests/support/evaluate.h"

namespace ds::test {

/// bf16 has 8 bits: two of its steps, relative to the largest element. Gradients are differences of what was rounded before.
inline double halfTolerance(const OpSpec& op) { return op.name.ends_with("_grad") ? 1.0 / 50 : 1.0 / 128; }

inline Tensor toHalf(const Tensor& tensor)
{
    Tensor half(TensorType{DType::BF16, tensor.shape()});
    for (int64_t i = 0; i < tensor.count(); ++i) half.set(i, tensor.at(i));
    return half;
}

/// f32 operands in bf16 but for those that stay wide; nothing if there are none, or if mixed precision keeps the op in f32.
inline std::optional<std::vector<Tensor>> inHalf(const OpSpec& op, std::vector<Tensor> inputs)
{
    bool any = false;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (!inputs[i].defined() || inputs[i].dtype() != DType::F32 || op.inputs[std::min(i, op.inputs.size() - 1)].wide) continue;
        inputs[i] = toHalf(inputs[i]);
        any = true;
    }
    if (!any || op.precision == Precision::High) return std::nullopt;
    // Statistics that gradients are given belong to the first operand.
    for (std::size_t i = 0; i + 1 < op.inputs.size(); ++i)
        if (op.inputs[i].name == "mean" && op.inputs[i + 1].name == "variance") ops::batchStatistics(inputs[0], inputs[i], inputs[i + 1]);
    return inputs;
}

inline Tensor toF32(const Tensor& tensor)
{
    if (!tensor.defined() || tensor.dtype() != DType::BF16) return tensor;
    Tensor wide(TensorType{DType::F32, tensor.shape()});
    for (int64_t i = 0; i < tensor.count(); ++i) wide.set(i, tensor.at(i));
    return wide;
}

/// What the reference computes from the same numbers without rounding in between.
inline Evaluation exactly(const OpSpec& op, std::vector<Tensor> inputs, Attrs attrs, const StepContext& step)
{
    for (Tensor& input : inputs) input = toF32(input);
    attrs.erase("wide");
    return evaluateOp(op, inputs, attrs, reference(), step);
}

/// Empty if a result is what `exactly` gives but for rounding. What is f32 is held to the op's own tolerance, or to
/// what sums of many products leave.
inline std::string halfDifference(const OpSpec& op, const Tensor& actual, const Tensor& exact)
{
    return difference(toF32(actual), toF32(exact), actual.dtype() == DType::BF16 ? halfTolerance(op) : std::max(op.tolerance, 2e-5));
}

inline bool canBeWide(const OpSpec& op)
{
    return std::any_of(op.attributes.begin(), op.attributes.end(), [](const AttrSpec& a) { return a.name == "wide"; });
}

} // namespace ds::test
