// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ds::ui {

class Canvas;

/// Writes the whole drawing; the file's ending says how: .svg, .png (twice the size of the screen), .pdf. Empty: it worked; else
/// what went wrong.
QString exportDrawing(const Canvas& canvas, const QString& path);

} // namespace ds::ui
