// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/data/vocabulary_token.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const auto rate = static_cast<float>(call.attrs.number("rate"));
    const int64_t count = call.field.type.count(), words = static_cast<int64_t>(call.field.classes.size());
    return fieldTransform<int64_t>(call.field, count, [=](Draws& draws, const int64_t* in, int64_t* out, float* u) {
        draws.uniforms(u, count);
        std::copy_n(in, count, out);
        // What lies below the rate is uniform there, so it says which token, too.
        for (int64_t i = 0; i < count; ++i)
            if (u[i] < rate)
                out[i] = std::min(words - 1,
                                  static_cast<int64_t>(static_cast<double>(u[i]) / static_cast<double>(rate) * static_cast<double>(words)));
    });
}

} // namespace

extern const TransformSpec transform_random_token_replace = {
    .name = "random_token_replace",
    .doc = "Puts a random token of the vocabulary in the place of some.",
    .kind = TransformKind::Tokens,
    .attributes =
        {{.name = "rate", .type = AttrType::Float, .fallback = 0.15, .min = 0, .max = 1, .doc = "Share of the tokens that is replaced."}},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{tokenField(12), {{"rate", 0.5}}}, {tokenField(1), {{"rate", 1}}}};
    },
};

} // namespace ds
