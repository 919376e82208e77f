// SPDX-License-Identifier: Apache-2.0
#include "core/document/lower.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/layers/layer.h"
#include "core/layers/loss.h"
#include "core/ops/all.h"

namespace ds {

namespace {

std::string titleOf(const std::string& type, const std::string& path) { return type + " \"" + path + "\""; }

const std::vector<AttrSpec>& inputAttributes()
{
    static const std::vector<AttrSpec> attributes = {
        {.name = "field", .type = AttrType::String, .required = true, .doc = "Data field that comes in here."}};
    return attributes;
}

/// Output values of a layer by its name.
using Outputs = std::map<std::string, Values>;
/// Wires by the layer that they end at, in the order of the list: models of 10,000 layers are lowered while they are drawn.
using WiresInto = std::multimap<std::string_view, const Wire*>;

class Lowering {
public:
    Lowering(const Document& document, const LowerRequest& request)
        : m_document(document), m_request(request), m_result{Graph(allOps()), {}, {}}, m_graph(m_result.graph),
          m_builder(m_graph, request.training)
    {
        m_result.graph.name = document.name;
    }

    Lowered run()
    {
        const Outputs outputs = model(m_document.model, nullptr, {});
        loss(outputs);
        return std::move(m_result);
    }

private:
    void fail(const Error& error) { m_result.errors.push_back(error); }
    void takeError(const std::string& where)
    {
        if (!m_graph.failed()) return;
        Error error = m_graph.error();
        // An op's name says less than the layer's; the part of a layer that failed is kept.
        const bool isOp = allOps().find(error.where) != nullptr;
        fail({error.text, isOp || error.where.empty() ? where : where + ", " + error.where, error.hint});
        m_graph.clearError();
    }

    /// `inputs`: values of the surrounding composite, null at the top. Gives the outputs of all layers.
    Outputs model(const Model& model, const Values* inputs, const std::string& prefix)
    {
        Outputs outputs;
        std::set<std::string> names;
        for (const LayerNode& node : model.layers) {
            if (node.name.empty() || node.name.find_first_of("/:.\" ") != std::string::npos)
                fail({phrase("Documents", "a layer's name must not be empty nor hold / : . \" or spaces"),
                      titleOf(node.type, prefix + node.name), ""});
            if (!names.insert(node.name).second)
                fail({phrase("Documents", "there are two layers of this name"), titleOf(node.type, prefix + node.name),
                      phrase("Documents", "Rename one.")});
        }
        for (const Wire& wire : model.wires)
            for (const Endpoint* end : {&wire.from, &wire.to})
                if (!names.count(end->layer)) {
                    std::vector<std::string_view> known(names.begin(), names.end());
                    const std::string near = nearest(end->layer, known);
                    fail({phrase("Documents", "a wire names the layer \"%1\", which is not there").with({end->layer}),
                          prefix.empty() ? "model" : prefix.substr(0, prefix.size() - 1), didYouMean(near)});
                }
        int inputCount = 0;
        WiresInto into;
        for (const Wire& wire : model.wires) into.emplace(wire.to.layer, &wire);
        for (const LayerNode* node : inOrder(model, into, prefix)) {
            if (node->type == "Input" && inputs) {
                // Inside a composite inputs are counted in the order of the list.
                outputs[node->name] = {inputCount < static_cast<int>(inputs->size()) ? (*inputs)[static_cast<std::size_t>(inputCount)]
                                                                                     : Value{}};
                ++inputCount;
            } else {
                outputs[node->name] = layer(*node, into, outputs, prefix);
            }
        }
        return outputs;
    }

    /// Every layer after those that feed it; inputs in the order of the list. Cycles are reported and left out.
    std::vector<const LayerNode*> inOrder(const Model& model, const WiresInto& into, const std::string& prefix)
    {
        std::vector<const LayerNode*> order;
        std::unordered_set<const LayerNode*> done;
        std::unordered_map<std::string_view, const LayerNode*> byName;
        for (const LayerNode& node : model.layers) byName.emplace(node.name, &node);
        for (bool any = true; any;) {
            any = false;
            for (const LayerNode& node : model.layers) {
                if (done.count(&node)) continue;
                const auto [first, last] = into.equal_range(node.name);
                const bool ready = std::all_of(first, last, [&](const auto& entry) {
                    const auto from = byName.find(entry.second->from.layer);
                    return from == byName.end() || done.count(from->second);
                });
                if (!ready) continue;
                done.insert(&node);
                order.push_back(&node);
                any = true;
            }
        }
        for (const LayerNode& node : model.layers)
            if (!done.count(&node))
                fail({phrase("Documents", "is part of a circle of wires"), titleOf(node.type, prefix + node.name),
                      phrase("Documents", "Remove one of the wires.")});
        return order;
    }

