// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/conv_common.h"

namespace ds {

namespace {

/// Spatial sizes of the result: those that a convolution of the same settings maps to x's.
Result<Ints> upsampled(const Attrs& attrs, const Shape& x, const Shape& weight)
{
    const ops::Window window = DS_TRY(ops::windowOf(attrs, ops::spatialOf(weight)));
    Ints extra = attrs.ints("output_padding");
    if (extra.empty()) extra.assign(window.kernel.size(), 0);
    DS_TRY(ops::checkEntries("output_padding", extra, window.dims()));
    Ints sizes;
    for (int dim = 0; dim < window.dims(); ++dim) {
        const auto d = static_cast<std::size_t>(dim);
        if (extra[d] >= window.stride[d])
            return Error{phrase("Ops", "output_padding %1 is not smaller than the stride %2")
                             .with({std::to_string(extra[d]), std::to_string(window.stride[d])}),
                         "", phrase("Ops", "It picks one of the sizes that the stride leaves open.")};
        const int64_t size = (x[dim + 2] - 1) * window.stride[d] + window.extent(dim) - window.before[d] - window.after[d] + extra[d];
        if (size < 1)
            return Error{phrase("Ops", "nothing is left of spatial dimension %1 after the padding is cut off").with({std::to_string(dim)}),
                         "", phrase("Ops", "Use less padding.")};
        sizes.push_back(size);
    }
    return sizes;
}

} // namespace

extern const OpSpec op_conv_transpose = {
    .name = "conv_transpose",
    .category = "nn",
    .doc =
        "Transposed convolution: conv_input_grad with the size (n - 1) * stride + dilation * (kernel - 1) + 1 - pad_before - pad_after + "
        "output_padding, plus a bias for each channel.",
    .inputs = {{"x", "[N, C, spatial...]"}, {"weight", "[C, O / groups, kernel...]"}, {"bias", "[O]", PortKind::Optional, true}},
    .outputs = {{"y", "[N, O, spatial...]"}},
    .attributes = ops::convAttributes({{.name = "output_padding",
                                        .type = AttrType::Ints,
                                        .fallback = Ints{},
                                        .min = 0,
                                        .doc = "Added to the size at the end, one per spatial dimension; less than the stride; none: 0."}}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkOneFloat(c, 2));
        DS_TRY(ops::checkSpatial(c.in(0), "an input"));
        const Shape &x = c.shape(0), &weight = c.shape(1);
        const int64_t groups = c.attrs.integer("groups");
        if (weight.rank() != x.rank())
            return Error{phrase("Ops", "the weight %1 has to have as many dimensions as the input %2").with({weight.text(), x.text()}), "",
                         phrase("Ops", "It is [in, out / groups, kernel...].")};
        if (x[1] != weight[0])
            return Error{phrase("Ops", "the input has %1 channels but the weight expects %2")
                             .with({std::to_string(x[1]), std::to_string(weight[0])}),
                         "", phrase("Ops", "Set the weight's first size.")};
        if (x[1] % groups != 0)
            return Error{
                phrase("Ops", "%1 input channels cannot be split into %2 groups").with({std::to_string(x[1]), std::to_string(groups)}), "",
                phrase("Ops", "Use a multiple of groups.")};
        const Shape y = ops::withSpatial(x[0], weight[1] * groups, DS_TRY(upsampled(c.attrs, x, weight)));
        if (c.has(2) && c.shape(2) != Shape{y[1]})
            return Error{
                phrase("Ops", "the bias %1 has to be [%2], one for each output channel").with({c.shape(2).text(), std::to_string(y[1])}),
                "", ""};
        return std::vector{TensorType{c.dtype(0), y}};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        const Ints sizes = *upsampled(c.attrs, c.in(0).shape(), c.in(1).shape());
        Value y = b.op("conv_input_grad", {c.in(0), c.in(1)}, ops::with(ops::without(c.attrs, "output_padding"), "input_spatial", sizes));
        if (c.in(2)) y = y + reshape(c.in(2), ops::withSpatial(1, c.in(2).shape()[0], Ints(sizes.size(), 1)));
        return {y};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({2, 3, 3}), r({3, 2, 2}), r({2})}, {{"stride", Ints{2}}}, "1-D"},
            {{r({1, 2, 2, 3}), r({2, 2, 3, 2})},
             {{"stride", Ints{2, 3}}, {"pad_before", Ints{1, 0}}, {"pad_after", Ints{2, 1}}, {"output_padding", Ints{1, 2}}},
             "asymmetric, output padding"},
            {{r({1, 4, 2, 2}), r({4, 1, 2, 2}), r({2})}, {{"groups", 2}, {"dilation", Ints{2, 1}}}, "groups, dilation"},
            {{r({1, 1, 2, 1, 2}), r({1, 2, 2, 2, 1}), r({2})}, {}, "3-D"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{2, 3, 8}, {4, 2, 3}}),
             {},
             "conv_transpose: the input has 3 channels but the weight expects 4. Set the weight's first size."},
            {ops::f32s({{2, 3, 8}, {3, 2, 3}}),
             {{"output_padding", Ints{1}}},
             "conv_transpose: output_padding 1 is not smaller than the stride 1. It picks one of the sizes that the stride leaves open."},
            {ops::f32s({{2, 3, 1}, {3, 2, 3}}),
             {{"pad_before", Ints{2}}, {"pad_after", Ints{2}}},
             "conv_transpose: nothing is left of spatial dimension 0 after the padding is cut off. Use less padding."},
            {ops::f32s({{2, 3, 8}, {3, 2, 3}, {3}}), {}, "conv_transpose: the bias [3] has to be [2], one for each output channel."},
            {ops::f32s({{2, 3, 8}, {3, 2, 3}}),
             {{"groups", 2}},
             "conv_transpose: 3 input channels cannot be split into 2 groups. Use a multiple of groups."},
            {ops::f32s({{2, 3, 8}, {3, 2, 3, 3}}),
             {},
             "conv_transpose: the weight [3, 2, 3, 3] has to have as many dimensions as the input [2, 3, 8]. It is [in, out / groups, "
             "kernel...]."},
            {ops::f32s({{2, 3, 8}, {3, 2, 3}}),
             {{"output_padding", Ints{0, 0}}},
             "conv_transpose: output_padding [0, 0] has to have one entry per spatial dimension, that is 1."},
        };
    },
    .precision = Precision::Low,
    .flops = [](const Attrs&, const std::vector<TensorType>& in,
                const std::vector<TensorType>&) { return ops::convFlops(in[0].shape, in[1].shape); },
};

} // namespace ds
