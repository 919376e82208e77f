// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/norm_common.h"
#include "core/ops/random/stream.h"

namespace ds {

extern const OpSpec op_add_layer_norm = {
    .name = "add_layer_norm",
    .category = "nn",
    .doc = "sum = dropout(x) + residual and y = layer_norm(sum, scale, bias): what the fusion pass makes of the end of one block of a "
           "transformer and the beginning of the next. The random numbers are those of dropout.",
    .inputs = {{"x"},
               {"residual", "as x"},
               {"scale", "the normalised dimensions of x", PortKind::Optional, true},
               {"bias", "the normalised dimensions of x", PortKind::Optional, true}},
    .outputs = {{"sum", "as x"}, {"y", "as x"}},
    .attributes = ops::normAttributes(
        {ops::normAxis(),
         {.name = "rate", .type = AttrType::Float, .fallback = 0.0, .min = 0, .max = 1, .doc = "Probability of a 0. 0: no dropout."},
         ops::streamAttribute()}),
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::checkNorm(c, 0));
        if (c.in(1) != c.in(0))
            return Error{phrase("Ops", "the residual %1 has to be of the input's type %2").with({c.in(1).text(), c.in(0).text()}), "", ""};
        DS_TRY(ops::checkVectors(c, 2, {"scale", "bias"}, DS_TRY(ops::normalisedShape(c.attrs, c.shape(0)))));
        return std::vector{c.in(0), c.in(0)};
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        Value x = c.in(0);
        if (const double rate = c.attrs.number("rate"); rate > 0)
            x = b.op("dropout", {x}, {{"rate", rate}, {"stream", c.attrs.integer("stream")}});
        const Value sum = x + c.in(1);
        return {sum,
                b.op("layer_norm", {sum, c.in(2), c.in(3)}, {{"axis", c.attrs.integer("axis")}, {"epsilon", c.attrs.number("epsilon")}})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto r = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {
            {{r({3, 5}), r({3, 5}), r({5}), r({5})}},
            {{r({4, 7}), r({4, 7}), r({7}), r({7})}, {{"rate", 0.4}, {"stream", 5}}, "rows that begin within four random numbers"},
            {{r({2, 3, 2}), r({2, 3, 2}), r({3, 2}), {}}, {{"axis", 1}, {"epsilon", 0.1}}, "two dimensions, no bias"},
            {{r({2, 3}), r({2, 3}), {}, r({3})}, {{"rate", 1}}, "nothing but the residual"},
            {{r({0, 3}), r({0, 3}), r({3}), r({3})}, {}, "no rows"},
        };
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {ops::f32s({{4, 3}, {3}}), {}, "add_layer_norm: the residual f32[3] has to be of the input's type f32[4, 3]."},
            {ops::f32s({{4, 3}, {4, 3}, {4}}), {}, "add_layer_norm: the scale f32[4] has to be f32[3] for the input f32[4, 3]."},
            {ops::f32s({{4, 3}, {4, 3}}), {{"rate", 1.5}}, "add_layer_norm, rate: must be from 0 to 1, got 1.5."},
        };
    },
    .random = true,
    .inPlace = {{0, 0}, {0, 1}},
};

} // namespace ds
