// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_normalise_input = {
    .name = "normalise_input",
    .title = "Normalise the input",
    .doc = "Brings the input to mean 0 and standard deviation 1 (LeCun et al., Efficient BackProp, 1998).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const Facts* facts = call.trace.facts();
        if (!facts) return {};
        for (const FieldFacts& field : facts->fields) {
            if (field.name != call.finding.place || !(field.values.deviation() > 0)) continue;
            const double mean = field.values.mean, deviation = field.values.deviation();
            return QuickFix{
                phrase("Inspector", "Subtract %1 from %2 and divide it by %3").with({numberText(mean), field.name, numberText(deviation)}),
                [name = field.name, mean, deviation](Document& d) {
                    const Attrs attrs{{"mean", Floats{mean}}, {"std", Floats{deviation}}, {"fields", Strings{name}}};
                    d.transforms.push_back({"normalize", attrs});
                }};
        }
        return {};
    },
};

} // namespace ds::inspector
