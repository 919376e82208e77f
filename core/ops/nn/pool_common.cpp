// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/pool_common.h"

namespace ds::ops {

namespace {

/// Whether each window touches the input, and not padding only.
bool seesInput(const Window& window, int dim, int64_t size, int64_t positions)
{
    for (int64_t position = 0; position < positions; ++position) {
        bool any = false;
        for (int64_t tap = 0; tap < window.kernel[static_cast<std::size_t>(dim)] && !any; ++tap) {
            const int64_t at = window.at(dim, position, tap);
            any = at >= 0 && at < size;
        }
        if (!any) return false;
    }
    return true;
}

Error wrongGradient(const Shape& x, const Shape& y, const Shape& got)
{
    return {phrase("Ops", "pooling %1 gives %2, but the gradient is %3").with({x.text(), y.text(), got.text()}), "", ""};
}

} // namespace

std::vector<AttrSpec> poolAttributes(std::vector<AttrSpec> more)
{
    std::vector<AttrSpec> specs =
        windowAttributes("Step of the window, one per spatial dimension; none: the kernel, so that windows touch.",
                         {{.name = "ceil_mode",
                           .type = AttrType::Bool,
                           .fallback = false,
                           .doc = "Round the output size up: a last window may hang over the end."}});
    specs.insert(
        specs.begin(),
        {.name = "kernel", .type = AttrType::Ints, .required = true, .min = 1, .doc = "Size of the window, one per spatial dimension."});
    specs.insert(specs.end(), more.begin(), more.end());
    return specs;
}

std::vector<AttrSpec> adaptiveAttributes(std::vector<AttrSpec> more)
{
    more.insert(more.begin(),
                {.name = "output", .type = AttrType::Ints, .required = true, .min = 1, .doc = "Spatial sizes of the output."});
    return more;
}

AttrSpec inputSpatialAttribute()
{
    return {.name = "input_spatial", .type = AttrType::Ints, .required = true, .min = 0, .doc = "Spatial sizes of the pooling's input."};
}

Result<Window> poolWindow(const Attrs& attrs)
{
    const Ints& kernel = attrs.ints("kernel");
    Window window = DS_TRY(windowOf(attrs, kernel));
    if (attrs.ints("stride").empty()) window.stride = kernel;
    window.ceil = attrs.boolean("ceil_mode");
    return window;
}

Result<Shape> poolShape(const Attrs& attrs, const TensorType& x)
{
    DS_TRY(checkSpatial(x, "an input"));
    const Ints& kernel = attrs.ints("kernel");
    DS_TRY(checkEntries("kernel", kernel, x.shape.rank() - 2));
    const Window window = DS_TRY(poolWindow(attrs));
    const Ints sizes = DS_TRY(positionsOf(window, spatialOf(x.shape)));
    for (int dim = 0; dim < window.dims(); ++dim)
        if (!seesInput(window, dim, x.shape[dim + 2], sizes[static_cast<std::size_t>(dim)]))
            return Error{phrase("Ops", "some windows would see only padding in spatial dimension %1").with({std::to_string(dim)}), "",
                         phrase("Ops", "Use less padding.")};
    return withSpatial(x.shape[0], x.shape[1], sizes);
}

Result<Shape> adaptiveShape(const Attrs& attrs, const TensorType& x)
{
    DS_TRY(checkSpatial(x, "an input"));
    const Ints& output = attrs.ints("output");
    DS_TRY(checkEntries("output", output, x.shape.rank() - 2));
    if (x.shape.count(2, x.shape.rank()) == 0)
        return Error{phrase("Ops", "the input %1 has an empty spatial dimension").with({x.shape.text()}), "", ""};
    return withSpatial(x.shape[0], x.shape[1], output);
}

Range adaptiveRange(int64_t position, int64_t out, int64_t in) { return {position * in / out, ((position + 1) * in + out - 1) / out}; }

Inferred inferMaxGrad(const InferCall& c, PoolShape shape)
{
    const Shape y = DS_TRY(shape(c.attrs, c.in(0)));
    if (c.shape(1) != y) return wrongGradient(c.shape(0), y, c.shape(1));
    if (c.dtype(0) != c.dtype(1))
        return Error{phrase("Ops", "the inputs have different dtypes, %1 and %2").with({c.in(0).text(), c.in(1).text()}), "",
                     phrase("Ops", "Insert a cast.")};
    return std::vector{c.in(0)};
}

Inferred inferMaxGather(const InferCall& c, PoolShape shape)
{
    const Shape y = DS_TRY(shape(c.attrs, c.in(0)));
    if (c.in(1) != c.in(0))
        return Error{phrase("Ops", "the values %1 have to be of the input's type %2").with({c.in(1).text(), c.in(0).text()}), "", ""};
    return std::vector{TensorType{c.dtype(0), y}};
}

Inferred inferAverageGrad(const InferCall& c, PoolShape shape)
{
    DS_TRY(checkSpatial(c.in(0), "a gradient"));
    const Ints& spatial = c.attrs.ints("input_spatial");
    DS_TRY(checkEntries("input_spatial", spatial, c.shape(0).rank() - 2));
    const TensorType x{c.dtype(0), withSpatial(c.shape(0)[0], c.shape(0)[1], spatial)};
    const Shape y = DS_TRY(shape(without(c.attrs, "input_spatial"), x));
    if (c.shape(0) != y) return wrongGradient(x.shape, y, c.shape(0));
    return std::vector{x};
}

} // namespace ds::ops
