// SPDX-License-Identifier: Apache-2.0
// What people edit: data, model, loss, optimiser, schedule and training settings of one project, as plain values.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/json.h"

namespace ds {

struct Model;

/// A box: a layer of the registry, or one of the types that documents know themselves: "Input", "Output", "Composite".
struct LayerNode {
    std::string name;
    std::string type;
    Attrs attrs = {};
    bool frozen = false;                     ///< its parameters are not trained
    bool muted = false;                      ///< passes its first input through
    std::shared_ptr<const Model> model = {}; ///< of a Composite
    std::vector<double> position = {};       ///< x, y on the canvas; empty: not placed yet
};

/// A port of a layer, by number.
struct Endpoint {
    std::string layer;
    int port = 0;
    bool operator==(const Endpoint&) const = default;
};

struct Wire {
    Endpoint from, to;
    bool operator==(const Wire&) const = default;
};

/// Words on the canvas, or a frame around layers; the engine passes over them.
struct Note {
    std::string text;
    std::vector<double> box; ///< x, y, width, height
    bool frame = false;
    bool operator==(const Note&) const = default;
};

struct Model {
    std::vector<LayerNode> layers;
    std::vector<Wire> wires;
    std::vector<Note> notes = {};

    const LayerNode* find(std::string_view name) const;
};

/// One choice from a registry with its settings.
struct Section {
    std::string type;
    Attrs attrs = {};
};

struct Document {
    std::string name;
    std::string folder;              ///< relative paths start here; not part of the file
    Section train, validation, test; ///< data sources; an empty type: none
    std::vector<Section> transforms; ///< what happens to samples on their way to the model, in this order; see core/data/transform.h
    Model model;
    Section loss; ///< attributes `prediction` and `target` name a layer (or "LAYER:PORT") and a data field
    Section optimizer;
    Section schedule;
    Attrs training; ///< epochs, batch_size, ...; see trainingAttributes()
};

/// Format version of project files that this program writes.
constexpr int documentVersion = 1;

/// All problems of form at once; what the registries say about contents comes from validate(). An older version is brought up
/// to date; a newer one is refused.
struct ReadDocument {
    Document document;
    Errors errors;
};
ReadDocument documentFromJson(const Json& json);
Json documentToJson(const Document& document);

/// As far as it can be read: an error only where there is no JSON at all. `where` of the other errors starts with the path.
Result<ReadDocument> readDocument(const std::string& path);
/// Only what is whole; `all` gets every problem of form, the first is the error.
Result<Document> loadDocument(const std::string& path, Errors* all = nullptr);
/// Written beside and renamed, so that a failure leaves the old file.
Status saveDocument(const Document& document, const std::string& path);

/// Sets "optimizer.learning_rate", "training.epochs", "model.LAYER.ATTRIBUTE", "train.ATTRIBUTE",
/// "transforms.2.ATTRIBUTE" (the second one), ... from text.
Status setByPath(Document& document, std::string_view path, const std::string& value);

const std::vector<AttrSpec>& trainingAttributes();

} // namespace ds
