// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/data/vocabulary_token.h"

namespace ds {

namespace {

Prepared prepare(const PrepareCall& call)
{
    const auto rate = static_cast<float>(call.attrs.number("rate"));
    const int64_t token = DS_TRY(tokenFrom(call.attrs, "token", call.field));
    const int64_t count = call.field.type.count();
    return fieldTransform<int64_t>(call.field, count, [=](Draws& draws, const int64_t* in, int64_t* out, float* u) {
        draws.uniforms(u, count);
        for (int64_t i = 0; i < count; ++i) out[i] = u[i] < rate ? token : in[i];
    });
}

} // namespace

extern const TransformSpec transform_random_token_mask = {
    .name = "random_token_mask",
    .doc = "Puts one token in the place of some, so that the model learns from what stands around them; Devlin et al., \"BERT\" (2018).",
    .kind = TransformKind::Tokens,
    .attributes =
        {{.name = "rate", .type = AttrType::Float, .fallback = 0.15, .min = 0, .max = 1, .doc = "Share of the tokens that is covered."},
         {.name = "token", .type = AttrType::String, .required = true, .doc = "The token of the vocabulary that stands there then."}},
    .probability = 1,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{tokenField(12), {{"token", "<n>"}}}, {tokenField(1), {{"token", "a"}, {"rate", 1}}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{tokenField(4), {}, "random_token_mask, token: a value is needed."},
                {tokenField(4),
                 {{"token", "<m>"}},
                 "random_token_mask, token: the vocabulary of \"tokens\" has no token \"<m>\". Did you mean \"<n>\"?"},
                {tokenField(4), {{"token", "<n>"}, {"rate", 2}}, "random_token_mask, rate: must be from 0 to 1, got 2.0."}};
    },
};

} // namespace ds
