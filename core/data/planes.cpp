// SPDX-License-Identifier: Apache-2.0
#include "core/data/planes.h"

#include <cmath>

namespace ds {

Field resized(Field field, int64_t height, int64_t width)
{
    field.type.shape = {field.type.shape[0], height, width};
    return field;
}

Result<std::pair<int64_t, int64_t>> sizeFrom(const Attrs& attrs, const char* name, const Field& field)
{
    const Ints& size = attrs.ints(name);
    const Planes planes(field);
    if (size.empty()) return std::pair(planes.height, planes.width);
    if (size.size() > 2) return Error{phrase("Data", "expects height and width, got %1").with({attrText(size)}), name, ""};
    return std::pair(size.front(), size.back());
}

Result<std::vector<float>> fillFrom(const Attrs& attrs, const Field& field)
{
    Floats fill = attrs.floats("fill");
    const auto channels = static_cast<std::size_t>(field.type.shape[0]);
    if (fill.size() > 1 && fill.size() != channels)
        return Error{phrase("Data", "expects one number or one per channel (%1), got %2").with({std::to_string(channels), attrText(fill)}),
                     "fill", ""};
    if (fill.empty()) fill = field.black;
    if (fill.empty()) fill = {0};
    std::vector<float> values;
    for (std::size_t c = 0; c < channels; ++c) values.push_back(static_cast<float>(fill[fill.size() == 1 ? 0 : c]));
    return values;
}

AttrSpec fillAttribute()
{
    return {.name = "fill",
            .type = AttrType::Floats,
            .fallback = Floats{},
            .doc = "What stands where the picture ends, as the model sees it: one number or one per channel; empty: black."};
}

void warp(const float* in, const Planes& from, const Affine& map, const float* fill, int64_t height, int64_t width, float* out)
{
    const int64_t plane = from.pixels(), target = height * width;
    const auto lastX = static_cast<float>(from.width), lastY = static_cast<float>(from.height);
    for (int64_t y = 0; y < height; ++y)
        for (int64_t x = 0; x < width; ++x, ++out) {
            const float fx = map.a * static_cast<float>(x) + map.b * static_cast<float>(y) + map.c;
            const float fy = map.d * static_cast<float>(x) + map.e * static_cast<float>(y) + map.f;
            if (!(fx > -1 && fy > -1 && fx < lastX && fy < lastY)) {
                for (int64_t c = 0; c < from.channels; ++c) out[c * target] = fill[c];
                continue;
            }
            const float floorX = std::floor(fx), floorY = std::floor(fy);
            const float right = fx - floorX, down = fy - floorY;
            const auto x0 = static_cast<int64_t>(floorX), y0 = static_cast<int64_t>(floorY);
            const bool left = x0 >= 0, up = y0 >= 0, more = x0 + 1 < from.width, below = y0 + 1 < from.height;
            const float* at = in + y0 * from.width + x0;
            for (int64_t c = 0; c < from.channels; ++c, at += plane) {
                const float v00 = left && up ? at[0] : fill[c], v01 = more && up ? at[1] : fill[c];
                const float v10 = left && below ? at[from.width] : fill[c], v11 = more && below ? at[from.width + 1] : fill[c];
                const float top = v00 + (v01 - v00) * right, bottom = v10 + (v11 - v10) * right;
                out[c * target] = top + (bottom - top) * down;
            }
        }
}

void sampleInside(const float* in, const Planes& from, const Affine& map, int64_t height, int64_t width, float* out)
{
    const int64_t plane = from.pixels(), target = height * width;
    const auto lastX = static_cast<float>(from.width - 1), lastY = static_cast<float>(from.height - 1);
    for (int64_t y = 0; y < height; ++y)
        for (int64_t x = 0; x < width; ++x, ++out) {
            const float fx = std::clamp(map.a * static_cast<float>(x) + map.b * static_cast<float>(y) + map.c, 0.0f, lastX);
            const float fy = std::clamp(map.d * static_cast<float>(x) + map.e * static_cast<float>(y) + map.f, 0.0f, lastY);
            const auto x0 = static_cast<int64_t>(fx), y0 = static_cast<int64_t>(fy);
            const float right = fx - static_cast<float>(x0), down = fy - static_cast<float>(y0);
            const int64_t stepX = x0 + 1 < from.width ? 1 : 0, stepY = y0 + 1 < from.height ? from.width : 0;
            const float* at = in + y0 * from.width + x0;
            for (int64_t c = 0; c < from.channels; ++c, at += plane) {
                const float top = at[0] + (at[stepX] - at[0]) * right;
                const float bottom = at[stepY] + (at[stepY + stepX] - at[stepY]) * right;
                out[c * target] = top + (bottom - top) * down;
            }
        }
}

Affine around(const Planes& size, double angle, double scale, double shear, double right, double down)
{
    // Forward: turn · shear · scale around the centre, then move; the inverse says where a pixel comes from. y runs down, so a
    // counter-clockwise turn has the sine negated.
    const double cosine = std::cos(angle), sine = std::sin(angle), slant = std::tan(shear);
    const double a = scale * cosine, b = scale * (cosine * slant + sine), d = -scale * sine, e = scale * (cosine - sine * slant);
    const double inverse = 1 / (a * e - b * d);
    const double ia = e * inverse, ib = -b * inverse, id = -d * inverse, ie = a * inverse;
    const double cx = 0.5 * static_cast<double>(size.width - 1), cy = 0.5 * static_cast<double>(size.height - 1);
    const double mx = cx + right, my = cy + down;
    return {static_cast<float>(ia), static_cast<float>(ib), static_cast<float>(cx - ia * mx - ib * my),
            static_cast<float>(id), static_cast<float>(ie), static_cast<float>(cy - id * mx - ie * my)};
}

Field pictureField(int64_t channels, int64_t height, int64_t width)
{
    return {"image", {DType::F32, {channels, height, width}}, {}, false, {-0.5}};
}

} // namespace ds
