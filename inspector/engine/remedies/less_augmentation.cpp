// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/data/transform.h"
#include "inspector/engine/remedy.h"

namespace ds::inspector {

namespace {

/// How often a transform of samples is applied; 0 if that cannot be said.
double probabilityOf(const Section& step)
{
    const TransformSpec* spec = findTransform(step.type);
    if (!spec || !spec->random()) return 0;
    const std::vector<AttrSpec>& attributes = transformAttributes(*spec);
    if (std::none_of(attributes.begin(), attributes.end(), [](const AttrSpec& a) { return a.name == "probability"; })) return 0;
    return step.attrs.has("probability") ? step.attrs.number("probability") : spec->probability;
}

} // namespace

extern const RemedySpec remedy_less_augmentation = {
    .name = "less_augmentation",
    .title = "Vary the samples less",
    .doc = "What is changed too much in training does not look like what the model is to know, and is harder than that.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const auto& steps = call.document.transforms;
        const auto varied = std::count_if(steps.begin(), steps.end(), [](const Section& step) { return probabilityOf(step) > 0; });
        if (varied == 0) return {};
        return QuickFix{phrase("Inspector", "Apply %1 transforms of samples half as often").with({std::to_string(varied)}),
                        [](Document& d) {
                            for (Section& step : d.transforms)
                                if (const double before = probabilityOf(step); before > 0) step.attrs.set("probability", before / 2);
                        }};
    },
};

} // namespace ds::inspector