    /// The values that wires bring to the ports. `missing` is set if one comes from a layer that failed.
    Values inputsOf(const LayerNode& node, const WiresInto& into, const Outputs& outputs, const std::string& title, bool& missing)
    {
        Values inputs;
        std::set<int> wired;
        const auto [first, last] = into.equal_range(node.name);
        for (auto entry = first; entry != last; ++entry) {
            const Wire& wire = *entry->second;
            if (!wired.insert(wire.to.port).second) {
                fail({phrase("Documents", "two wires end at port %1").with({std::to_string(wire.to.port)}), title,
                      phrase("Documents", "Remove one, or join them with an Add or Concat layer.")});
                missing = true;
            }
            const auto from = outputs.find(wire.from.layer);
            const auto port = static_cast<std::size_t>(wire.from.port);
            Value value;
            if (from != outputs.end()) {
                if (port < from->second.size()) value = from->second[port];
                else if (!from->second.empty())
                    fail({phrase("Documents", "there is no port %1 at \"%2\"").with({std::to_string(port), wire.from.layer}), title, ""});
            }
            missing = missing || !value;
            if (inputs.size() <= static_cast<std::size_t>(wire.to.port)) inputs.resize(static_cast<std::size_t>(wire.to.port) + 1);
            inputs[static_cast<std::size_t>(wire.to.port)] = value;
        }
        return inputs;
    }

    Values layer(const LayerNode& node, const WiresInto& into, const Outputs& outputs, const std::string& prefix)
    {
        const std::string path = prefix + node.name, title = titleOf(node.type, path);
        const LayerBuilder::Scope scope(m_builder, node.name, node.frozen);
        bool missing = false;
        const Values inputs = inputsOf(node, into, outputs, title, missing);
        Values result = build(node, inputs, path, title, missing);
        takeError(title);
        LayerShapes& shapes = m_result.shapes[path];
        for (const Value& value : inputs)
            if (value) shapes.inputs.push_back(value.type());
        for (const Value& value : result)
            if (value) shapes.outputs.push_back(value.type());
        return result;
    }

    Values build(const LayerNode& node, const Values& inputs, const std::string& path, const std::string& title, bool missing)
    {
        if (node.type == "Input") return {feed(node, title)};
        if (node.type == "Output") {
            if (!missing && inputs.size() != 1) fail({phrase("Documents", "needs one wire"), title, ""});
            return missing ? Values{} : inputs;
        }
        if (node.type == "Composite") return composite(node, inputs, path, title, missing);
        const LayerSpec* spec = findLayer(node.type);
        if (!spec) {
            const std::string near = nearest(node.type, layerNames());
            fail({phrase("Documents", "there is no layer of this type"), title,
                  didYouMean(near, phrase("Documents", "See `deepseek list layers`."))});
            return {};
        }
        Attrs attrs = node.attrs;
        const Errors problems = validate(spec->attributes, attrs);
        for (const Error& error : problems) fail({error.text, title + ", " + error.where, error.hint});
        const bool complete = portsFit(*spec, inputs, title, missing);
        if (!problems.empty() || missing || !complete) return {};
        if (node.muted) return {inputs.empty() ? Value{} : inputs.front()};
        Values result = spec->build(m_builder, {attrs, inputs});
        if (m_graph.failed()) return {};
        return result;
    }

    bool portsFit(const LayerSpec& spec, const Values& inputs, const std::string& title, bool missing)
    {
        const bool variadic = !spec.inputs.empty() && spec.inputs.back().kind == PortKind::Variadic;
        if (!variadic && inputs.size() > spec.inputs.size()) {
            fail({phrase("Documents", "has %1 inputs, a wire ends at port %2")
                      .with({std::to_string(spec.inputs.size()), std::to_string(inputs.size() - 1)}),
                  title, ""});
            return false;
        }
        bool fit = true;
        for (std::size_t i = spec.inputs.size(); variadic && !missing && i < inputs.size(); ++i)
            if (!inputs[i]) {
                fail({phrase("Documents", "nothing is wired to port %1, but to a later one").with({std::to_string(i)}), title,
                      phrase("Documents", "Leave no port out.")});
                return false;
            }
        for (std::size_t i = 0; i < spec.inputs.size(); ++i) {
            if (spec.inputs[i].kind == PortKind::Optional || (i < inputs.size() && inputs[i]) || missing) continue;
            fail({phrase("Documents", "nothing is wired to its input \"%1\"").with({std::string(spec.inputs[i].name)}), title,
                  phrase("Documents", "Draw a wire to it, or delete the layer.")});
            fit = false;
        }
        return fit;
    }

