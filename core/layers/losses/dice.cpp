// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_dice = {
    .name = "dice",
    .doc = "1 minus the Dice overlap of each sample (Milletari et al., 2016), for small regions in images: scores [N, C, ...] of several "
           "classes against class numbers, or one score for each position against 0 and 1. Give it raw scores.",
    .attributes = {{.name = "smooth",
                    .type = AttrType::Float,
                    .fallback = 1.0,
                    .min = 0,
                    .max = 1e6,
                    .doc = "Added to both parts of the fraction, so that empty regions are no trouble."}},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        const Shape x = c.prediction.shape();
        if (!layers::expectsReal(b, c.prediction.type())) return {};
        if (x.rank() < 1) return {b.fail(phrase("Layers", "expects a batch of scores, got one number"))};
        Value probability, truth;
        if (x == c.target.shape() || x.rank() < 3 || x[1] == 1) {
            truth = x.rank() >= 3 && x[1] == 1 && c.target.shape().count() == x.count()
                        ? reshape(layers::cast(c.target, c.prediction.dtype()), x)
                        : layers::targetLike(b, c);
            probability = b.op("sigmoid", {c.prediction});
        } else {
            const Value target = layers::classTarget(b, c);
            if (!target) return {};
            Shape column = x, numbers{1, x[1]};
            column[1] = 1;
            while (numbers.rank() < x.rank()) numbers.push_back(1);
            truth = layers::cast(b.op("equal", {layers::iota(b, numbers, 1, DType::I64), reshape(target, column)}), c.prediction.dtype());
            probability = b.op("softmax", {c.prediction}, {{"axis", 1}});
        }
        if (!truth) return {};
        Ints axes;
        for (int axis = 1; axis < x.rank(); ++axis) axes.push_back(axis);
        const auto total = [&](Value v) { return axes.empty() ? v : sum(v, axes); };
        const double smooth = c.attrs.number("smooth");
        return {1 - (total(probability * truth) * 2.0 + smooth) / (total(probability + truth) + smooth)};
    },
    .metrics = {"accuracy"},
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 2, 2}), layers::i64({2, 2, 2})}},
                {{layers::f32({2, 1, 3, 3}), {DType::U8, {2, 3, 3}}}, {{"smooth", 0.5}}},
                {{layers::f32({3, 4}), layers::f32({3, 4})}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3, 4}), layers::i64({2, 5})},
                 {},
                 "expects targets i64[2, 4] for scores [2, 3, 4], got i64[2, 5]. Targets are class numbers, one for each row of scores."}};
    },
};

} // namespace ds
