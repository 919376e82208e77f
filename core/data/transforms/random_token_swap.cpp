// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/data/vocabulary_token.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const auto rate = static_cast<float>(call.attrs.number("rate"));
    const int64_t count = call.field.type.count();
    return fieldTransform<int64_t>(call.field, count, [=](Draws& draws, const int64_t* in, int64_t* out, float* u) {
        draws.uniforms(u, count);
        std::copy_n(in, count, out);
        for (int64_t i = 0; i + 1 < count; ++i)
            if (u[i] < rate) std::swap(out[i], out[i + 1]);
    });
}

} // namespace

extern const TransformSpec transform_random_token_swap = {
    .name = "random_token_swap",
    .doc = "Swaps neighbours here and there, so that the order counts less. Not where a target stands at each token.",
    .kind = TransformKind::Tokens,
    .attributes = {{.name = "rate",
                    .type = AttrType::Float,
                    .fallback = 0.15,
                    .min = 0,
                    .max = 1,
                    .doc = "How often a token changes places with the next."}},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{tokenField(12), {}}, {tokenField(1), {{"rate", 1}}}};
    },
};

} // namespace ds
