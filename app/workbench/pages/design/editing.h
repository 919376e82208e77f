// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand does on the canvas, as changes of a document. Plain functions, no GUI: Project::edit() runs them on a copy.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/document/document.h"

namespace ds::ui::editing {

/// Names of the composites that lead to a model, from the outside in.
using ModelPath = std::vector<std::string>;
using Names = std::set<std::string>;

/// Ids of the boxes that are no layers. Names of layers hold no colon.
constexpr const char* dataId = ":data";
constexpr const char* lossId = ":loss";

struct Ports {
    std::vector<std::string> inputs, outputs;
    bool variadic = false; ///< the last input can be given again and again
};

/// Null if a composite on the way is gone.
const Model* modelAt(const Document& document, const ModelPath& path);
/// Changes the model at the path; composites on the way are copied. Does nothing if the path leads nowhere.
void editModel(Document& document, const ModelPath& path, const std::function<void(Model&)>& change);
/// "encoder/attention"
std::string fullName(const ModelPath& path, const std::string& layer);

/// The composites around a layer that is named by its path, and its own name: "block1/conv2" → {block1}, conv2.
std::pair<ModelPath, std::string> splitName(const std::string& full);
/// Which layer of the model at the path a full name is, or lies inside of; empty if it is elsewhere.
std::string nameAt(const ModelPath& path, const std::string& full);

LayerNode* findLayer(Model& model, std::string_view name);
/// `inside`: the model is that of a composite.
Ports portsOf(const LayerNode& layer, bool inside);

/// The name, or with the next free number.
std::string uniqueName(const Model& model, const std::string& wanted);
/// What is wrong with a name for `layer`; empty: nothing.
std::string nameProblem(const Model& model, const std::string& layer, const std::string& wanted);
/// A layer with a fresh name. Required attributes are as at the last layer of the type, else from the description's first sample.
LayerNode newLayer(const Model& model, const std::string& type, double x, double y);

/// Layers by wires, the loss by its attributes, Input layers by their field. A wire from the data to a layer goes through an
/// Input layer, which is made if there is none for that field. What ended at the port before is replaced.
void connect(Document& document, const ModelPath& path, const Wire& wire, const std::vector<std::string>& fields);
void disconnect(Document& document, const ModelPath& path, const Wire& wire);
/// Puts `layer` between the ends of a wire, by its first ports.
void insertOnWire(Document& document, const ModelPath& path, const std::string& layer, const Wire& wire,
                  const std::vector<std::string>& fields);
/// With their wires.
void removeLayers(Document& document, const ModelPath& path, const Names& names);
void rename(Document& document, const ModelPath& path, const std::string& from, const std::string& to);
/// The first input of a layer that nothing is wired to, or -1.
int freeInput(const Model& model, const LayerNode& layer, bool inside);

/// "fc2:1" ↔ {"fc2", 1}
std::string endpointText(const Endpoint& end);
Endpoint endpointFromText(const std::string& text);

} // namespace ds::ui::editing
