// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds::layers {

Value targetLike(LayerBuilder& b, const LossCall& c)
{
    const Shape prediction = c.prediction.shape(), target = c.target.shape();
    if (!expectsReal(b, c.prediction.type())) return {};
    const auto column = [](Shape shape) {
        if (shape.rank() == 1) shape.push_back(1);
        return shape;
    };
    if (column(prediction) != column(target)) {
        Phrase hint = phrase("Layers", "Prediction and target must have one shape.");
        if (prediction.rank() == 2 && target.rank() == 1)
            hint = phrase("Layers", "One number for each sample needs a last layer of one unit; for classes use cross_entropy.");
        return b.fail(phrase("Layers", "expects a target %1 like the prediction, got %2").with({prediction.text(), target.text()}), hint);
    }
    return reshape(cast(c.target, c.prediction.dtype()), prediction);
}

Value classTarget(LayerBuilder& b, const LossCall& c)
{
    const Shape scores = c.prediction.shape();
    if (scores.rank() < 2)
        return b.fail(phrase("Layers", "expects class scores [N, C], got %1").with({scores.text()}),
                      phrase("Layers", "End the model with a Dense layer of one unit for each class."));
    Shape expected = scores;
    expected.erase(1);
    Shape column = expected;
    column.push_back(1); // class numbers that come as a column
    if ((c.target.shape() != expected && c.target.shape() != column) || !isInteger(c.target.dtype()))
        return b.fail(
            phrase("Layers", "expects targets i64%1 for scores %2, got %3").with({expected.text(), scores.text(), c.target.type().text()}),
            phrase("Layers", "Targets are class numbers, one for each row of scores."));
    return reshape(cast(c.target, DType::I64), expected);
}

Value binaryCrossEntropy(LayerBuilder& b, Value scores, Value target) { return b.op("softplus", {scores}) - scores * target; }

std::vector<LayerSample> regressionSamples()
{
    return {{{f32({4, 1}), f32({4})}}, {{f32({2, 3}), f32({2, 3})}}, {{f32({3}), i64({3, 1})}}};
}

std::vector<BadLayerSample> regressionBadSamples()
{
    return {{{f32({4, 3}), f32({4})},
             {},
             "expects a target [4, 3] like the prediction, got [4]. One number for each sample needs a last layer of one unit; for classes "
             "use cross_entropy."},
            {{f32({4, 3}), f32({4, 2})},
             {},
             "expects a target [4, 3] like the prediction, got [4, 2]. Prediction and target must have one shape."}};
}

} // namespace ds::layers
