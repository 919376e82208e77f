// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

namespace {

LossTerms build(LayerBuilder& b, const LossCall& c)
{
    const Value target = layers::classTarget(b, c);
    if (!target) return {};
    const int64_t classes = c.prediction.shape()[1], ignored = c.attrs.integer("ignore_index");
    Value classWeights;
    if (const Floats& weights = c.attrs.floats("class_weights"); !weights.empty()) {
        if (static_cast<int64_t>(weights.size()) != classes)
            return {b.fail(phrase("Layers", "class_weights has %1 entries for %2 classes")
                               .with({std::to_string(weights.size()), std::to_string(classes)}))};
        classWeights = b.op("constant", {}, {{"values", weights}, {"shape", Ints{classes}}, {"dtype", dtypeName(c.prediction.dtype())}});
    }
    const Value each = b.op("softmax_cross_entropy", {c.prediction, target, classWeights},
                            {{"ignore_index", ignored}, {"label_smoothing", c.attrs.number("label_smoothing")}});
    // As in PyTorch, ignored targets do not count in the mean, others with the weight of their class.
    const Value counts = b.op("not_equal", {target, b.graph().scalar(static_cast<double>(ignored), DType::I64)});
    Value weight = layers::cast(counts, c.prediction.dtype());
    if (classWeights) {
        // The ignored number may be outside of the classes.
        const Value zero = b.graph().zerosLike(target);
        weight = weight * b.op("gather", {classWeights, b.op("select", {counts, target, zero})});
    }
    return {each, weight};
}

} // namespace

extern const LossSpec loss_cross_entropy = {
    .name = "cross_entropy",
    .doc = "Softmax and cross entropy of class scores [N, C] or [N, C, ...] against class numbers [N] or [N, ...]. Give it raw scores, not "
           "probabilities.",
    .attributes =
        {{.name = "label_smoothing",
          .type = AttrType::Float,
          .fallback = 0.0,
          .min = 0,
          .max = 0.999,
          .doc = "Share of the target that is spread evenly over all classes."},
         {.name = "class_weights",
          .type = AttrType::Floats,
          .fallback = Floats{},
          .min = 0,
          .doc = "One factor for each class, for unbalanced data; empty: all 1."},
         {.name = "ignore_index", .type = AttrType::Int, .fallback = int64_t{-100}, .doc = "Targets of this value count for nothing."}},
    .build = build,
    .metrics = {"accuracy"},
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({4, 3}), layers::i64({4})}},
                {{layers::f32({2, 3, 5}), layers::i64({2, 5})}, {{"label_smoothing", 0.1}}},
                {{layers::f32({5, 3}), layers::i64({5, 1})}, {{"class_weights", Floats{1, 0.5, 2}}, {"ignore_index", 1}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({4}), layers::i64({4})},
                 {},
                 "expects class scores [N, C], got [4]. End the model with a Dense layer of one unit for each class."},
                {{layers::f32({4, 3}), layers::f32({4})},
                 {},
                 "expects targets i64[4] for scores [4, 3], got f32[4]. Targets are class numbers, one for each row of scores."},
                {{layers::f32({4, 3}), layers::i64({4})}, {{"class_weights", Floats{1, 2}}}, "class_weights has 2 entries for 3 classes."}};
    },
};

} // namespace ds
