// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_learning_rate = {
    .name = "learning_rate",
    .doc = "Adam and its kin diverge above 0.01 for most models; below 1e-7 nothing moves (UMLAUT).",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            const AttrValue* value = call.document.optimizer.attrs.find("learning_rate");
            if (!value || !std::holds_alternative<double>(*value)) return;
            const double rate = std::get<double>(*value);
            const std::string& type = call.document.optimizer.type;
            const bool adaptive = type != "sgd";
            const auto to = [](double better) { return [better](Document& d) { d.optimizer.attrs.set("learning_rate", better); }; };
            if (adaptive && rate > 0.01)
                problems.push_back({.field = "optimizer",
                                    .text = phrase("Lint", "A learning rate of %1 is high for %2.").with({attrText(rate), type}),
                                    .more = phrase("Lint", "Most models diverge above 0.01."),
                                    .fixes = {{phrase("Lint", "Set it to 0.001"), to(0.001)}}});
            else if (rate < 1e-7)
                problems.push_back({.field = "optimizer",
                                    .text = phrase("Lint", "A learning rate of %1 hardly moves the weights.").with({attrText(rate)}),
                                    .fixes = {{phrase("Lint", "Set it to 0.001"), to(0.001)}}});
        },
};

} // namespace ds
