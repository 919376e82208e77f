// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/conv_common.h"

namespace ds {

extern const OpSpec op_conv_input_grad = {
    .name = "conv_input_grad",
    .category = "nn",
    .doc = "The adjoint of conv in its input: each element of grad is spread over the window that it came from. Also called transposed "
           "convolution. input_spatial picks one of the input sizes that give grad's size.",
    .inputs = {{"grad", "[N, O, spatial...], as conv's output"}, {"weight", "[O, C / groups, kernel...]"}},
    .outputs = {{"dx", "[N, C, input_spatial...]"}},
    .attributes = ops::convAttributes({{.name = "input_spatial",
                                        .type = AttrType::Ints,
                                        .required = true,
                                        .min = 0,
                                        .doc = "Spatial sizes of the convolution's input."}}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkOneFloat(c));
        DS_TRY(ops::checkSpatial(c.in(0), "a gradient"));
        const Ints& spatial = c.attrs.ints("input_spatial");
        DS_TRY(ops::checkEntries("input_spatial", spatial, c.shape(0).rank() - 2));
        const int64_t channels = c.shape(1).rank() > 1 ? c.shape(1)[1] * c.attrs.integer("groups") : 0;
        const Shape dx = ops::withSpatial(c.shape(0)[0], channels, spatial);
        const Shape y = DS_TRY(ops::convShape(c.attrs, dx, c.shape(1)));
        if (y != c.shape(0))
            return Error{
                phrase("Ops", "a convolution of %1 gives %2, but the gradient is %3").with({dx.text(), y.text(), c.shape(0).text()}), "",
                ""};
        return std::vector{TensorType{c.dtype(0), dx}};
    },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        const Attrs attrs = ops::without(c.attrs, "input_spatial");
        Values grads(2);
        if (c.wants(0)) grads[0] = b.op("conv", {c.grad(), c.in(1)}, attrs);
        if (c.wants(1))
            grads[1] = b.op("conv_weight_grad", {c.grad(), c.in(0)}, ops::with(attrs, "kernel", ops::spatialOf(c.in(1).shape())));
        return grads;
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({2, 2, 3}), r({2, 3, 3})}, {{"input_spatial", Ints{5}}}, "1-D"},
            {{r({1, 3, 2, 6}), r({3, 2, 3, 2})},
             {{"input_spatial", Ints{4, 5}}, {"stride", Ints{2, 1}}, {"pad_before", Ints{1, 0}}, {"pad_after", Ints{0, 2}}},
             "asymmetric"},
            {{r({2, 2, 2, 1}), r({2, 2, 2, 2})},
             {{"input_spatial", Ints{5, 4}}, {"groups", 2}, {"dilation", Ints{2, 3}}, {"stride", Ints{2, 2}}},
             "groups, dilation"},
            {{r({1, 2, 2, 2, 2}), r({2, 2, 2, 1, 2})},
             {{"input_spatial", Ints{3, 2, 3}}, {"pad_before", Ints{0, 1, 0}}, {"stride", Ints{1, 2, 1}}},
             "3-D"},
            {{r({1, 1, 1}), r({1, 2, 1})}, {{"input_spatial", Ints{1}}}, "one element"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{2, 5, 6, 6}, {5, 3, 3, 3}}),
             {{"input_spatial", Ints{9, 8}}},
             "conv_input_grad: a convolution of [2, 3, 9, 8] gives [2, 5, 7, 6], but the gradient is [2, 5, 6, 6]."},
            {ops::f32s({{2, 5, 6, 6}, {5, 3, 3, 3}}),
             {{"input_spatial", Ints{8}}},
             "conv_input_grad: input_spatial [8] has to have one entry per spatial dimension, that is 2."},
            {ops::f32s({{2, 5}, {5, 3, 3, 3}}),
             {{"input_spatial", Ints{8}}},
             "conv_input_grad: expects a gradient [N, C, spatial...] with 1 to 3 spatial dimensions, got [2, 5]."},
        };
    },
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>&) { return ops::convFlops(in[0].shape, in[1].shape); },
};

} // namespace ds
