// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <map>
#include <string>

#include "core/document/document.h"
#include "widgets/canvas/values.h"

namespace ds::ui {

constexpr double columnStep = 232, rowStep = 112;    ///< where the flow runs down
constexpr double rightStep = 248, rightRowStep = 96; ///< where it runs to the right

/// Places for all layers: each below those that feed it, siblings side by side. Linear in layers and wires. It serves where
/// documents carry no positions, and where Graphviz is missing.
std::map<std::string, QPointF> layeredLayout(const Model& model, Flow flow);

} // namespace ds::ui
