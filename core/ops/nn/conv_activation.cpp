// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"
#include "core/ops/nn/conv_common.h"

namespace ds {

extern const OpSpec op_conv;

namespace {

Attrs convOnly(const Attrs& attrs)
{
    Attrs result = attrs;
    result.erase("activation");
    return result;
}

} // namespace

extern const OpSpec op_conv_activation = {
    .name = "conv_activation",
    .category = "nn",
    .doc = "activation(conv(x, weight, bias) + residual): what the fusion pass makes of a convolution, the sum and the activation behind "
           "it.",
    .inputs = {{"x", "[N, C, spatial...]"},
               {"weight", "[O, C / groups, kernel...]"},
               {"bias", "[O]", PortKind::Optional, true},
               {"residual", "as y", PortKind::Optional}},
    .outputs = {{"y", "[N, O, spatial...]"}},
    .attributes = ops::convAttributes({ops::fusedActivation()}),
    .infer = [](const InferCall& c) -> Inferred {
        InferCall conv = c;
        conv.inputs.resize(std::min<std::size_t>(c.inputs.size(), 3));
        const std::vector<TensorType> y = DS_TRY(op_conv.infer(conv));
        if (c.has(3) && c.in(3) != y.front())
            return Error{phrase("Ops", "the residual %1 has to be of the result's type %2").with({c.in(3).text(), y.front().text()}), "",
                         ""};
        return y;
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        const Value y = b.op("conv", {c.in(0), c.in(1), c.in(2)}, convOnly(c.attrs));
        return {ops::call("relu", {c.in(3) ? y + c.in(3) : y})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{r({2, 3, 5}), r({2, 3, 3}), r({2})}},
                {{r({1, 2, 4, 5}), r({3, 2, 3, 2})}, {{"stride", Ints{2, 1}}, {"pad_before", Ints{1, 0}}, {"pad_after", Ints{0, 2}}}},
                {{r({2, 3, 5}), r({2, 3, 3}), r({2}), r({2, 2, 3})}, {}, "with a residual"},
                {{r({2, 3, 4, 4}), r({4, 3, 1, 1}), Tensor{}, r({2, 4, 4, 4})}, {}, "with a residual, without a bias"},
                {{r({1, 1, 1, 1}), r({1, 1, 1, 1}), r({1})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3, 8, 8}, {5, 4, 3, 3}}),
                 {},
                 "conv_activation: the input has 3 channels but the weight expects 4. Set groups or the weight's second size."},
                {ops::f32s({{2, 3, 5}, {2, 3, 3}, {2}, {2, 2, 1}}),
                 {},
                 "conv_activation: the residual f32[2, 2, 1] has to be of the result's type f32[2, 2, 3]."}};
    },
    .inPlace = {{0, 3}},
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>& out) { return ops::convFlops(out[0].shape, in[1].shape); },
};

} // namespace ds
