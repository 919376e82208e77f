// SPDX-License-Identifier: Apache-2.0
#include "core/layers/convolution/common.h"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace ds::layers {

std::vector<AttrSpec> convAttributes(int dimensions, bool transposed)
{
    const auto ones = Ints(static_cast<std::size_t>(dimensions), 1);
    std::vector<AttrSpec> attributes = {
        {.name = "filters", .type = AttrType::Int, .required = true, .min = 1, .max = 1 << 20, .doc = "Output channels."},
        {.name = "kernel",
         .type = AttrType::Ints,
         .required = true,
         .min = 1,
         .max = 1 << 16,
         .unit = "px",
         .doc = "Size of the window, one number or one for each dimension."},
        {.name = "stride", .type = AttrType::Ints, .fallback = ones, .min = 1, .max = 1 << 16, .unit = "px", .doc = "Step of the window."},
        {.name = "padding",
         .type = AttrType::String,
         .fallback = std::string("valid"),
         .doc = "\"valid\" (none), \"same\", or cells on each side: \"1\" or \"1,2\"."},
        {.name = "dilation",
         .type = AttrType::Ints,
         .fallback = ones,
         .min = 1,
         .max = 1 << 16,
         .unit = "px",
         .doc = "Distance of the cells of the window."},
        {.name = "groups",
         .type = AttrType::Int,
         .fallback = int64_t{1},
         .min = 1,
         .max = 1 << 20,
         .doc = "Parts of the channels that are convolved apart; as many as channels: depthwise."},
        {.name = "bias", .type = AttrType::Bool, .fallback = true, .doc = "Whether a learned offset is added to each channel."},
        initializerAttr("he_normal"),
    };
    if (transposed)
        attributes.insert(attributes.begin() + 4, {.name = "output_padding",
                                                   .type = AttrType::Ints,
                                                   .fallback = Ints(static_cast<std::size_t>(dimensions), 0),
                                                   .min = 0,
                                                   .max = 1 << 16,
                                                   .unit = "px",
                                                   .doc = "Cells added behind the output."});
    return attributes;
}

Ints perDimension(LayerBuilder& b, const Attrs& attrs, std::string_view name, int dimensions)
{
    Ints values = attrs.ints(name);
    if (values.size() == 1) values.resize(static_cast<std::size_t>(dimensions), values.front());
    if (static_cast<int>(values.size()) == dimensions) return values;
    b.fail(phrase("Layers", "\"%1\" must be one number or %2, got %3")
               .with({std::string(name), std::to_string(dimensions), attrText(values)}));
    return Ints(static_cast<std::size_t>(dimensions), 1);
}

bool expectsImage(LayerBuilder& b, const Shape& shape, int dimensions)
{
    static constexpr const char* forms[] = {"[N, C, L]", "[N, C, H, W]", "[N, C, D, H, W]"};
    if (shape.rank() == dimensions + 2) return true;
    b.fail(phrase("Layers", "expects a %1-D input %2, got %3").with({std::to_string(dimensions + 2), forms[dimensions - 1], shape.text()}),
           shape.rank() == dimensions + 1 ? phrase("Layers", "Insert a Reshape layer that adds the channel.") : Phrase());
    return false;
}

Padding paddingOf(LayerBuilder& b, const LayerCall& c, const Ints& kernel, const Ints& stride, const Ints& dilation)
{
    const std::string& text = c.attrs.string("padding");
    const std::size_t count = kernel.size();
    Padding padding{Ints(count, 0), Ints(count, 0)};
    if (text == "valid" || text.empty()) return padding;
    if (text == "same") {
        for (std::size_t i = 0; i < count; ++i) {
            const int64_t size = c.in().shape()[static_cast<int>(i) + 2];
            const int64_t out = (size + stride[i] - 1) / stride[i];
            const int64_t total = std::max<int64_t>(0, (out - 1) * stride[i] + (kernel[i] - 1) * dilation[i] + 1 - size);
            padding.before[i] = total / 2;
            padding.after[i] = total - total / 2;
        }
        return padding;
    }
    Ints cells;
    std::size_t at = 0;
    bool ok = true;
    while (at < text.size() && ok) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string part = text.substr(at, end - at);
        ok = !part.empty() && part.size() <= 5 && std::all_of(part.begin(), part.end(), [](unsigned char ch) { return std::isdigit(ch); });
        if (ok) cells.push_back(std::stoll(part));
        at = end + 1;
    }
    if (cells.size() == 1) cells.resize(count, cells.front());
    if (!ok || cells.size() != count) {
        b.fail(phrase("Layers", "\"padding\" must be \"valid\", \"same\" or one or %1 whole numbers, got \"%2\"")
                   .with({std::to_string(count), text}));
        return padding;
    }
    return {cells, cells};
}

