// SPDX-License-Identifier: GPL-3.0-or-later
// What the box of a layer says, wherever it is drawn.
#pragma once

#include <QString>

#include <string>

#include "core/document/document.h"
#include "widgets/canvas/values.h"

namespace ds::ui {

/// "Conv2d · 32 · 3 × 3 · same"
QString subtitleOf(const LayerNode& layer);
/// "convolution", of a type
std::string categoryOf(const std::string& type);

inline PortRef portRef(const Endpoint& end) { return {QString::fromStdString(end.layer), end.port}; }
inline Endpoint endpoint(const PortRef& port) { return {port.node.toStdString(), port.port}; }

} // namespace ds::ui
