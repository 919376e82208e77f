// SPDX-License-Identifier: Apache-2.0
#include "core/layers/loss.h"

namespace ds {

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
    .build = [](LayerBuilder& b, const LossCall& c) -> Value {
        const Shape& scores = c.prediction.shape();
        if (scores.rank() < 2)
            return b.fail("expects class scores [N, C], got " + scores.text(),
                          "End the model with a Dense layer of one unit for each class.");
        Shape expected = scores;
        expected.erase(1);
        if (c.target.shape() != expected || !isInteger(c.target.dtype()))
            return b.fail("expects targets i64" + expected.text() + " for scores " + scores.text() + ", got " + c.target.type().text(),
                          "Targets are class numbers, one for each row of scores.");
        const Value target = c.target.dtype() == DType::I64 ? c.target : b.op("cast", {c.target}, {{"dtype", "i64"}});
        Values inputs{c.prediction, target};
        if (const Floats& weights = c.attrs.floats("class_weights"); !weights.empty()) {
            if (static_cast<int64_t>(weights.size()) != scores[1])
                return b.fail("class_weights has " + std::to_string(weights.size()) + " entries for " + std::to_string(scores[1]) +
                              " classes");
            inputs.push_back(b.op("constant", {}, {{"values", weights}, {"shape", Ints{scores[1]}}, {"dtype", "f32"}}));
        }
        return b.op("softmax_cross_entropy", inputs,
                    {{"ignore_index", c.attrs.integer("ignore_index")}, {"label_smoothing", c.attrs.number("label_smoothing")}});
    },
    .metrics = {"accuracy"},
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {4, 3}}, {DType::I64, {4}}}}, {{{DType::F32, {2, 3, 5}}, {DType::I64, {2, 5}}}, {{"label_smoothing", 0.1}}}};
    },
};

} // namespace ds
