// SPDX-License-Identifier: GPL-3.0-or-later
// What a canvas shows, as plain values. Ids are chosen by the owner; they tie the new values to the old ones.
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace ds::ui {

/// A port of a node, by number; whether it is an input or an output follows from where it is used.
struct PortRef {
    QString node;
    int port = 0;
    bool operator==(const PortRef&) const = default;
};

enum class Badge { None, Suggestion, Error };

struct NodeView {
    QString id, title, subtitle;
    QString shape;    ///< in a monospaced face
    QString category; ///< of Theme::category
    QString icon;     ///< of widgets/theme/icons.h; empty: a dot in the category's colour
    Badge badge = Badge::None;
    bool muted = false, frozen = false, composite = false;
    bool fixed = false;          ///< can be neither moved nor deleted
    QStringList inputs, outputs; ///< names of the ports
    QPointF position;            ///< top left corner
    double heat = -1;            ///< 0 to 1; negative: none
    QString figure;              ///< the number behind the heat, shown with it
    bool operator==(const NodeView&) const = default;
};

struct WireView {
    PortRef from, to;
    QString label;
    bool operator==(const WireView&) const = default;
    bool joins(const PortRef& a, const PortRef& b) const { return from == a && to == b; }
};

/// A comment, or a frame around nodes; drawn behind them.
struct NoteView {
    QString id, text;
    QRectF box;
    bool frame = false;
    bool operator==(const NoteView&) const = default;
};

/// A card beside a node that says what is wrong and offers mends.
struct CalloutView {
    QString id, node, title, text;
    Badge severity = Badge::Suggestion;
    QStringList buttons;
    bool operator==(const CalloutView&) const = default;
};

struct Placement {
    QString id;
    QPointF position;
    bool operator==(const Placement&) const = default;
};

/// What shows NodeView::heat: wires have that of the node from which they come.
enum class HeatOn { Nothing, Nodes, NodesAndWires };

/// Where wires run to.
enum class Flow { Down, Right };

} // namespace ds::ui
