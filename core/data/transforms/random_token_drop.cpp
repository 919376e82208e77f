// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/data/vocabulary_token.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const auto rate = static_cast<float>(call.attrs.number("rate"));
    const int64_t count = call.field.type.count();
    int64_t end = -1;
    if (!call.attrs.string("end").empty()) end = DS_TRY(tokenFrom(call.attrs, "end", call.field));
    return fieldTransform<int64_t>(call.field, count, [=](Draws& draws, const int64_t* in, int64_t* out, float* u) {
        draws.uniforms(u, count);
        int64_t kept = 0;
        for (int64_t i = 0; i < count; ++i)
            if (!(u[i] < rate)) out[kept++] = in[i];
        std::fill(out + kept, out + count, end >= 0 || count == 0 ? end : in[count - 1]);
    });
}

} // namespace

extern const TransformSpec transform_random_token_drop = {
    .name = "random_token_drop",
    .doc = "Leaves some tokens out: those behind move up, and the end is filled. Not where a target stands at each token, as in language "
           "models.",
    .kind = TransformKind::Tokens,
    .attributes =
        {{.name = "rate", .type = AttrType::Float, .fallback = 0.15, .min = 0, .max = 1, .doc = "Share of the tokens that is left out."},
         {.name = "end",
          .type = AttrType::String,
          .fallback = std::string(),
          .doc = "Token that fills the end; empty: the last one again."}},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{tokenField(12), {}}, {tokenField(5), {{"rate", 1}, {"end", "<n>"}}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{tokenField(4),
                 {{"end", "<m>"}},
                 "random_token_drop, end: the vocabulary of \"tokens\" has no token \"<m>\". Did you mean \"<n>\"?"}};
    },
};

} // namespace ds
