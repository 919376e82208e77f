// SPDX-License-Identifier: GPL-3.0-or-later
// From a document, and what is known of it, to the values that the canvas shows.
#pragma once

#include <QList>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/workbench/pages/design/editing.h"
#include "core/tensor/shape.h"
#include "widgets/canvas/values.h"

namespace ds {
struct LayerCost;
struct Problem;
struct StepForecast;
} // namespace ds

namespace ds::ui {

struct CheckResult;

/// Seen: what the Inspector saw of the layers in a training.
enum class Heat { None, Parameters, Flops, Memory, Time, Seen };

/// How warm a layer is beside the others, 0 to 1, and the figure behind it.
struct LayerHeat {
    double warmth = -1; ///< negative: it has none
    QString figure;
};

struct Drawing {
    QList<NodeView> nodes;
    QList<WireView> wires;
};

/// Names of the data fields, from the opened data or, without them, from what the document uses.
std::vector<std::string> dataFields(const Document& document, const CheckResult* check);
/// Where layers stand: as in the document, else by layout.
std::map<std::string, QPointF> placesOf(const Model& model, Flow flow);
/// The same in the order of the layers.
std::vector<QPointF> placeList(const Model& model, Flow flow);

/// The last drawing with what it was made of: layers and wires that stayed the same are taken over.
struct DrawingCache {
    struct Layer {
        LayerNode node;
        std::vector<TensorType> outputs; ///< empty: not known
        NodeView view;                   ///< without what changes by itself: badge, heat, free ports
        bool variadic = false;
    };
    editing::ModelPath path;
    std::shared_ptr<const CheckResult> check;
    std::vector<Layer> layers;
    std::vector<Wire> wires;
    QList<WireView> wireViews;
};

struct DrawingRequest {
    const Document& document;
    const editing::ModelPath& path;
    std::shared_ptr<const CheckResult> check; ///< null: nothing is known yet
    const std::vector<const Problem*>& problems;
    const StepForecast* forecast = nullptr; ///< null: nothing is known yet
    Heat heat = Heat::None;
    const std::map<std::string, LayerHeat>* seen = nullptr; ///< of Heat::Seen, by path
    Flow flow = Flow::Down;
};
Drawing drawingOf(const DrawingRequest& request, DrawingCache& cache);
/// The figure of a layer that a heat overlay shows, by its path; 0 if it is not known.
double heatOf(const DrawingRequest& request, const std::string& path);
} // namespace ds::ui
