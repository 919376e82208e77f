// SPDX-License-Identifier: Apache-2.0
#include "core/ops/loss/cross_entropy_common.h"

namespace ds::ops {

std::vector<AttrSpec> crossEntropyAttributes()
{
    return {{.name = "ignore_index",
             .type = AttrType::Int,
             .fallback = int64_t{-100},
             .doc = "Targets of this value have loss 0 and no gradient."},
            {.name = "label_smoothing",
             .type = AttrType::Float,
             .fallback = 0.0,
             .min = 0,
             .max = 1,
             .doc = "Share of the target that is spread evenly over all classes."}};
}

Result<TensorType> crossEntropyType(const InferCall& c)
{
    const TensorType &logits = c.in(0), &targets = c.in(1);
    if (!isFloat(logits.dtype))
        return Error{phrase("Ops", "expects floating-point logits, got %1").with({logits.text()}), "", phrase("Ops", "Insert a cast.")};
    if (logits.shape.rank() < 2) return Error{phrase("Ops", "expects logits [N, C, ...], got %1").with({logits.shape.text()}), "", ""};
    if (targets.dtype != DType::I64)
        return Error{phrase("Ops", "expects targets that are class numbers in i64, got %1").with({targets.text()}), "",
                     phrase("Ops", "Insert a cast.")};
    Shape shape = logits.shape;
    shape.erase(1);
    if (targets.shape != shape)
        return Error{
            phrase("Ops", "the targets %1 have to be %2 for logits %3").with({targets.shape.text(), shape.text(), logits.shape.text()}), "",
            phrase("Ops", "The classes are dimension 1.")};
    if (const TensorType weight{logits.dtype, {logits.shape[1]}}; c.has(2) && c.in(2) != weight)
        return Error{phrase("Ops", "the weight %1 has to be %2, one for each class").with({c.in(2).text(), weight.text()}), "", ""};
    return TensorType{logits.dtype, shape};
}

std::vector<Sample> crossEntropySamples(Rng& rng)
{
    const auto r = [&](const Shape& shape) { return randomTensor(rng, shape); };
    const auto weight = [&](const Shape& shape) { return randomTensor(rng, shape, 0.2, 2); };
    return {
        {{r({3, 4}), randomIndices(rng, {3}, 4)}},
        {{r({3, 4}), Tensor::of({3}, {1, -100, 3}, DType::I64), weight({4})}, {{"label_smoothing", 0.2}}, "weight, smoothing, one ignored"},
        {{r({2, 3, 2}), Tensor::of({2, 2}, {0, 2, 1, 2}, DType::I64), weight({3})},
         {{"ignore_index", 2}},
         "one dimension more, a class ignored"},
        {{r({1, 2, 2, 2}), randomIndices(rng, {1, 2, 2}, 2)}, {{"label_smoothing", 1.0}}, "two dimensions more, all smoothed"},
        {{r({2, 1}), randomIndices(rng, {2}, 1)}, {}, "one class"},
        {{r({0, 3}), Tensor::of({0}, {}, DType::I64)}, {}, "no examples"},
    };
}

} // namespace ds::ops
