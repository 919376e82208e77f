// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"

namespace ds {

extern const OpSpec op_batch_norm_inference = {
    .name = "batch_norm_inference",
    .category = "nn",
    .doc = "Batch normalisation with given statistics: y = (x - mean) / sqrt(variance + epsilon) * scale + bias, for each channel.",
    .inputs = {{"x", "[N, C, ...]"},
               {"scale", "[C]", PortKind::Required, true},
               {"bias", "[C]", PortKind::Required, true},
               {"mean", "[C]", PortKind::Required, true},
               {"variance", "[C], not negative", PortKind::Required, true}},
    .outputs = {{"y", "as x"}},
    .attributes = ops::normAttributes(),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 2));
        DS_TRY(ops::checkVectors(c, 1, {"scale", "bias", "mean", "variance"}, {c.shape(0)[1]}));
        return std::vector{c.in(0)};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        const Shape& x = c.in(0).shape();
        // One factor and one term for each channel: two passes over x and no more.
        const Value factor = c.in(1) * b.op("rsqrt", {c.in(4) + c.attrs.number("epsilon")});
        const Value centred = c.in(0) - ops::perChannel(c.in(3), x);
        return {centred * ops::perChannel(factor, x) + ops::perChannel(c.in(2), x)};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        const auto positive = [&](const Shape& shape) { return ops::randomTensor(rng, shape, 0.3, 2); };
        return {
            {{r({3, 2}), r({2}), r({2}), r({2}), positive({2})}},
            {{r({2, 3, 2, 2}), r({3}), r({3}), r({3}), positive({3})}, {{"epsilon", 0.1}}},
            {{r({0, 3, 2}), r({3}), r({3}), r({3}), positive({3})}, {}, "no images"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{4, 3}, {3}, {3}, {2}, {3}}),
                 {},
                 "batch_norm_inference: the mean f32[2] has to be f32[3] for the input f32[4, 3]."}};
    },
};

} // namespace ds