    Value feed(const LayerNode& node, const std::string& title)
    {
        Attrs attrs = node.attrs;
        const Errors problems = validate(inputAttributes(), attrs);
        for (const Error& error : problems) fail({error.text, title + ", " + error.where, error.hint});
        return problems.empty() ? field(attrs.string("field"), title) : Value{};
    }

    Value field(const std::string& name, const std::string& title)
    {
        if (const ValueId known = m_result.graph.findInput(name); known != noId) return m_graph.value(known);
        const auto at = m_request.fields.find(name);
        if (at != m_request.fields.end()) return m_graph.input(name, at->second);
        std::string list;
        for (const auto& [known, type] : m_request.fields) list += (list.empty() ? "" : ", ") + known;
        fail({phrase("Documents", "the data has no field \"%1\"").with({name}), title, phrase("Documents", "It has %1.").with({list})});
        return {};
    }

    Values composite(const LayerNode& node, const Values& inputs, const std::string& path, const std::string& title, bool missing)
    {
        if (!node.model) {
            fail({phrase("Documents", "has no model inside"), title, ""});
            return {};
        }
        if (!node.attrs.empty()) fail({phrase("Documents", "a Composite has no attributes"), title + ", " + node.attrs.begin()->first, ""});
        const auto ports =
            std::count_if(node.model->layers.begin(), node.model->layers.end(), [](const LayerNode& l) { return l.type == "Input"; });
        if (missing) return {};
        if (static_cast<std::size_t>(ports) != inputs.size()) {
            fail({phrase("Documents", "has %1 inputs, %2 are wired").with({std::to_string(ports), std::to_string(inputs.size())}), title,
                  ""});
            return {};
        }
        if (node.muted) return {inputs.empty() ? Value{} : inputs.front()};
        const Outputs outputs = model(*node.model, &inputs, path + "/");
        Values result;
        for (const LayerNode& inner : node.model->layers)
            if (inner.type == "Output") {
                const Values& value = outputs.at(inner.name);
                result.push_back(value.empty() ? Value{} : value.front());
            }
        if (result.empty()) fail({phrase("Documents", "has no Output layer inside"), title, ""});
        return result;
    }

    Value prediction(const Outputs& outputs, const std::string& name)
    {
        const std::size_t colon = name.rfind(':');
        const auto at = outputs.find(name.substr(0, colon));
        if (at == outputs.end()) {
            std::vector<std::string_view> known;
            for (const auto& [layer, values] : outputs) known.push_back(layer);
            const std::string near = nearest(name, known);
            fail({phrase("Documents", "there is no layer \"%1\"").with({name}), "loss, prediction", didYouMean(near)});
            return {};
        }
        const std::size_t port = colon == std::string::npos ? 0 : static_cast<std::size_t>(std::atoi(name.c_str() + colon + 1));
        return port < at->second.size() ? at->second[port] : Value{};
    }

    void loss(const Outputs& outputs)
    {
        const LossSpec* spec = findLoss(m_document.loss.type);
        if (!spec) {
            const std::string near = nearest(m_document.loss.type, lossNames());
            fail({phrase("Documents", "there is no loss \"%1\"").with({m_document.loss.type}), "loss",
                  didYouMean(near, phrase("Documents", "See `deepseek list losses`."))});
            return;
        }
        std::vector<AttrSpec> attributes = spec->attributes;
        attributes.push_back(
            {.name = "prediction", .type = AttrType::String, .required = true, .doc = "Layer whose output is judged, or \"LAYER:PORT\"."});
        attributes.push_back({.name = "target", .type = AttrType::String, .required = true, .doc = "Data field with the right answer."});
        Attrs attrs = m_document.loss.attrs;
        const Errors problems = validate(attributes, attrs);
        for (const Error& error : problems) fail(error.in("loss"));
        if (!problems.empty()) return;
        const Value predicted = prediction(outputs, attrs.string("prediction"));
        if (!predicted) return;
        m_graph.output("prediction", predicted);
        if (!m_request.withLoss) return;
        const LayerBuilder::Scope scope(m_builder, "loss", false);
        const Value target = field(attrs.string("target"), "loss, target");
        if (!target) return;
        const LossTerms terms = spec->build(m_builder, {attrs, predicted, target});
        const Value total = batchLoss(m_graph, terms);
        takeError("loss " + m_document.loss.type);
        m_graph.output("loss", total);
        m_graph.output("losses", terms.each);
        m_graph.output("loss_weights", terms.weight);
    }

    const Document& m_document;
    const LowerRequest& m_request;
    Lowered m_result;
    GraphBuilder m_graph;
    LayerBuilder m_builder;
};

} // namespace

Lowered lower(const Document& document, const LowerRequest& request) { return Lowering(document, request).run(); }

} // namespace ds
