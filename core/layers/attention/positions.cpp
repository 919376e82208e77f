// SPDX-License-Identifier: Apache-2.0
#include "core/layers/attention/positions.h"

#include <cmath>

namespace ds::layers {

Value rotate(LayerBuilder& b, Value x, double base, int64_t start)
{
    if (b.failed()) return {};
    const Shape shape = x.shape();
    const int64_t steps = shape[2], half = shape[3] / 2;
    const Value exponent = iota(b, {1, half}, 1, DType::F32) * (-2 * std::log(base) / static_cast<double>(shape[3]));
    const Value position = b.op("iota", {}, {{"shape", Ints{steps, 1}}, {"axis", 0}, {"start", static_cast<double>(start)}});
    const Value angle = position * b.op("exp", {exponent});
    const Value cosine = cast(b.op("cos", {angle}), x.dtype()), sine = cast(b.op("sin", {angle}), x.dtype());
    const Values halves = b.ops("split", {x}, {{"axis", 3}, {"sizes", Ints{half, half}}});
    if (b.failed()) return {};
    return b.op("concat", {halves[0] * cosine - halves[1] * sine, halves[1] * cosine + halves[0] * sine}, {{"axis", 3}});
}

Floats linearBiasSlopes(int64_t heads)
{
    int64_t power = 1;
    while (power * 2 <= heads) power *= 2;
    Floats slopes;
    for (int64_t h = 0; h < power; ++h) slopes.push_back(std::exp2(-8.0 * static_cast<double>(h + 1) / static_cast<double>(power)));
    // The others take every second slope of twice as many heads.
    for (int64_t h = 0; power + h < heads; ++h)
        slopes.push_back(std::exp2(-8.0 * static_cast<double>(2 * h + 1) / static_cast<double>(2 * power)));
    return slopes;
}

Value linearBias(LayerBuilder& b, int64_t heads, int64_t rows, int64_t keys)
{
    const Value slopes = b.op("constant", {}, {{"values", linearBiasSlopes(heads)}, {"shape", Ints{heads, 1, 1}}});
    const Value query = b.op("iota", {}, {{"shape", Ints{1, rows, 1}}, {"axis", 1}, {"start", static_cast<double>(keys - rows)}});
    return -(slopes * b.op("abs", {query - iota(b, {1, 1, keys}, 2, DType::F32)}));
}

} // namespace ds::layers
