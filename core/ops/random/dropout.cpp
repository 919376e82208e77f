// SPDX-License-Identifier: Apache-2.0
#include "core/ops/random/stream.h"

namespace ds {

extern const OpSpec op_dropout = {
    .name = "dropout",
    .category = "random",
    .doc = "Sets elements to 0 with probability rate and divides the others by 1 - rate (Srivastava et al., \"Dropout\"). Element i is "
           "kept if number i of Philox(seed, stream, step) is at least rate, in f32; the gradient draws the same numbers again, so that no "
           "mask is stored.",

    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "rate", .type = AttrType::Float, .fallback = 0.5, .min = 0, .max = 1, .doc = "Probability of a 0."},
                   ops::streamAttribute()},
    .infer = ops::inferSameFloat,
    .decompose = [](GraphBuilder& builder, const OpCall& c) -> Values {
        const double rate = c.attrs.number("rate");
        const Value numbers =
            builder.op("random_uniform", {}, {{"shape", c.in(0).shape().vector()}, {"stream", c.attrs.integer("stream")}});
        const Value keep = ops::indicator(ops::call("greater_equal", {numbers, builder.scalar(rate)}), c.in(0).dtype());
        return {c.in(0) * keep * (rate < 1 ? 1 / (1 - rate) : 0)};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {ops::call("dropout", {c.grad()}, c.attrs)}; },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 4})}, {{"rate", 0.4}, {"stream", 5}}},
                {{ops::randomTensor(rng, {8})}, {{"rate", 0}}},
                {{ops::randomTensor(rng, {2, 2})}, {{"rate", 1}}},
                {{ops::randomTensor(rng, {0, 2})}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2}}), {{"rate", 1.5}}, "dropout, rate: must be from 0 to 1, got 1.5."}};
    },
    .random = true,
    .inPlace = {{0, 0}},

};

} // namespace ds
