// SPDX-License-Identifier: GPL-3.0-or-later
// From a document, and what is known of it, to the values that the canvas shows.
#pragma once

#include <QList>

#include <map>
#include <string>
#include <vector>

#include "app/workbench/pages/design/editing.h"
#include "widgets/canvas/values.h"

namespace ds {
struct LayerCost;
struct Problem;
} // namespace ds

namespace ds::ui {

struct CheckResult;

enum class Heat { None, Parameters, Flops, Memory };

struct Drawing {
    QList<NodeView> nodes;
    QList<WireView> wires;
};

/// Names of the data fields, from the opened data or, without them, from what the document uses.
std::vector<std::string> dataFields(const Document& document, const CheckResult* check);
/// Where layers stand: as in the document, else by layout.
std::map<std::string, QPointF> placesOf(const Model& model, Flow flow);
struct DrawingRequest {
    const Document& document;
    const editing::ModelPath& path;
    const CheckResult* check = nullptr; ///< null: nothing is known yet
    const std::vector<const Problem*>& problems;
    Heat heat = Heat::None;
    Flow flow = Flow::Down;
};
Drawing drawingOf(const DrawingRequest& request);
/// The figure that a heat overlay shows.
double heatOf(const LayerCost& cost, Heat heat);
/// "Conv2d · 32 · 3 × 3 · same"
QString subtitleOf(const LayerNode& layer);
/// "convolution", of a type
std::string categoryOf(const std::string& type);

inline PortRef portRef(const Endpoint& end) { return {QString::fromStdString(end.layer), end.port}; }
inline Endpoint endpoint(const PortRef& port) { return {port.node.toStdString(), port.port}; }

} // namespace ds::ui