namespace {

/// Whether the channels can be split into the groups.
bool groupsFit(LayerBuilder& b, int64_t channels, int64_t filters, int64_t groups)
{
    if (channels % groups == 0 && filters % groups == 0) return true;
    b.fail(phrase("Layers", "\"groups\" is %1, which does not divide both the %2 input channels and the %3 filters")
               .with({std::to_string(groups), std::to_string(channels), std::to_string(filters)}));
    return false;
}

} // namespace

Values buildConv(LayerBuilder& b, const LayerCall& c, int dimensions)
{
    const Shape& x = c.in().shape();
    if (!expectsImage(b, x, dimensions)) return {{}};
    const Ints kernel = perDimension(b, c.attrs, "kernel", dimensions), stride = perDimension(b, c.attrs, "stride", dimensions),
               dilation = perDimension(b, c.attrs, "dilation", dimensions);
    const Padding padding = paddingOf(b, c, kernel, stride, dilation);
    const int64_t filters = c.attrs.integer("filters"), groups = c.attrs.integer("groups");
    if (!groupsFit(b, x[1], filters, groups)) return {{}};
    for (std::size_t i = 0; i < kernel.size(); ++i) {
        const int64_t size = x[static_cast<int>(i) + 2] + padding.before[i] + padding.after[i], needed = (kernel[i] - 1) * dilation[i] + 1;
        if (size < needed)
            return {b.fail(phrase("Layers", "the window of %1 is larger than the padded input of %2 in %3")
                               .with({std::to_string(needed), std::to_string(size), x.text()}),
                           phrase("Layers", "Use a smaller kernel, padding \"same\", or fewer pooling layers before."))};
    }
    Shape weightShape{filters, x[1] / groups};
    for (int64_t k : kernel) weightShape.push_back(k);
    const int64_t window = std::accumulate(kernel.begin(), kernel.end(), int64_t{1}, std::multiplies<>());
    Values inputs{c.in(),
                  b.parameter("weight", weightShape, c.attrs.string("initializer"), window * x[1] / groups, window * filters / groups)};
    if (c.attrs.boolean("bias")) inputs.push_back(b.parameter("bias", {filters}, "zeros"));
    return {b.op(
        "conv", inputs,
        {{"stride", stride}, {"pad_before", padding.before}, {"pad_after", padding.after}, {"dilation", dilation}, {"groups", groups}})};
}

Values buildConvTranspose(LayerBuilder& b, const LayerCall& c, int dimensions)
{
    const Shape& x = c.in().shape();
    if (!expectsImage(b, x, dimensions)) return {{}};
    const Ints kernel = perDimension(b, c.attrs, "kernel", dimensions), stride = perDimension(b, c.attrs, "stride", dimensions),
               dilation = perDimension(b, c.attrs, "dilation", dimensions), extra = perDimension(b, c.attrs, "output_padding", dimensions);
    Padding padding{Ints(kernel.size(), 0), Ints(kernel.size(), 0)};
    if (c.attrs.string("padding") == "same") {
        // The inverse of a convolution with padding "same": the output is stride times as large.
        for (std::size_t i = 0; i < kernel.size(); ++i) {
            const int64_t total = std::max<int64_t>(0, (kernel[i] - 1) * dilation[i] + 1 - stride[i]);
            padding.before[i] = total / 2;
            padding.after[i] = total - total / 2;
        }
    } else {
        padding = paddingOf(b, c, kernel, stride, dilation);
    }
    const int64_t filters = c.attrs.integer("filters"), groups = c.attrs.integer("groups");
    if (!groupsFit(b, x[1], filters, groups)) return {{}};
    Shape weightShape{x[1], filters / groups};
    for (int64_t k : kernel) weightShape.push_back(k);
    const int64_t window = std::accumulate(kernel.begin(), kernel.end(), int64_t{1}, std::multiplies<>());
    Values inputs{c.in(),
                  b.parameter("weight", weightShape, c.attrs.string("initializer"), window * x[1] / groups, window * filters / groups)};
    if (c.attrs.boolean("bias")) inputs.push_back(b.parameter("bias", {filters}, "zeros"));
    return {b.op("conv_transpose", inputs,
                 {{"stride", stride},
                  {"pad_before", padding.before},
                  {"pad_after", padding.after},
                  {"output_padding", extra},
                  {"dilation", dilation},
                  {"groups", groups}})};
}

} // namespace ds::layers
