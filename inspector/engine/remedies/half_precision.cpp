// SPDX-License-Identifier: Apache-2.0
#include "core/train/learner.h"
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_half_precision = {
    .name = "half_precision",
    .title = "Compute in bf16",
    .doc = "Results take half the memory, and products half the time on processors made for it; parameters and updates stay f32 "
           "(Micikevicius et al., 2018).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const Attrs& training = call.document.training;
        if (training.has("precision") && training.string("precision") != "f32") return {};
        if (!createBackend("cpu")->canCompute(DType::BF16)) return {};
        return QuickFix{phrase("Inspector", "Set the precision to bf16"),
                        [](Document& d) { d.training.set("precision", std::string("bf16")); }};
    },
};

} // namespace ds::inspector
