// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

namespace {

Inferred infer(const InferCall& c)
{
    DS_TRY(ops::inferSameFloat(c));
    const Shape &x = c.shape(0), &w = c.shape(1);
    if (x.rank() < 2 || w.rank() != 2)
        return Error{phrase("Ops", "expects rows and a matrix, got %1 and %2").with({c.in(0).text(), c.in(1).text()}), "", ""};
    const bool transposed = c.attrs.boolean("transpose_b");
    const int64_t inner = transposed ? w[1] : w[0], units = transposed ? w[0] : w[1];
    if (x[-1] != inner) return Error{phrase("Ops", "the inner sizes differ: %1 against %2").with({c.in(0).text(), c.in(1).text()}), "", ""};
    if (c.shape(2) != Shape{units})
        return Error{phrase("Ops", "the bias %1 has to be [%2]").with({c.in(2).text(), std::to_string(units)}), "", ""};
    TensorType y{ops::resultType(c), x};
    y.shape[-1] = units;
    return std::vector{y};
}

} // namespace

extern const OpSpec op_linear = {
    .name = "linear",
    .category = "nn",
    .doc = "activation(x W + b), rows of any number of leading dimensions against one matrix: what the fusion pass makes of matmul, add "
           "and the activation behind them. gelu_tanh is gelu by its approximation.",
    .inputs = {{"x", "[..., K]"}, {"weight", "[K, units], or [units, K] if transposed"}, {"bias", "[units]", PortKind::Required, true}},
    .outputs = {{"y", "[..., units]"}},
    .attributes = {{.name = "transpose_b", .type = AttrType::Bool, .fallback = false, .doc = "Whether the weight is transposed."},
                   {.name = "activation",
                    .type = AttrType::String,
                    .fallback = std::string("none"),
                    .choices = {"none", "relu", "gelu", "gelu_tanh"},
                    .doc = "Applied last."},
                   ops::wideAttr()},
    .infer = infer,
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        const Value y = matmul(c.in(0), c.in(1), false, c.attrs.boolean("transpose_b")) + c.in(2);
        const std::string& activation = c.attrs.string("activation");
        if (activation == "none") return {y};
        if (activation == "gelu_tanh") return {ops::call("gelu", {y}, {{"approximate", "tanh"}})};
        return {ops::call(activation, {y})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{r({3, 4}), r({4, 5}), r({5})}},
                {{r({2, 3, 4}), r({5, 4}), r({5})}, {{"transpose_b", true}, {"activation", "relu"}}},
                {{r({3, 4}), r({4, 2}), r({2})}, {{"activation", "gelu"}}},
                {{r({3, 4}), r({4, 2}), r({2})}, {{"activation", "gelu_tanh"}}},
                {{r({1, 1}), r({1, 1}), r({1})}, {{"activation", "relu"}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{3, 4}, {5, 6}, {6}}), {}, "linear: the inner sizes differ: f32[3, 4] against f32[5, 6]."},
                {ops::f32s({{3, 4}, {4, 6}, {5}}), {}, "linear: the bias f32[5] has to be [6]."},
                {ops::f32s({{4}, {4, 6}, {6}}), {}, "linear: expects rows and a matrix, got f32[4] and f32[4, 6]."}};
    },
    .precision = Precision::Low,
    .flops =
        [](const Attrs&, const std::vector<TensorType>& in, const std::vector<TensorType>& out) {
            return 2.0 * static_cast<double>(out[0].count()) * static_cast<double>(in[0].shape[-1]);
        },
};

} // namespace ds
