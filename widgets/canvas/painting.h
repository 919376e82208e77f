// SPDX-License-Identifier: GPL-3.0-or-later
// How nodes, wires and notes look, at any distance. Pens, fonts and text layouts are made once and kept.
#pragma once

#include <QFont>
#include <QHash>
#include <QPen>
#include <QPixmap>

#include <memory>

#include "widgets/canvas/store.h"

class QFontMetricsF;
class QPainter;

namespace ds::ui {

/// What the pointer does to the picture.
struct CanvasState {
    int hoveredNode = -1, hoveredWire = -1, focusedNode = -1;
    int targetWire = -1;       ///< the one that a dragged node would be put into
    CanvasStore::PortHit port; ///< under the cursor
    bool focusVisible = false;
};

class CanvasPainting {
public:
    enum class Detail { Full, Names, Colours };
    static Detail detailAt(double zoom);

    CanvasPainting();
    /// After the theme changed.
    void refresh();

    /// `exposed` in the canvas' coordinates; the painter is already transformed to them.
    void paint(QPainter& painter, const CanvasStore& store, const QRectF& exposed, double zoom, const CanvasState& state,
               HeatOn heat) const;
    void paintDots(QPainter& painter, const QRectF& exposed, double zoom) const;
    void paintNotes(QPainter& painter, const QList<NoteView>& notes, const QRectF& exposed, const QString& selected) const;
    /// The wire that is being drawn.
    void paintPending(QPainter& painter, const geometry::Curve& curve, bool refused, double zoom) const;
    /// A small sign at `anchor` (its left middle), in the view's coordinates.
    void paintBubble(QPainter& painter, const QRect& view, const QPointF& anchor, const QString& text, bool warning) const;

private:
    struct Kind {
        QString category, icon;
        QColor bar, tint;
    };
    struct Look { ///< all that a node's picture depends on, but for its words
        int kind = 0;
        bool selected = false, hovered = false, focused = false, muted = false, composite = false;
        int heat = -1; ///< in hundredths
        bool far = false;
        bool operator==(const Look&) const = default;
        friend size_t qHash(const Look& look, size_t seed = 0)
        {
            const int flags = look.selected | look.hovered << 1 | look.focused << 2 | look.muted << 3 | look.composite << 4 | look.far << 5;
            return qHashMulti(seed, look.kind, flags, look.heat);
        }
    };
    const Kind& kindOf(const CanvasStore::NodeItem& item) const;
    Look lookOf(const CanvasStore& store, int index, double zoom, const CanvasState& state, HeatOn heat) const;
    void paintWires(QPainter& painter, const CanvasStore& store, const QRectF& exposed, double zoom, Detail detail,
                    const CanvasState& state, HeatOn heat) const;
    void paintFar(QPainter& painter, const CanvasStore& store, const std::vector<int>& nodes, HeatOn heat) const;
    void paintNodes(QPainter& painter, const CanvasStore& store, const std::vector<int>& nodes, double zoom, Detail detail,
                    const CanvasState& state, HeatOn heat) const;
    /// One node around the origin.
    void paintBody(QPainter& painter, const Look& look) const;
    QPixmap picture(const Look& look, double scale, qreal ratio) const;
    QPixmap portPicture(bool hot, double scale, qreal ratio) const;
    void paintTexts(QPainter& painter, const CanvasStore::NodeItem& item, double zoom) const;
    void paintFigure(QPainter& painter, const CanvasStore::NodeItem& item) const;
    void paintPort(QPainter& painter, const QPointF& at, bool hot) const;
    void paintSigns(QPainter& painter, const NodeView& view, const QRectF& rect, Detail detail) const;

    QFont m_title, m_body, m_mono, m_far, m_note;
    std::unique_ptr<QFontMetricsF> m_titleMetrics, m_bodyMetrics, m_monoMetrics, m_farMetrics;
    QPen m_outline, m_hover, m_selected, m_focus, m_wire, m_wireHover, m_wireSelected, m_wireThin, m_pending, m_refused, m_port, m_portHot;
    QColor m_canvas, m_dot, m_raised, m_text, m_text2, m_text3, m_accent, m_warning, m_bad, m_panel, m_line;
    mutable std::vector<Kind> m_kinds;
    mutable QHash<QString, int> m_kindIds;
    mutable QHash<Look, QPixmap> m_pictures;
    mutable QPixmap m_ports[2];
    mutable double m_pictureScale = 0; ///< that of the pictures that are kept
};

} // namespace ds::ui
