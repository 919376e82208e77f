// SPDX-License-Identifier: Apache-2.0
#include "core/layers/pooling/common.h"

#include "core/layers/common.h"

namespace ds::layers {

std::vector<AttrSpec> poolAttributes()
{
    return {{.name = "kernel",
             .type = AttrType::Ints,
             .fallback = Ints{2},
             .min = 1,
             .max = 1 << 16,
             .unit = "px",
             .doc = "Size of the window."},
            {.name = "stride",
             .type = AttrType::Ints,
             .fallback = Ints{},
             .min = 1,
             .max = 1 << 16,
             .unit = "px",
             .doc = "Step of the window; empty: its size."},
            {.name = "padding",
             .type = AttrType::String,
             .fallback = std::string("valid"),
             .doc = "\"valid\" (none), \"same\", or cells on each side."}};
}

Values buildPool(LayerBuilder& b, const LayerCall& c, std::string_view op, int dimensions)
{
    if (!expectsImage(b, c.in().shape(), dimensions)) return {{}};
    const Ints kernel = perDimension(b, c.attrs, "kernel", dimensions);
    const Ints stride = c.attrs.ints("stride").empty() ? kernel : perDimension(b, c.attrs, "stride", dimensions);
    const Padding padding = paddingOf(b, c, kernel, stride, Ints(kernel.size(), 1));
    return {b.op(op, {c.in()}, {{"kernel", kernel}, {"stride", stride}, {"pad_before", padding.before}, {"pad_after", padding.after}})};
}

std::vector<AttrSpec> globalPoolAttributes()
{
    return {{.name = "keep_dims", .type = AttrType::Bool, .fallback = false, .doc = "Keep the spatial dimensions with size 1."}};
}

Values buildGlobalPool(LayerBuilder& b, const LayerCall& c, std::string_view op)
{
    const Shape x = c.in().shape();
    if (!expectsSpatial(b, x)) return {{}};
    Ints axes;
    for (int axis = 2; axis < x.rank(); ++axis) axes.push_back(axis);
    return {b.op(op, {c.in()}, {{"axes", axes}, {"keep_dims", c.attrs.boolean("keep_dims")}})};
}

std::vector<LayerSample> globalPoolSamples() { return {{{f32({2, 3, 4, 5})}}, {{f32({2, 3, 5})}, {{"keep_dims", true}}}}; }

std::vector<BadLayerSample> globalPoolBadSamples()
{
    return {{{f32({2, 3})},
             {},
             "expects an input [N, C, ...] with 1 to 3 spatial dimensions, got [2, 3]. Insert a Reshape layer, or leave this layer out."}};
}

std::vector<AttrSpec> adaptivePoolAttributes()
{
    return {{.name = "output",
             .type = AttrType::Ints,
             .fallback = Ints{1},
             .min = 1,
             .max = 1 << 16,
             .unit = "px",
             .doc = "Size of the output, one number or one for each dimension."}};
}

Values buildAdaptivePool(LayerBuilder& b, const LayerCall& c, std::string_view op)
{
    if (!expectsImage(b, c.in().shape(), 2)) return {{}};
    return {b.op(op, {c.in()}, {{"output", perDimension(b, c.attrs, "output", 2)}})};
}

std::vector<LayerSample> adaptivePoolSamples() { return {{{f32({2, 3, 5, 4})}}, {{f32({1, 2, 5, 4})}, {{"output", Ints{2, 3}}}}}; }

std::vector<BadLayerSample> adaptivePoolBadSamples()
{
    return {{{f32({2, 5, 4})}, {}, "expects a 4-D input [N, C, H, W], got [2, 5, 4]. Insert a Reshape layer that adds the channel."},
            {{f32({2, 3, 5, 4})}, {{"output", Ints{1, 2, 3}}}, "\"output\" must be one number or 2, got [1, 2, 3]."}};
}

} // namespace ds::layers
