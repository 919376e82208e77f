// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto& evaluations = call.trace.evaluations();
    const Facts* facts = call.trace.facts();
    if (!facts || evaluations.empty()) return;
    if (static_cast<double>(evaluations.back().update) < call.thresholds.number("done") * static_cast<double>(facts->updates)) return;
    // A model that has learnt nothing is sure of nothing worth listening to.
    const Trace::Evaluation& last = evaluations.back();
    if (!(last.loss < call.thresholds.number("learnt") * facts->chanceLoss)) return;
    if (!(last.suspects > call.thresholds.number("share"))) return;
    findings.push_back({facts->target()->name, last.update, last.update,
                        phrase("Inspector", "The model is sure that %1 % of the labels in the validation data are wrong.")
                            .with({percentText(last.suspects)})});
}

} // namespace

extern const RuleSpec rule_label_noise = {
    .name = "label_noise",
    .title = "Wrong labels",
    .doc = "Many samples are put into another class than their label says, as surely as the model ever is. Look at those samples: their "
           "labels may be wrong, or classes overlap.",
    .source = "Northcutt, Jiang & Chuang, Confident learning, 2021",
    .severity = Severity::Warning,
    .explains = {"oscillating_loss", "plateau", "underfitting", "overfitting"},
    .remedies = {"smooth_labels"},
    .thresholds =
        {{.name = "share", .type = AttrType::Float, .fallback = 0.12, .min = 0, .max = 1, .doc = "Of the validation samples."},
         {.name = "done", .type = AttrType::Float, .fallback = 0.5, .min = 0, .max = 1, .doc = "Of the planned updates have to be made."},
         {.name = "learnt",
          .type = AttrType::Float,
          .fallback = 0.98,
          .min = 0,
          .doc = "Validation loss to that of guessing by frequency, below which the model has learnt something."}},
    .check = check,
};

} // namespace ds::inspector
