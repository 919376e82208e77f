// SPDX-License-Identifier: Apache-2.0
// What transforms of pictures share.
#pragma once

#include <algorithm>

#include "core/data/transform.h"

namespace ds {

/// Sizes of a picture [channels, height, width].
struct Planes {
    int64_t channels = 0, height = 0, width = 0;

    explicit Planes(const Field& field) : channels(field.type.shape[0]), height(field.type.shape[1]), width(field.type.shape[2]) {}
    int64_t pixels() const { return height * width; }
    int64_t count() const { return channels * pixels(); }
};

/// The same field with pictures of another size.
Field resized(Field field, int64_t height, int64_t width);
/// Height and width of an attribute with two numbers, or one for both; a list that is empty gives those of the picture.
Result<std::pair<int64_t, int64_t>> sizeFrom(const Attrs& attrs, const char* name, const Field& field);
/// One value a channel from an attribute with one number, one a channel, or none: then black.
Result<std::vector<float>> fillFrom(const Attrs& attrs, const Field& field);
/// The attribute `fill` of transforms that need something where the picture ends.
AttrSpec fillAttribute();

/// Where a pixel (x, y) of the new picture comes from: (a x + b y + c, d x + e y + f), in pixels from the centre of the first.
struct Affine {
    float a = 1, b = 0, c = 0, d = 0, e = 1, f = 0;
};
/// Bilinear; `fill` where the picture ends.
void warp(const float* in, const Planes& from, const Affine& map, const float* fill, int64_t height, int64_t width, float* out);
/// The same for maps that stay within the picture: its outermost pixels are continued.
void sampleInside(const float* in, const Planes& from, const Affine& map, int64_t height, int64_t width, float* out);
/// Turned by an angle (radians, counter-clockwise), scaled, sheared (radians, along x) and moved (in pixels), all around the centre.
Affine around(const Planes& size, double angle, double scale, double shear, double right, double down);

/// A picture for tests: its size.
Field pictureField(int64_t channels, int64_t height, int64_t width);

} // namespace ds
