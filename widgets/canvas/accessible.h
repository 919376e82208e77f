// SPDX-License-Identifier: GPL-3.0-or-later
// What readers of screens see of a canvas: a list with an item for each node.
#pragma once

#include "widgets/canvas/store.h"

namespace ds::ui {

class Canvas;

namespace accessible {

/// From now on canvases have their nodes as children.
void install();
/// "Dense · 32, 16 × 32, has a problem, not selected".
QString nodeText(const CanvasStore::NodeItem& node);
/// The keyboard went to another node, if the canvas has it.
void tellFocus(Canvas& canvas);

} // namespace accessible

} // namespace ds::ui
