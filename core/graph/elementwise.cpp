// SPDX-License-Identifier: Apache-2.0
#include "core/graph/elementwise.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>

#include "core/graph/op_set.h"

namespace ds {

namespace {

bool isList(AttrType type) { return type == AttrType::Ints || type == AttrType::Floats || type == AttrType::Strings; }

template <class T>
std::optional<AttrValue> numberOf(const std::string& text)
{
    T value{};
    const auto [at, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || at != text.data() + text.size()) return std::nullopt;
    return AttrValue(value);
}

std::optional<AttrValue> valueOf(AttrType type, const std::string& text)
{
    switch (type) {
    case AttrType::Bool:
        if (text != "true" && text != "false") return std::nullopt;
        return AttrValue(text == "true");
    case AttrType::Int: return numberOf<int64_t>(text);
    case AttrType::Float: return numberOf<double>(text);
    case AttrType::String: return AttrValue(text);
    default: return std::nullopt;
    }
}

Error wrong(Phrase what) { return {std::move(what), "", phrase("Graph", "Let a pass write the stages.")}; }

Result<ElementwiseStage> stageOf(const std::string& text, int known, const OpSet& ops)
{
    std::istringstream words(text);
    std::string word;
    words >> word;
    ElementwiseStage stage{ops.find(word), {}, {}};
    if (!stage.op || !canBeStage(*stage.op)) return wrong(phrase("Graph", "\"%1\" is no elementwise op").with({word}));
    while (words >> word) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos) {
            const std::optional<AttrValue> number = numberOf<int64_t>(word);
            const int64_t operand = number ? std::get<int64_t>(*number) : -1;
            if (operand < 0 || operand >= known) return wrong(phrase("Graph", "there is no operand %1 before it").with({word}));
            stage.operands.push_back(static_cast<int>(operand));
            continue;
        }
        const std::string name = word.substr(0, equals);
        const auto& specs = stage.op->attributes;
        const auto spec = std::find_if(specs.begin(), specs.end(), [&](const AttrSpec& s) { return s.name == name; });
        const std::optional<AttrValue> value = spec == specs.end() ? std::nullopt : valueOf(spec->type, word.substr(equals + 1));
        if (!value) return wrong(phrase("Graph", "\"%1\" is no attribute of %2").with({word, std::string(stage.op->name)}));
        stage.attrs.set(name, *value);
    }
    if (stage.operands.size() != stage.op->inputs.size())
        return wrong(phrase("Graph", "%1 takes %2 operands").with({std::string(stage.op->name), std::to_string(stage.op->inputs.size())}));
    if (const Errors errors = validate(stage.op->attributes, stage.attrs); !errors.empty()) return errors.front();
    return stage;
}

} // namespace

std::string stageText(const ElementwiseStage& stage)
{
    std::string text(stage.op->name);
    for (int operand : stage.operands) text += ' ' + std::to_string(operand);
    for (const auto& [name, value] : stage.attrs) {
        const auto* word = std::get_if<std::string>(&value);
        text += ' ' + name + '=' + (word ? *word : attrText(value));
    }
    return text;
}

bool canBeStage(const OpSpec& op)
{
    const auto plain = [](const Port& port) { return port.kind == PortKind::Required && !port.wide; };
    return op.anyLayout && op.outputs.size() == 1 && !op.random && !op.view && !op.inputs.empty() &&
           std::all_of(op.inputs.begin(), op.inputs.end(), plain) &&
           std::none_of(op.attributes.begin(), op.attributes.end(), [](const AttrSpec& spec) { return isList(spec.type); });
}

Result<std::vector<ElementwiseStage>> parseStages(const Strings& stages, int operands, const OpSet& ops)
{
    std::vector<ElementwiseStage> parsed;
    for (const std::string& text : stages) parsed.push_back(DS_TRY(stageOf(text, operands + static_cast<int>(parsed.size()), ops)));
    return parsed;
}

} // namespace ds
