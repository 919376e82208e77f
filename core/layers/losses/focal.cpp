// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

namespace {

/// (1 - p)^gamma of the probability p = exp(-loss) of what is true.
Value focus(LayerBuilder& b, Value crossEntropy, double gamma)
{
    if (gamma == 0) return {};
    const Value wrong = -b.op("expm1", {-crossEntropy});
    if (gamma == 1) return wrong;
    if (gamma == 2) return wrong * wrong;
    // The derivative of a power below 1 is infinite at 0.
    const Value positive = b.op("maximum", {wrong, b.graph().scalar(1e-7, wrong.dtype())});
    return b.op("pow", {positive, b.graph().scalar(gamma, positive.dtype())});
}

Value multiClass(LayerBuilder& b, const LossCall& c, const Floats& alpha)
{
    const Value target = layers::classTarget(b, c);
    if (!target) return {};
    const int64_t classes = c.prediction.shape()[1];
    const Value crossEntropy = b.op("softmax_cross_entropy", {c.prediction, target});
    Value each = crossEntropy;
    if (const Value factor = focus(b, crossEntropy, c.attrs.number("gamma"))) each = each * factor;
    if (alpha.empty()) return each;
    if (static_cast<int64_t>(alpha.size()) != classes)
        return b.fail(
            phrase("Layers", "alpha has %1 entries for %2 classes").with({std::to_string(alpha.size()), std::to_string(classes)}));
    const Value weights = b.op("constant", {}, {{"values", alpha}, {"shape", Ints{classes}}, {"dtype", dtypeName(each.dtype())}});
    return each * b.op("gather", {weights, target});
}

Value binary(LayerBuilder& b, const LossCall& c, const Floats& alpha)
{
    const Value target = layers::targetLike(b, c);
    if (!target) return {};
    const Value crossEntropy = layers::binaryCrossEntropy(b, c.prediction, target);
    Value each = crossEntropy;
    if (const Value factor = focus(b, crossEntropy, c.attrs.number("gamma"))) each = each * factor;
    if (alpha.empty()) return each;
    if (alpha.size() != 1)
        return b.fail(phrase("Layers", "alpha has %1 entries, but with one score there is one").with({std::to_string(alpha.size())}));
    return each * (target * (2 * alpha[0] - 1) + (1 - alpha[0]));
}

} // namespace

extern const LossSpec loss_focal = {
    .name = "focal",
    .doc =
        "Cross entropy that looks away from what is right already (Lin et al., 2017), for rare classes: class scores [N, C] against class "
        "numbers, or one score a sample [N] or [N, 1] against 0 and 1. Give it raw scores.",
    .attributes = {{.name = "gamma",
                    .type = AttrType::Float,
                    .fallback = 2.0,
                    .min = 0,
                    .max = 100,
                    .doc = "How strongly it looks away; 0: plain cross entropy."},
                   {.name = "alpha",
                    .type = AttrType::Floats,
                    .fallback = Floats{},
                    .min = 0,
                    .doc = "One factor for each class; with one score, that of 1, while 0 has one minus it; empty: none."}},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        const Shape scores = c.prediction.shape(), target = c.target.shape();
        const bool one = scores == target || scores.rank() < 2 || (scores.rank() == 2 && scores[1] == 1);
        return {one ? binary(b, c, c.attrs.floats("alpha")) : multiClass(b, c, c.attrs.floats("alpha"))};
    },
    .metrics = {"accuracy"},
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({4, 3}), layers::i64({4})}, {{"alpha", Floats{0.25, 0.5, 1}}}},
                {{layers::f32({4, 1}), layers::f32({4})}, {{"gamma", 1.5}, {"alpha", 0.25}}},
                {{layers::f32({2, 3, 2}), layers::i64({2, 2})}, {{"gamma", 1}}},
                {{layers::f32({3, 2}), layers::f32({3, 2})}, {{"gamma", 0}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {
            {{layers::f32({4, 3}), layers::i64({4})}, {{"alpha", Floats{1, 2}}}, "alpha has 2 entries for 3 classes."},
            {{layers::f32({4, 1}), layers::i64({4})}, {{"alpha", Floats{1, 2}}}, "alpha has 2 entries, but with one score there is one."}};
    },
};

} // namespace ds
