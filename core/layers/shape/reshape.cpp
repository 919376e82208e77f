// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_reshape = {
    .name = "Reshape",
    .category = "shape",
    .doc = "The same numbers in the same order under another shape, sample by sample.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "shape",
                    .type = AttrType::Ints,
                    .required = true,
                    .min = -1,
                    .max = 1LL << 40,
                    .doc = "Sizes without the batch; one may be -1: it follows from the others."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        if (x.rank() < 1) return {b.fail(phrase("Layers", "expects a batch, got one number"))};
        const Ints& wanted = c.attrs.ints("shape");
        if (wanted.size() >= Shape::maxRank)
            return {b.fail(phrase("Layers", "a tensor has at most %1 dimensions, got %2 and the batch")
                               .with({std::to_string(Shape::maxRank), attrText(wanted)}))};
        const int64_t numbers = x.count(1, x.rank());
        Ints sizes{x[0]};
        int64_t known = 1, open = 0;
        for (int64_t size : wanted) {
            open += size < 0;
            // Beyond what one sample has, the exact product does not matter.
            if (size >= 0) known = size != 0 && known > numbers / size ? numbers + 1 : known * size;
            sizes.push_back(size);
        }
        if (open > 1) return {b.fail(phrase("Layers", "only one size may be -1, got %1").with({attrText(wanted)}))};
        const bool fits = open ? known > 0 && numbers % known == 0 : known == numbers;
        if (!fits)
            return {b.fail(phrase("Layers", "a sample of %1 has %2 numbers, which do not fill %3")
                               .with({x.text(), std::to_string(numbers), attrText(wanted)}),
                           phrase("Layers", "The shape is that of one sample, without the batch."))};
        for (int64_t& size : sizes)
            if (size < 0) size = numbers / known;
        return {reshape(c.in(), Shape(sizes))};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 4})}, {{"shape", Ints{12}}}},
                {{layers::f32({2, 12})}, {{"shape", Ints{3, -1, 2}}}},
                {{layers::f32({2, 1})}, {{"shape", Ints{}}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 6})},
                 {{"shape", Ints{4}}},
                 "a sample of [2, 6] has 6 numbers, which do not fill [4]. The shape is that of one sample, without the batch."},
                {{layers::f32({2, 6})}, {{"shape", Ints{-1, -1}}}, "only one size may be -1, got [-1, -1]."},
                {{layers::f32({2, 6})},
                 {{"shape", Ints{4, -1}}},
                 "a sample of [2, 6] has 6 numbers, which do not fill [4, -1]. The shape is that of one sample, without the batch."}};
    },
};

} // namespace ds
