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
    .doc = "activation(conv(x, weight, bias)): what the fusion pass makes of a convolution and the activation behind it.",
    .inputs = {{"x", "[N, C, spatial...]"}, {"weight", "[O, C / groups, kernel...]"}, {"bias", "[O]", PortKind::Optional}},
    .outputs = {{"y", "[N, O, spatial...]"}},
    .attributes = ops::convAttributes(
        {{.name = "activation", .type = AttrType::String, .fallback = std::string("relu"), .choices = {"relu"}, .doc = "Applied last."}}),
    .infer = [](const InferCall& c) -> Inferred { return op_conv.infer(c); },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values { return {b.op("relu", {b.op("conv", c.inputs, convOnly(c.attrs))})}; },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{r({2, 3, 5}), r({2, 3, 3}), r({2})}},
                {{r({1, 2, 4, 5}), r({3, 2, 3, 2})}, {{"stride", Ints{2, 1}}, {"pad_before", Ints{1, 0}}, {"pad_after", Ints{0, 2}}}},
                {{r({1, 1, 1, 1}), r({1, 1, 1, 1}), r({1})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3, 8, 8}, {5, 4, 3, 3}}),
                 {},
                 "conv_activation: the input has 3 channels but the weight expects 4. Set groups or the weight's second size."}};
    },
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>& out) { return ops::convFlops(out[0].shape, in[1].shape); },
};

} // namespace ds
