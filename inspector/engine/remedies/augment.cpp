// SPDX-License-Identifier: Apache-2.0
#include "core/data/transform.h"
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_augment = {
    .name = "augment",
    .title = "Vary the samples",
    .doc = "Samples that are a little different each time are harder to learn by heart.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const Facts* facts = call.trace.facts();
        for (const Section& step : call.document.transforms)
            if (const TransformSpec* spec = findTransform(step.type); spec && spec->random()) return {};
        if (!facts) return {};
        for (const FieldFacts& field : facts->fields)
            if (!field.target && field.values.finite() > 0)
                return QuickFix{phrase("Inspector", "Add some noise to %1 in training").with({field.name}),
                                [name = field.name, deviation = 0.2 * field.values.deviation()](Document& d) {
                                    d.transforms.push_back({"gaussian_noise", {{"std", deviation}, {"fields", Strings{name}}}});
                                }};
        return {};
    },
};

} // namespace ds::inspector
