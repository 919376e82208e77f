// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_cast = {
    .name = "Cast",
    .category = "shape",
    .doc = "Changes the type of the numbers.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "dtype",
                    .type = AttrType::String,
                    .fallback = std::string("f32"),
                    .choices = {"f32", "f64", "bf16", "f16", "i32", "i64", "u8", "bool"},
                    .doc = "Type of the result: floating, whole, or bool (whether it is not 0)."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        (void)b;
        return {layers::cast(c.in(), *dtypeFromName(c.attrs.string("dtype")))};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::i64({2, 3})}}, {{layers::f32({2, 3})}, {{"dtype", "i32"}}}, {{{DType::U8, {3}}}, {{"dtype", "bool"}}}};
    },
};

} // namespace ds
