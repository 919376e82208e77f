// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_concat = {
    .name = "Concat",
    .category = "shape",
    .doc = "Joins its inputs along one dimension.",
    .inputs = {{.name = "x", .doc = "equal in all other dimensions", .kind = PortKind::Variadic}},
    .outputs = {{"y"}},
    .attributes = {layers::axisAttr(1, "The dimension along which they are joined; 1 is the channels.")},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const int axis = layers::innerAxis(b, c.attrs.integer("axis"), c.in().shape().rank());
        if (axis < 0) return {{}};
        return {b.op("concat", c.inputs, {{"axis", axis}})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3}), layers::f32({2, 1})}},
                {{layers::f32({2, 3, 2}), layers::f32({2, 3, 1}), layers::f32({2, 3, 2})}, {{"axis", -1}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3}), layers::f32({3, 3})},
                 {},
                 "f32[2, 3] and f32[3, 3] cannot be joined along dimension 1. All other sizes and the dtypes must be equal."},
                {{layers::f32({2, 3})}, {{"axis", 0}}, "the axis 0 is the batch, which stays as it is. Use another axis."}};
    },
};

} // namespace ds
