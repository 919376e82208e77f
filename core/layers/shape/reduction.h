// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/layers/activation/common.h"
#include "core/layers/common.h"

namespace ds::layers {

/// A layer that reduces dimensions other than the batch with one op.
template <OpName op>
LayerSpec reduction(std::string_view name, std::string_view doc)
{
    return {.name = name,
            .category = "shape",
            .doc = doc,
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
                const Ints axes = innerAxes(b, c.attrs.ints("axes"), c.in().shape().rank());
                if (axes.empty()) return {{}};
                return {b.op(op.text, {c.in()}, {{"axes", axes}, {"keep_dims", c.attrs.boolean("keep_dims")}})};
            },
            .samples = []() -> std::vector<LayerSample> {
                return {{{f32({2, 3, 4})}}, {{f32({2, 3, 4})}, {{"axes", Ints{-1}}, {"keep_dims", true}}}};
            },
            .badSamples = []() -> std::vector<BadLayerSample> {
                return {{{f32({2, 3})}, {{"axes", Ints{0}}}, "the axis 0 is the batch, which stays as it is. Use another axis."},
                        {{f32({2, 3})}, {{"axes", Ints{1, -1}}}, "the axes [1, -1] name a dimension twice."},
                        {{f32({2})}, {}, "there is no dimension beside the batch. Insert an Unsqueeze layer, or leave this layer out."}};
            }};
}

} // namespace ds::layers
