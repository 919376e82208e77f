// SPDX-License-Identifier: Apache-2.0
#include "core/layers/pooling/common.h"

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

} // namespace ds::layers
