// SPDX-License-Identifier: Apache-2.0
// What helps: edits of a project that a verdict proposes. One remedy is one file in remedies/.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/lint/lint.h"
#include "inspector/engine/rule.h"

namespace ds::inspector {

struct RemedyCall {
    const Document& document;
    const Trace& trace;
    const Finding& finding;
};

struct RemedySpec {
    std::string_view name;  ///< "lower_learning_rate"
    std::string_view title; ///< "Lower the learning rate"
    std::string_view doc;   ///< what it does and when it helps, with a source
    /// Nothing where it does not go with this document.
    std::optional<QuickFix> (*propose)(const RemedyCall& call);
};

const std::vector<const RemedySpec*>& allRemedies();
/// Null if there is none of that name.
const RemedySpec* findRemedy(std::string_view name);

/// A remedy that can be applied: its edit with a title that says what exactly is done.
struct Proposal {
    const RemedySpec* remedy;
    QuickFix fix;
};
/// Those of the verdict's rule that go with the document, the best first.
std::vector<Proposal> proposalsFor(const Verdict& verdict, const Document& document, const Trace& trace);

// What several remedies ask and do.

/// The layer of a place: a layer's path or a parameter's name. Null within a composite, or for a field or nothing.
const LayerNode* layerAt(const Document& document, const std::string& place);
/// An attribute of the optimiser, as set or as it is by default; 0 without one.
double optimizerNumber(const Document& document, std::string_view name);
/// Layers whose type is one of these.
std::vector<std::string> namesOfType(const Model& model, std::initializer_list<std::string_view> types);
/// The types that have weights of their own and results of any sign: Dense, Conv1d, ...
bool isLinear(const LayerNode& node);

} // namespace ds::inspector
