// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/conv_common.h"

namespace ds {

extern const OpSpec op_conv_weight_grad = {
    .name = "conv_weight_grad",
    .category = "nn",
    .doc = "The adjoint of conv in its weight: correlates the input with the gradient of the output, summed over the batch.",
    .inputs = {{"x", "[N, C, spatial...]"}, {"grad", "[N, O, spatial...], as conv's output"}},
    .outputs = {{"dweight", "[O, C / groups, kernel...]"}},
    .attributes = ops::convAttributes(
        {{.name = "kernel", .type = AttrType::Ints, .required = true, .min = 1, .doc = "Spatial sizes of the weight."}, ops::wideAttr()}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkOneFloat(c));
        DS_TRY(ops::checkSpatial(c.in(0), "an input"));
        const Ints& kernel = c.attrs.ints("kernel");
        const int64_t groups = c.attrs.integer("groups");
        const Shape& x = c.shape(0);
        DS_TRY(ops::checkEntries("kernel", kernel, x.rank() - 2));
        if (x[1] % groups != 0)
            return Error{
                phrase("Ops", "%1 input channels cannot be split into %2 groups").with({std::to_string(x[1]), std::to_string(groups)}), "",
                phrase("Ops", "Use a multiple of groups.")};
        const Shape weight = ops::withSpatial(c.shape(1).rank() > 1 ? c.shape(1)[1] : 0, x[1] / groups, kernel);
        const Shape y = DS_TRY(ops::convShape(c.attrs, x, weight));
        if (y != c.shape(1))
            return Error{phrase("Ops", "a convolution of %1 with a weight %2 gives %3, but the gradient is %4")
                             .with({x.text(), weight.text(), y.text(), c.shape(1).text()}),
                         "", ""};
        return std::vector{TensorType{ops::resultType(c), weight}};
    },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        const Attrs attrs = ops::without(ops::without(c.attrs, "kernel"), "wide");
        Values grads(2);
        if (c.wants(0))
            grads[0] = b.op("conv_input_grad", {c.in(1), c.grad()}, ops::with(attrs, "input_spatial", ops::spatialOf(c.in(0).shape())));
        if (c.wants(1)) grads[1] = b.op("conv", {c.in(0), c.grad()}, attrs);
        return grads;
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({2, 3, 5}), r({2, 2, 3})}, {{"kernel", Ints{3}}}, "1-D"},
            {{r({1, 2, 4, 5}), r({1, 3, 2, 6})},
             {{"kernel", Ints{3, 2}}, {"stride", Ints{2, 1}}, {"pad_before", Ints{1, 0}}, {"pad_after", Ints{0, 2}}},
             "asymmetric"},
            {{r({2, 4, 5, 4}), r({2, 2, 2, 1})},
             {{"kernel", Ints{2, 2}}, {"groups", 2}, {"dilation", Ints{2, 3}}, {"stride", Ints{2, 2}}},
             "groups, dilation"},
            {{r({1, 2, 3, 2, 3}), r({1, 2, 2, 2, 2})},
             {{"kernel", Ints{2, 1, 2}}, {"pad_before", Ints{0, 1, 0}}, {"stride", Ints{1, 2, 1}}},
             "3-D"},
            {{r({0, 2, 3}), r({0, 2, 2})}, {{"kernel", Ints{2}}}, "no images: zeros"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{2, 3, 8, 8}, {2, 5, 6, 7}}),
             {{"kernel", Ints{3, 3}}},
             "conv_weight_grad: a convolution of [2, 3, 8, 8] with a weight [5, 3, 3, 3] gives [2, 5, 6, 6], but the gradient is [2, 5, 6, "
             "7]."},
            {ops::f32s({{2, 3, 8, 8}, {2, 5, 6, 6}}),
             {{"kernel", Ints{3}}},
             "conv_weight_grad: kernel [3] has to have one entry per spatial dimension, that is 2."},
            {ops::f32s({{2, 3, 8, 8}, {2, 4, 6, 6}}),
             {{"kernel", Ints{3, 3}}, {"groups", 2}},
             "conv_weight_grad: 3 input channels cannot be split into 2 groups. Use a multiple of groups."},
        };
    },
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>& out) { return ops::convFlops(in[1].shape, out[0].shape); },
};

} // namespace ds
