// SPDX-License-Identifier: Apache-2.0
// What is wrong with a project, or legal but unwise, each with its place and with mends that a person can choose.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/error.h"
#include "core/base/phrase.h"
#include "core/document/document.h"
#include "core/document/lower.h"

namespace ds {

/// An edit of the document.
struct QuickFix {
    Phrase title; ///< "Turn off the bias"
    std::function<void(Document&)> apply;
};

struct Problem {
    enum class Severity { Suggestion, Error } severity = Severity::Suggestion;
    std::string rule = {};  ///< the name of the rule; empty for an error
    std::string layer = {}; ///< its path, "block1/conv2"; empty: of the project
    std::string field = {}; ///< what is to blame, if it is one thing: "units", "optimizer", "data.train"
    Phrase text = {};       ///< one sentence: "conv1 has a bias that bn1 cancels."
    Phrase more = {};       ///< what follows from it, or what to do
    std::vector<QuickFix> fixes = {};
};

/// What a rule looks at.
class LintCall {
public:
    LintCall(const Document& document, const Lowered& lowered);

    const Document& document;
    const Lowered& lowered;

    /// Null if there is none of that name.
    const LayerNode* layer(std::string_view name) const;
    /// As set, else the default of the layer's description; null if it has no such attribute, or one without a default.
    const AttrValue* attribute(const LayerNode& node, std::string_view name) const;
    /// The layer whose output 0 feeds input `port`, muted layers skipped; null at an Input's data.
    const LayerNode* before(const LayerNode& node, int port = 0) const;
    /// All layers that read an output of this one, muted ones skipped.
    std::vector<const LayerNode*> after(const LayerNode& node) const;
    /// The layer that the loss takes as the prediction; null if it names none.
    const LayerNode* prediction() const;
    /// Output 0; null if it could not be built.
    const TensorType* output(const LayerNode& node) const;
    std::string_view category(const LayerNode& node) const;

private:
    std::unordered_map<std::string_view, const LayerNode*> m_layers;
    std::unordered_multimap<std::string_view, const Wire*> m_into, m_outOf;
};

/// One rule is one file in rules/.
struct LintSpec {
    std::string_view name, doc; ///< `doc` says why, with the source where there is one
    void (*check)(const LintCall& call, std::vector<Problem>& problems);
};

const std::vector<const LintSpec*>& allLints();

/// The errors, each with the mends that its hint names, then what the rules suggest.
std::vector<Problem> findProblems(const Document& document, const Lowered& lowered, const Errors& errors);

// Edits that mends are made of; they leave the document alone where a name is not there any more. `layer` is a path; composites on the
// way are copied.

void setAttribute(Document& document, const std::string& layer, const std::string& name, AttrValue value);
/// Wires run from what fed the layer's first input to what read its outputs; the prediction of the loss moves, too.
void removeLayer(Document& document, const std::string& layer);
/// Between `layer` and what feeds its input `port`. Returns the new layer's name.
std::string insertBefore(Document& document, const std::string& layer, int port, const std::string& type, Attrs attrs = {});
/// Between output 0 of `layer` and all that read it. Returns the new layer's name.
std::string insertAfter(Document& document, const std::string& layer, const std::string& type, Attrs attrs = {});
/// A name that no layer has: "flatten", "flatten2", ...
std::string freeName(const Model& model, std::string_view type);

} // namespace ds
