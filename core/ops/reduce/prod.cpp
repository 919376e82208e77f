// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_prod = {
    .name = "prod",
    .category = "reduce",
    .doc = "Product over dimensions.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = ops::reduceAttrs(),
    .infer = ops::inferReduce,
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        // Halves are multiplied until one is left: exact gradients where elements are 0, and logarithmic depth.
        const Shape& shape = c.in(0).shape();
        const std::vector<int> axes = ops::axesOf(c.attrs.ints("axes"), shape.rank()).value();
        const Shape result = ops::reducedShape(shape, axes, c.attrs.boolean("keep_dims"));
        Ints order;
        for (int axis = 0; axis < shape.rank(); ++axis)
            if (std::find(axes.begin(), axes.end(), axis) == axes.end()) order.push_back(axis);
        order.insert(order.end(), axes.begin(), axes.end());
        int64_t size = 1;
        for (int axis : axes) size *= shape[axis];
        const int64_t rows = result.count();
        if (size == 0) return {c.in(0).builder().full(1, result, c.in(0).dtype())};
        Value x = reshape(transpose(c.in(0), order), {rows, size});
        const auto part = [&](int64_t begin, int64_t end) {
            return ops::call("slice", {x}, {{"begin", Ints{0, begin}}, {"end", Ints{rows, end}}});
        };
        for (; size > 1; size -= size / 2) {
            const int64_t half = size / 2;
            const Value product = part(0, half) * part(half, 2 * half);
            x = size % 2 ? ops::call("concat", {product, part(size - 1, size)}, {{"axis", 1}}) : product;
        }
        return {reshape(x, result)};
    },
    .samples =
        [](Rng& rng) {
            std::vector<Sample> samples = ops::reduceSamples(rng, 0.3);
            samples.push_back({{Tensor::of({2, 3}, {0, 2, 3, 0, 0, 4})}, {{"axes", Ints{1}}}, "zeros"});
            return samples;
        },
    .badSamples = [] { return ops::refusesAxes("prod"); },

};

} // namespace ds
