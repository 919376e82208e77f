// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_tile = {
    .name = "tile",
    .category = "shape",
    .doc = "Repeats the whole tensor along each dimension.",

    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "repeats", .type = AttrType::Ints, .required = true, .min = 0, .doc = "How often, for each dimension."}},
    .infer = [](const InferCall& call) -> Inferred {
        TensorType type = call.in(0);
        const Ints& repeats = call.attrs.ints("repeats");
        if (static_cast<int>(repeats.size()) != type.shape.rank())
            return Error{phrase("Ops", "repeats needs one number for each dimension of %1").with({type.text()}), "", ""};
        for (int axis = 0; axis < type.shape.rank(); ++axis) type.shape[axis] *= repeats[static_cast<std::size_t>(axis)];
        return std::vector{type};
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        Value x = c.in(0);
        for (int axis = 0; axis < c.in(0).shape().rank(); ++axis) {
            const int64_t repeat = c.attrs.ints("repeats")[static_cast<std::size_t>(axis)];
            Shape shape = x.shape();
            const int64_t outer = shape.count(0, axis), inner = shape.count(axis, shape.rank());
            shape[axis] *= repeat;
            x = reshape(expandTo(reshape(x, {outer, 1, inner}), {outer, repeat, inner}), shape);
        }
        return {x};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {2, 3})}, {{"repeats", Ints{2, 3}}}},
                {{ops::randomTensor(rng, {2, 1, 3})}, {{"repeats", Ints{1, 4, 2}}}},
                {{ops::randomTensor(rng, {1})}, {{"repeats", Ints{1}}}},
                {{ops::randomTensor(rng, {2})}, {{"repeats", Ints{0}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}}), {{"repeats", Ints{2}}}, "tile: repeats needs one number for each dimension of f32[2, 3]."}};
    },

};

} // namespace ds
