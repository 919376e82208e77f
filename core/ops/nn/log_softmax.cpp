// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_log_softmax = {
    .name = "log_softmax",
    .category = "nn",
    .doc = "x - log(sum(exp(x))) along an axis, computed from x - max(x), so that nothing overflows.",
    .inputs = {{"x"}},
    .outputs = {{"y", "as x"}},
    .attributes = {{.name = "axis", .type = AttrType::Int, .fallback = int64_t{-1}, .doc = "The dimension whose exponentials sum to one."}},
    .infer = [](const InferCall& c) -> Inferred {
        DS_TRY(ops::axisOf(c.attrs.integer("axis"), c.shape(0).rank()));
        return ops::inferSameFloat(c);
    },
    .decompose = [](GraphBuilder& b, const OpCall& c) -> Values {
        const Ints axes{c.attrs.integer("axis")};
        const Value shifted = c.in(0) - b.op("reduce_max", {c.in(0)}, {{"axes", axes}, {"keep_dims", true}});
        return {shifted - b.op("log", {sum(b.op("exp", {shifted}), axes, true)})};
    },
    .vjp = [](GraphBuilder& b, const GradCall& c) -> Values {
        return {c.grad() - b.op("exp", {c.out()}) * sum(c.grad(), {c.attrs.integer("axis")}, true)};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::distinctTensor(rng, {3, 5})}},
                {{ops::distinctTensor(rng, {2, 3, 2})}, {{"axis", 1}}, "middle axis"},
                {{ops::distinctTensor(rng, {3, 1})}, {}, "one class"},
                {{ops::randomTensor(rng, {0, 3})}, {}, "no rows"},
                {{Tensor::of({2, 3}, {1000, 1001, 999, -5000, 0, 5000})}, {}, "far out of the range of exp", false, false}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}}), {{"axis", -3}}, "log_softmax: axis -3 is outside of a tensor of 2 dimensions."},
                {{{DType::I64, {2, 3}}}, {}, "log_softmax: expects floating-point numbers, got i64[2, 3]. Insert a cast."}};
    },
    .precision = Precision::High,
};

} // namespace ds
