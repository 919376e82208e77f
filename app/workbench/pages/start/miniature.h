// SPDX-License-Identifier: GPL-3.0-or-later
// A model in small: boxes in the colours of their categories, wires between them, placed as on the canvas. For any thread.
#pragma once

#include <QColor>
#include <QHash>
#include <QImage>
#include <QRectF>
#include <QString>

#include <utility>
#include <vector>

namespace ds {
struct Model;
}

namespace ds::ui {

struct Miniature {
    struct Box {
        QRectF rect; ///< in the scene
        QString category;
    };
    std::vector<Box> boxes;
    std::vector<std::pair<int, int>> wires; ///< boxes, by number
    QRectF bounds;
};

/// Runs to the right, since cards are wide: a model that is drawn downwards is laid on its side.
Miniature miniatureOf(const Model& model);

/// The theme's colours as values: the theme itself belongs to the GUI thread.
struct MiniatureColors {
    QColor canvas, wire;
    QHash<QString, QColor> categories;
    QColor other;
};
MiniatureColors miniatureColors(const std::vector<QString>& categories);

/// `size` in device-independent pixels.
QImage paintMiniature(const Miniature& miniature, const QSize& size, qreal ratio, const MiniatureColors& colors);

} // namespace ds::ui
