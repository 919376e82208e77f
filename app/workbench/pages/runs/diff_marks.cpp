// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/runs/diff_marks.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

#include "widgets/canvas/canvas.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

QString diffSign(DiffKind kind)
{
    switch (kind) {
    case DiffKind::Added: return QStringLiteral("+");
    case DiffKind::Removed: return QStringLiteral("−");
    case DiffKind::Changed: return QStringLiteral("≠");
    case DiffKind::Same: break;
    }
    return {};
}

QColor diffColor(DiffKind kind)
{
    switch (kind) {
    case DiffKind::Added: return color(Role::Good);
    case DiffKind::Removed: return color(Role::Bad);
    case DiffKind::Changed: return color(Role::Warning);
    case DiffKind::Same: break;
    }
    return color(Role::Text3);
}

DiffMarks::DiffMarks(Canvas* canvas) : QWidget(canvas), m_canvas(canvas)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    canvas->installEventFilter(this);
    connect(canvas, &Canvas::viewChanged, this, qOverload<>(&QWidget::update));
    connect(canvas, &Canvas::selectionChanged, this, qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

bool DiffMarks::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) setGeometry(m_canvas->rect());
    return QWidget::eventFilter(watched, event);
}

void DiffMarks::setDiff(const ProjectDiff& diff)
{
    m_layers.clear();
    m_wires.clear();
    for (const LayerDiff& layer : diff.layers)
        if (layer.kind != DiffKind::Same) m_layers[QString::fromStdString(layer.name)] = layer.kind;
    for (const WireDiff& wire : diff.wires)
        if (wire.kind != DiffKind::Same)
            m_wires.push_back({{QString::fromStdString(wire.wire.from.layer), wire.wire.from.port},
                               {QString::fromStdString(wire.wire.to.layer), wire.wire.to.port},
                               wire.kind});
    update();
}

void DiffMarks::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double zoom = m_canvas->zoom(), radius = std::clamp(11 * zoom, 6.0, 11.0);
    QFont font = Theme::instance().font(Theme::Text::Body);
    font.setPixelSize(static_cast<int>(radius * 1.5));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const auto sign = [&](const QPointF& centre, DiffKind kind) {
        const QRectF disc(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
        painter.setPen(QPen(color(Role::Canvas), 2));
        painter.setBrush(diffColor(kind));
        painter.drawEllipse(disc);
        painter.setPen(color(Role::Canvas));
        painter.drawText(disc, Qt::AlignCenter, diffSign(kind));
    };
    const CanvasStore& store = m_canvas->store();
    for (const CanvasStore::WireItem& wire : store.wires()) {
        const auto mark = std::find_if(m_wires.begin(), m_wires.end(), [&](const WireMark& m) { return wire.view.joins(m.from, m.to); });
        if (mark == m_wires.end()) continue;
        painter.save();
        painter.scale(zoom, zoom);
        painter.translate(-m_canvas->toScene(QPointF()));
        QPen pen(diffColor(mark->kind), 2 / zoom);
        if (mark->kind == DiffKind::Removed) pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(wire.curve.path());
        painter.restore();
        if (wire.bounds.height() * zoom > 3 * radius || wire.bounds.width() * zoom > 3 * radius)
            sign(m_canvas->toView(wire.curve.at(0.5)), mark->kind);
    }
    for (const auto& [name, kind] : m_layers) {
        const int node = store.find(name);
        if (node < 0) continue;
        const QRectF scene = store.node(node).rect;
        const QRectF box(m_canvas->toView(scene.topLeft()), scene.size() * zoom);
        if (!box.adjusted(-20, -20, 20, 20).intersects(rect())) continue;
        QPen pen(diffColor(kind), 2);
        if (kind == DiffKind::Removed) pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 9 * zoom, 9 * zoom);
        sign(box.topLeft(), kind);
    }
}

} // namespace ds::ui
