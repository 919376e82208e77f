// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

using Evaluations = std::vector<Trace::Evaluation>;

/// On new data worse and worse, while what is trained on is still learnt better.
const Trace::Evaluation* turned(const Evaluations& evaluations, std::size_t looks, double rise)
{
    const auto best = std::min_element(evaluations.begin(), evaluations.end(),
                                       [](const Trace::Evaluation& a, const Trace::Evaluation& b) { return a.loss < b.loss; });
    if (static_cast<std::size_t>(evaluations.end() - best) <= looks) return nullptr;
    for (auto at = evaluations.end() - static_cast<std::ptrdiff_t>(looks); at != evaluations.end(); ++at)
        if (!(at->loss > (1 + rise) * best->loss && at->retold < best->retold && at->loss > (1 + rise) * at->retold)) return nullptr;
    return &*best;
}

/// Far worse on new data than on what was trained on.
bool apart(const Evaluations& evaluations, std::size_t looks, double gap)
{
    return std::all_of(evaluations.end() - static_cast<std::ptrdiff_t>(looks), evaluations.end(),
                       [&](const Trace::Evaluation& at) { return at.loss - std::max(at.retold, at.trained) > gap; });
}

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Evaluations& evaluations = call.trace.evaluations();
    const auto looks = static_cast<std::size_t>(call.thresholds.integer("looks"));
    if (evaluations.size() <= looks) return;
    const Trace::Evaluation& last = evaluations.back();
    if (const Trace::Evaluation* best = turned(evaluations, looks, call.thresholds.number("rise"))) {
        findings.push_back(
            {"", best->update, last.update,
             phrase("Inspector", "On validation data the loss was %1 in update %2 and is %3 now; on training data it is %4.")
                 .with({numberText(best->loss), std::to_string(best->update), numberText(last.loss), numberText(last.retold)})});
    } else if (const Facts* facts = call.trace.facts();
               facts && apart(evaluations, looks, call.thresholds.number("gap") * facts->chanceLoss)) {
        findings.push_back({"", evaluations[evaluations.size() - looks].update, last.update,
                            phrase("Inspector", "On validation data the loss is %1, on training data it is %2.")
                                .with({numberText(last.loss), numberText(last.retold)})});
    }
}

} // namespace

extern const RuleSpec rule_overfitting = {
    .name = "overfitting",
    .title = "Overfitting",
    .doc = "The model learns its training samples by heart: their loss falls on, that of new samples rises. More data or augmentation, "
           "dropout, weight decay, a smaller model or an earlier end help.",
    .source = "Amazon SageMaker Debugger: Overfit, 0.1; Prechelt, Early stopping - but when?, 1998",
    .severity = Severity::Warning,
    .remedies = {"dropout", "more_decay", "augment"},
    .thresholds = {{.name = "rise", .type = AttrType::Float, .fallback = 0.2, .min = 0, .doc = "Of the validation loss above its least."},
                   {.name = "gap",
                    .type = AttrType::Float,
                    .fallback = 0.4,
                    .min = 0,
                    .doc = "Validation loss minus training loss, as a share of the loss of guessing by frequency."},
                   {.name = "looks", .type = AttrType::Int, .fallback = int64_t{2}, .min = 1, .doc = "Evaluations in a row."}},
    .check = check,
};

} // namespace ds::inspector
