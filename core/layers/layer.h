// SPDX-License-Identifier: Apache-2.0
// A layer is what a box in the node editor is: built from ops, with parameters of its own. Each is one file with one LayerSpec.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/attributes.h"
#include "core/graph/builder.h"
#include "core/graph/op_spec.h"

namespace ds {

class LayerBuilder;

struct LayerCall {
    const Attrs& attrs;
    Values inputs; ///< absent optional inputs are undefined

    Value in(int i = 0) const { return i < static_cast<int>(inputs.size()) ? inputs[static_cast<std::size_t>(i)] : Value{}; }
};

/// A small use of the layer for the generic tests: input types (batch first) and attributes.
struct LayerSample {
    std::vector<TensorType> inputs;
    Attrs attrs = {};
};

/// Wrong use and the text of its error, without the layer's type and name in front.
struct BadLayerSample {
    std::vector<TensorType> inputs;
    Attrs attrs;
    std::string text;
};

struct LayerSpec {
    std::string_view name, category, doc;
    std::vector<Port> inputs, outputs;
    std::vector<AttrSpec> attributes;
    /// Adds the layer's ops. On a user's error: `b.fail(...)`, and any values.
    Values (*build)(LayerBuilder& b, const LayerCall& call);
    std::vector<LayerSample> (*samples)();
    std::vector<BadLayerSample> (*badSamples)() = nullptr;
};

/// The graph under construction as one layer sees it: names get its path in front, parameters may be frozen.
class LayerBuilder {
public:
    LayerBuilder(GraphBuilder& graph, bool training) : m_graph(graph), m_training(training) {}
    LayerBuilder(const LayerBuilder&) = delete;

    GraphBuilder& graph() { return m_graph; }
    /// Whether dropout drops and batch norm uses the batch's own moments.
    bool training() const { return m_training; }
    /// After a failure values are undefined: look here before asking one for its shape.
    bool failed() const { return m_graph.failed(); }
    const std::string& path() const { return m_path; }

    Value op(std::string_view name, const Values& inputs, Attrs attrs = {}) { return m_graph.op(name, inputs, std::move(attrs)); }
    Values ops(std::string_view name, const Values& inputs, Attrs attrs = {}) { return m_graph.ops(name, inputs, std::move(attrs)); }

    /// "PATH.name". fanIn and fanOut size the initialiser; `more` are further settings of it. A frozen layer's parameters are not
    /// trained.
    Value parameter(std::string_view name, const Shape& shape, std::string_view initializer, int64_t fanIn = 1, int64_t fanOut = 1,
                    Attrs more = {});
    Value state(std::string_view name, const TensorType& type, std::string_view initializer = "zeros");
    void update(Value state, Value value) { m_graph.update(state, value); }

    /// A number for the random op at hand: a function of the path and of how many came before in this layer.
    int64_t stream();

    /// Another layer as a part of this one, under "PATH/child". Its attributes are validated. Errors name the part.
    Values layer(std::string_view type, std::string_view child, const Values& inputs, Attrs attrs = {});

    /// Records a user's error; the layer's name comes in front by itself.
    Value fail(Phrase text, Phrase hint = {});

    /// Enters and leaves a path; for lowering.
    class Scope {
    public:
        Scope(LayerBuilder& builder, std::string_view child, bool frozen);
        ~Scope();
        Scope(const Scope&) = delete;

    private:
        LayerBuilder& m_builder;
        std::string m_outerPath;
        bool m_outerFrozen;
        int m_outerStreams;
    };

private:
    GraphBuilder& m_graph;
    bool m_training;
    std::string m_path;
    bool m_frozen = false;
    int m_streams = 0;
};

/// Every layer of the engine, from the list in CMakeLists.txt; `composite` and the other layers that documents handle
/// themselves are not among them.
const std::vector<const LayerSpec*>& allLayers();
const LayerSpec* findLayer(std::string_view name);
std::vector<std::string_view> layerNames();

/// The attribute `initializer`, or another of its kind.
AttrSpec initializerAttr(std::string_view fallback, std::string_view name = "initializer", std::string_view doc = "How the weights start.");

} // namespace ds
