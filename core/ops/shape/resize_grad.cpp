// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_resize_grad = {
    .name = "resize_grad",
    .category = "shape",
    .doc = "The adjoint of resize: takes the gradient of its result and gives that of its input, whose spatial sizes are `sizes`.",

    .inputs = {{"grad", "[N, C, 1 to 3 spatial dimensions]"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "sizes", .type = AttrType::Ints, .required = true, .min = 1, .doc = "Spatial sizes of the result."},
                   {.name = "mode",
                    .type = AttrType::String,
                    .fallback = std::string("nearest"),
                    .choices = {"nearest", "linear"},
                    .doc = "How values between the elements are found."}},
    .infer = [](const InferCall& call) -> Inferred {
        TensorType type = call.in(0);
        DS_TRY(ops::inferSameFloat(call));
        const Ints& sizes = call.attrs.ints("sizes");
        if (type.shape.rank() < 3 || type.shape.rank() > 5)
            return Error{phrase("Ops", "expects [N, C] and 1 to 3 spatial dimensions, got %1").with({type.text()}), "", ""};
        if (static_cast<int>(sizes.size()) != type.shape.rank() - 2)
            return Error{phrase("Ops", "sizes needs one number for each spatial dimension of %1").with({type.text()}), "", ""};
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            int64_t& size = type.shape[static_cast<int>(i) + 2];
            if (size == 0) return Error{phrase("Ops", "there is nothing to sample in %1").with({call.in(0).text()}), "", ""};
            size = sizes[i];
        }
        return std::vector{type};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const Shape& shape = c.in(0).shape();
        return {ops::call("resize", {c.grad()}, {{"sizes", Ints(shape.begin() + 2, shape.end())}, {"mode", c.attrs.string("mode")}})};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {2, 2, 4})}, {{"sizes", Ints{7}}}},
                {{ops::randomTensor(rng, {1, 2, 3, 4})}, {{"sizes", Ints{5, 3}}, {"mode", "linear"}}},
                {{ops::randomTensor(rng, {1, 1, 5, 7})}, {{"sizes", Ints{2, 3}}}},
                {{ops::randomTensor(rng, {1, 1, 2, 3, 2})}, {{"sizes", Ints{4, 2, 3}}, {"mode", "linear"}}},
                {{ops::randomTensor(rng, {1, 1, 1, 1})}, {{"sizes", Ints{1, 2}}, {"mode", "linear"}}},
                {{ops::randomTensor(rng, {0, 1, 2})}, {{"sizes", Ints{3}}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}}), {{"sizes", Ints{2}}}, "resize_grad: expects [N, C] and 1 to 3 spatial dimensions, got f32[2, 3]."},
                {ops::f32s({{2, 3, 4, 4}}),
                 {{"sizes", Ints{2}}},
                 "resize_grad: sizes needs one number for each spatial dimension of f32[2, 3, 4, 4]."}};
    },

};

} // namespace ds
