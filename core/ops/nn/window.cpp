// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/window.h"

#include <algorithm>

namespace ds::ops {

namespace {

std::size_t u(int dim) { return static_cast<std::size_t>(dim); }

Result<Ints> entries(const Attrs& attrs, const char* name, std::size_t dims, int64_t fallback)
{
    const Ints& given = attrs.ints(name);
    if (given.empty()) return Ints(dims, fallback);
    DS_TRY(checkEntries(name, given, static_cast<int>(dims)));
    return given;
}

} // namespace

int64_t Window::extent(int dim) const { return dilation[u(dim)] * (kernel[u(dim)] - 1) + 1; }

int64_t Window::positions(int dim, int64_t size) const
{
    const int64_t room = size + before[u(dim)] + after[u(dim)] - extent(dim);
    if (room < 0) return 0;
    const int64_t step = stride[u(dim)];
    int64_t count = room / step + 1;
    if (ceil && room % step != 0 && count * step < size + before[u(dim)]) ++count;
    return count;
}

int64_t Window::at(int dim, int64_t position, int64_t tap) const
{
    return position * stride[u(dim)] - before[u(dim)] + tap * dilation[u(dim)];
}

Result<Window> windowOf(const Attrs& attrs, const Ints& kernel)
{
    const std::size_t dims = kernel.size();
    if (std::any_of(kernel.begin(), kernel.end(), [](int64_t size) { return size < 1; }))
        return Error{phrase("Ops", "the kernel %1 has an empty dimension").with({attrText(kernel)}), "", ""};
    Window window;
    window.stride = DS_TRY(entries(attrs, "stride", dims, 1));
    window.before = DS_TRY(entries(attrs, "pad_before", dims, 0));
    window.after = DS_TRY(entries(attrs, "pad_after", dims, 0));
    window.dilation = DS_TRY(entries(attrs, "dilation", dims, 1));
    window.kernel = kernel;
    return window;
}

Status checkEntries(const char* name, const Ints& list, int dims)
{
    if (static_cast<int>(list.size()) == dims) return {};
    return Error{phrase("Ops", "%1 %2 has to have one entry per spatial dimension, that is %3")
                     .with({std::string(name), attrText(list), std::to_string(dims)}),
                 "", ""};
}

Ints spatialOf(const Shape& shape) { return {shape.begin() + 2, shape.end()}; }

Shape withSpatial(int64_t first, int64_t second, const Ints& spatial)
{
    Shape shape{first, second};
    for (int64_t size : spatial) shape.push_back(size);
    return shape;
}

Status checkSpatial(const TensorType& type, const char* what)
{
    if (!isFloat(type.dtype))
        return Error{phrase("Ops", "expects floating-point numbers, got %1").with({type.text()}), "", phrase("Ops", "Insert a cast.")};
    if (type.shape.rank() < 3 || type.shape.rank() > 5)
        return Error{phrase("Ops", "expects %1 [N, C, spatial...] with 1 to 3 spatial dimensions, got %2")
                         .with({std::string(what), type.shape.text()}),
                     "", ""};
    return {};
}

Result<Ints> positionsOf(const Window& window, const Ints& spatial)
{
    Ints sizes;
    for (int dim = 0; dim < window.dims(); ++dim) {
        sizes.push_back(window.positions(dim, spatial[u(dim)]));
        if (sizes.back() > 0) continue;
        return Error{phrase("Ops", "the kernel spans %1 elements but the padded input has only %2 in spatial dimension %3")
                         .with({std::to_string(window.extent(dim)),
                                std::to_string(spatial[u(dim)] + window.before[u(dim)] + window.after[u(dim)]), std::to_string(dim)}),
                     "", phrase("Ops", "Use a smaller kernel or more padding.")};
    }
    return sizes;
}

std::vector<AttrSpec> windowAttributes(std::string_view strideDoc, std::vector<AttrSpec> more)
{
    std::vector<AttrSpec> specs = {
        {.name = "stride", .type = AttrType::Ints, .fallback = Ints{}, .min = 1, .doc = strideDoc},
        {.name = "pad_before", .type = AttrType::Ints, .fallback = Ints{}, .min = 0, .doc = "Padding before the first element; none: 0."},
        {.name = "pad_after", .type = AttrType::Ints, .fallback = Ints{}, .min = 0, .doc = "Padding after the last element; none: 0."},
        {.name = "dilation", .type = AttrType::Ints, .fallback = Ints{}, .min = 1, .doc = "Distance between kernel elements; none: 1."},
    };
    specs.insert(specs.end(), more.begin(), more.end());
    return specs;
}

Attrs with(Attrs attrs, std::string_view name, AttrValue value)
{
    attrs.set(name, std::move(value));
    return attrs;
}

Attrs without(Attrs attrs, std::string_view name)
{
    attrs.erase(name);
    return attrs;
}

} // namespace ds::ops
