// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_reduce_sum = {
    .name = "ReduceSum",
    .category = "shape",
    .doc = "Sum over dimensions other than the batch.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "axes",
                    .type = AttrType::Ints,
                    .fallback = Ints{},
                    .min = -8,
                    .max = 8,
                    .doc = "Dimensions that are reduced, the batch being 0; empty: all but the batch."},
                   {.name = "keep_dims", .type = AttrType::Bool, .fallback = false, .doc = "Keep them with size 1."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Ints axes = layers::innerAxes(b, c.attrs.ints("axes"), c.in().shape().rank());
        if (axes.empty()) return {{}};
        return {b.op("sum", {c.in()}, {{"axes", axes}, {"keep_dims", c.attrs.boolean("keep_dims")}})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 4})}}, {{layers::f32({2, 3, 4})}, {{"axes", Ints{-1}}, {"keep_dims", true}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3})}, {{"axes", Ints{0}}}, "the axis 0 is the batch, which stays as it is. Use another axis."},
                {{layers::f32({2, 3})}, {{"axes", Ints{1, -1}}}, "the axes [1, -1] name a dimension twice."},
                {{layers::f32({2})}, {}, "there is no dimension beside the batch. Insert an Unsqueeze layer, or leave this layer out."}};
    },
};

} // namespace ds
