// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_sum = {
    .name = "sum",
    .category = "reduce",
    .doc = "Sum over dimensions.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = ops::reduceAttrs({ops::wideAttr()}),
    .infer = [](const InferCall& call) -> Inferred {
        Inferred inferred = ops::inferReduce(call);
        if (inferred) inferred->front().dtype = ops::resultType(call);
        return inferred;
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        Value grad = ops::withKeptDims(c.grad(), c.in(0).shape(), c.attrs);
        if (grad.dtype() != c.in(0).dtype()) grad = ops::call("cast", {grad}, {{"dtype", dtypeName(c.in(0).dtype())}});
        return {expandTo(grad, c.in(0).shape())};
    },
    .samples = [](Rng& rng) { return ops::reduceSamples(rng); },
    .badSamples = [] { return ops::refusesAxes("sum"); },
};

} // namespace ds
