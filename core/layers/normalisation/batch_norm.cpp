// SPDX-License-Identifier: Apache-2.0
#include "core/layers/layer.h"

namespace ds {

extern const LayerSpec layer_batch_norm = {
    .name = "BatchNorm",
    .category = "normalisation",
    .doc = "Gives each channel mean 0 and variance 1 over the batch, then a learned scale and offset (Ioffe & Szegedy, 2015). Keeps "
           "running moments for use after training.",
    .inputs = {{"x", "[N, C] or [N, C, ...]"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "epsilon", .type = AttrType::Float, .fallback = 1e-5, .min = 0, .max = 1, .doc = "Added to the variance."},
                   {.name = "momentum",
                    .type = AttrType::Float,
                    .fallback = 0.1,
                    .min = 0,
                    .max = 1,
                    .doc = "Share of the batch in the running moments."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        if (x.rank() < 2 || x[1] == 0) return {b.fail(phrase("Layers", "expects an input [N, C, ...], got %1").with({x.text()}))};
        const Shape channels{x[1]};
        const Value scale = b.parameter("scale", channels, "ones"), bias = b.parameter("bias", channels, "zeros");
        const Value mean = b.state("running_mean", {DType::F32, channels}, "zeros"),
                    variance = b.state("running_variance", {DType::F32, channels}, "ones");
        const double epsilon = c.attrs.number("epsilon");
        if (!b.training()) return {b.op("batch_norm_inference", {c.in(), scale, bias, mean, variance}, {{"epsilon", epsilon}})};
        const int64_t count = x.count() / x[1];
        if (count < 2)
            return {b.fail(phrase("Layers", "needs more than one value for each channel in training, got %1").with({x.text()}),
                           phrase("Layers", "Make the batch larger."))};
        const Values y = b.ops("batch_norm", {c.in(), scale, bias}, {{"epsilon", epsilon}});
        // The running variance is the unbiased one.
        const double momentum = c.attrs.number("momentum"), unbiased = static_cast<double>(count) / static_cast<double>(count - 1);
        b.update(mean, mean * (1 - momentum) + y[1] * momentum);
        b.update(variance, variance * (1 - momentum) + y[2] * (momentum * unbiased));
        return {y[0]};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {4, 3}}}}, {{{DType::F32, {2, 3, 4, 4}}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{{DType::F32, {1, 3}}}, {}, "needs more than one value for each channel in training, got [1, 3]. Make the batch larger."}};
    },
};

} // namespace ds
