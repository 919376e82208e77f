// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

#include <algorithm>
#include <sstream>

#include "core/layers/layer.h"

namespace ds {

#define DS_LINT(name) extern const LintSpec lint_##name;
#include "lints.inc"
#undef DS_LINT

const std::vector<const LintSpec*>& allLints()
{
    static const std::vector<const LintSpec*> list = {
#define DS_LINT(name) &lint_##name,
#include "lints.inc"
#undef DS_LINT
    };
    return list;
}

LintCall::LintCall(const Document& document, const Lowered& lowered) : document(document), lowered(lowered)
{
    for (const LayerNode& node : document.model.layers) m_layers.emplace(node.name, &node);
    for (const Wire& wire : document.model.wires) {
        m_into.emplace(wire.to.layer, &wire);
        m_outOf.emplace(wire.from.layer, &wire);
    }
}

const LayerNode* LintCall::layer(std::string_view name) const
{
    const auto at = m_layers.find(name);
    return at == m_layers.end() ? nullptr : at->second;
}

const AttrValue* LintCall::attribute(const LayerNode& node, std::string_view name) const
{
    if (const AttrValue* set = node.attrs.find(name)) return set;
    const LayerSpec* spec = findLayer(node.type);
    if (!spec) return nullptr;
    for (const AttrSpec& attr : spec->attributes)
        if (attr.name == name) return attr.required ? nullptr : &attr.fallback;
    return nullptr;
}

const LayerNode* LintCall::before(const LayerNode& node, int port) const
{
    const LayerNode* at = &node;
    // A chain of muted layers is never longer than the model, unless wires run in a circle.
    for (std::size_t guard = 0; guard <= document.model.layers.size(); ++guard) {
        const Wire* feeding = nullptr;
        const auto [first, last] = m_into.equal_range(at->name);
        for (auto wire = first; wire != last; ++wire)
            if (wire->second->to.port == (at == &node ? port : 0)) feeding = wire->second;
        if (!feeding) return nullptr;
        at = layer(feeding->from.layer);
        if (!at || !at->muted) return at;
    }
    return nullptr;
}

std::vector<const LayerNode*> LintCall::after(const LayerNode& node) const
{
    std::vector<const LayerNode*> found, open{&node}, seen;
    while (!open.empty()) {
        const LayerNode* at = open.back();
        open.pop_back();
        if (std::find(seen.begin(), seen.end(), at) != seen.end()) continue;
        seen.push_back(at);
        const auto [first, last] = m_outOf.equal_range(at->name);
        for (auto wire = first; wire != last; ++wire) {
            const LayerNode* next = layer(wire->second->to.layer);
            if (next) (next->muted ? open : found).push_back(next);
        }
    }
    return found;
}

const LayerNode* LintCall::prediction() const
{
    const AttrValue* value = document.loss.attrs.find("prediction");
    const std::string* name = value ? std::get_if<std::string>(value) : nullptr;
    return name ? layer(name->substr(0, name->find(':'))) : nullptr;
}

const TensorType* LintCall::output(const LayerNode& node) const
{
    const auto at = lowered.shapes.find(node.name);
    return at == lowered.shapes.end() || at->second.outputs.empty() ? nullptr : &at->second.outputs.front();
}

std::string_view LintCall::category(const LayerNode& node) const
{
    const LayerSpec* spec = findLayer(node.type);
    return spec ? spec->category : std::string_view();
}

namespace {

/// As much of a path as the document has: what is behind is a part that a layer is made of.
std::string layerAt(const std::string& path, const Model& model)
{
    std::string known;
    const Model* inside = &model;
    for (std::size_t from = 0; inside && from <= path.size();) {
        const std::size_t to = std::min(path.size(), path.find('/', from));
        const LayerNode* layer = inside->find(path.substr(from, to - from));
        if (!layer) break;
        known = path.substr(0, to);
        inside = layer->model.get();
        from = to + 1;
    }
    return known;
}

/// `Dense "block1/fc1"` → block1/fc1; "data.train" → nothing.
std::string layerIn(const std::string& where, const Model& model)
{
    const std::size_t from = where.find('"');
    if (from == std::string::npos) return layerAt(where, model);
    const std::size_t to = where.find('"', from + 1);
    return to == std::string::npos ? std::string() : layerAt(where.substr(from + 1, to - from - 1), model);
}

/// `Dense "fc1", units` → units
std::string fieldIn(const std::string& where)
{
    const std::size_t end = where.rfind("\", ");
    return end == std::string::npos ? std::string() : where.substr(end + 3);
}

/// Hints speak in fixed words: "Insert a Flatten layer." offers just that.
void addMends(Problem& problem, const std::string& hint)
{
    std::istringstream words(hint);
    std::string word, type;
    while (words >> word)
        if (word == "Insert" && words >> word && words >> type) break;
    if (problem.layer.empty() || !findLayer(type)) return;
    problem.fixes.push_back(
        {phrase("Lint", "Insert %1").with({type}), [layer = problem.layer, type](Document& d) { insertBefore(d, layer, 0, type); }});
}

} // namespace

std::vector<Problem> findProblems(const Document& document, const Lowered& lowered, const Errors& errors)
{
    const LintCall call(document, lowered);
    std::vector<Problem> problems;
    for (const Error& error : errors) {
        Problem problem{Problem::Severity::Error, "", layerIn(error.where, document.model), "", error.text, error.hint};
        problem.field = problem.layer.empty() ? error.where : fieldIn(error.where);
        addMends(problem, error.hint.english());
        problems.push_back(std::move(problem));
    }
    for (const LintSpec* rule : allLints()) {
        const std::size_t first = problems.size();
        rule->check(call, problems);
        for (std::size_t i = first; i < problems.size(); ++i) problems[i].rule = rule->name;
    }
    return problems;
}

} // namespace ds
