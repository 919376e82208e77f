// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/conv_common.h"

namespace ds {

namespace {

std::vector<int64_t> allButChannels(const Shape& shape)
{
    std::vector<int64_t> axes;
    for (int axis = 0; axis < shape.rank(); ++axis)
        if (axis != 1) axes.push_back(axis);
    return axes;
}

} // namespace

extern const OpSpec op_conv = {
    .name = "conv",
    .category = "nn",
    .doc = "Convolution over 1 to 3 spatial dimensions, in the field's sense of cross-correlation (Dumoulin & Visin, \"A guide to "
           "convolution arithmetic for deep learning\"): y[n, o, p] = bias[o] + sum over c, k of x[n, c, p * stride + k * dilation - "
           "pad_before] * weight[o, c, k]; the input is zero outside.",
    .inputs = {{"x", "[N, C, spatial...]"}, {"weight", "[O, C / groups, kernel...]"}, {"bias", "[O]", PortKind::Optional, true}},
    .outputs = {{"y", "[N, O, spatial...]"}},
    .attributes = ops::convAttributes(),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkOneFloat(c, 2));
        DS_TRY(ops::checkSpatial(c.in(0), "an input"));
        const Shape y = DS_TRY(ops::convShape(c.attrs, c.shape(0), c.shape(1)));
        if (c.has(2) && c.shape(2) != Shape{y[1]})
            return Error{
                phrase("Ops", "the bias %1 has to be [%2], one for each output channel").with({c.shape(2).text(), std::to_string(y[1])}),
                "", ""};
        return std::vector{TensorType{c.dtype(0), y}};
    },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        Values grads(3);
        if (c.wants(0))
            grads[0] = b.op("conv_input_grad", {c.grad(), c.in(1)}, ops::with(c.attrs, "input_spatial", ops::spatialOf(c.in(0).shape())));
        if (c.wants(1))
            grads[1] = b.op("conv_weight_grad", {c.in(0), c.grad()}, ops::with(c.attrs, "kernel", ops::spatialOf(c.in(1).shape())));
        if (c.wants(2)) grads[2] = sum(c.grad(), allButChannels(c.grad().shape()));
        return grads;
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({2, 3, 5}), r({2, 3, 3}), r({2})}, {}, "1-D"},
            {{r({1, 2, 4, 5}), r({3, 2, 3, 2}), r({3})},
             {{"stride", Ints{2, 1}}, {"pad_before", Ints{1, 0}}, {"pad_after", Ints{0, 2}}},
             "2-D, asymmetric"},
            {{r({2, 4, 5, 4}), r({2, 2, 2, 2}), {}},
             {{"groups", 2}, {"dilation", Ints{2, 3}}, {"stride", Ints{2, 2}}},
             "groups, dilation, rest at the end"},
            {{r({1, 3, 3, 3}), r({6, 1, 3, 3})}, {{"groups", 3}, {"pad_before", Ints{1, 1}}, {"pad_after", Ints{1, 1}}}, "depthwise"},
            {{r({1, 2, 3, 2, 3}), r({2, 2, 2, 1, 2}), r({2})}, {{"pad_before", Ints{0, 1, 0}}, {"stride", Ints{1, 2, 1}}}, "3-D"},
            {{r({3, 2, 1, 1}), r({1, 2, 1, 1})}, {}, "1 x 1 over one pixel"},
            {{r({0, 2, 3}), r({2, 2, 2}), r({2})}, {}, "no images"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{2, 3, 8, 8}, {5, 4, 3, 3}}),
             {},
             "conv: the input has 3 channels but the weight expects 4. Set groups or the weight's second size."},
            {ops::f32s({{2, 3}, {5, 3}}), {}, "conv: expects an input [N, C, spatial...] with 1 to 3 spatial dimensions, got [2, 3]."},
            {ops::f32s({{2, 3, 8, 8}, {5, 3, 3}}),
             {},
             "conv: the weight [5, 3, 3] has to have as many dimensions as the input [2, 3, 8, 8]. It is [out, in / groups, kernel...]."},
            {ops::f32s({{2, 4, 8, 8}, {5, 2, 3, 3}}),
             {{"groups", 2}},
             "conv: 5 output channels cannot be split into 2 groups. Use a multiple of groups."},
            {ops::f32s({{2, 3, 8, 2}, {5, 3, 3, 3}}),
             {{"pad_before", Ints{1, 0}}},
             "conv: the kernel spans 3 elements but the padded input has only 2 in spatial dimension 1. Use a smaller kernel or more "
             "padding."},
            {ops::f32s({{2, 3, 8, 8}, {5, 3, 3, 3}}),
             {{"stride", Ints{2, 2, 2}}},
             "conv: stride [2, 2, 2] has to have one entry per spatial dimension, that is 2."},
            {ops::f32s({{2, 3, 8, 8}, {5, 3, 3, 0}}), {}, "conv: the kernel [3, 0] has an empty dimension."},
            {ops::f32s({{2, 3, 8, 8}, {5, 3, 3, 3}, {4}}), {}, "conv: the bias [4] has to be [5], one for each output channel."},
            {{{DType::F32, {2, 3, 8}}, {DType::BF16, {5, 3, 3}}},
             {},
             "conv: the inputs have different dtypes, f32[2, 3, 8] and bf16[5, 3, 3]. Insert a cast."},
            {{{DType::U8, {2, 3, 8}}, {DType::F32, {5, 3, 3}}},
             {},
             "conv: expects floating-point numbers, got u8[2, 3, 8]. Insert a cast."},
        };
    },
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>& out) { return ops::convFlops(out[0].shape, in[1].shape); },
};

} // namespace ds
