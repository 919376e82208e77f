// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/callouts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/canvas/canvas.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int cardWidth = 250, gap = 30;
constexpr double leastZoom = 0.4; // farther out cards would hide what they speak of

Role roleOf(Badge severity) { return severity == Badge::Error ? Role::Bad : Role::Warning; }

} // namespace

void Callouts::set(const QList<CalloutView>& callouts)
{
    bool same = static_cast<std::size_t>(callouts.size()) == m_cards.size();
    for (qsizetype i = 0; same && i < callouts.size(); ++i) same = m_cards[static_cast<std::size_t>(i)].view == callouts[i];
    if (same) return;
    for (Card& card : m_cards)
        if (card.frame) {
            card.frame->hide();
            card.frame->deleteLater(); // this may be the answer to one of its buttons
        }
    m_cards.clear();
    for (const CalloutView& view : callouts) m_cards.push_back({view, make(view)});
    place();
}

QFrame* Callouts::make(const CalloutView& view)
{
    auto* frame = new QFrame(&m_canvas);
    frame->setFixedWidth(cardWidth);
    frame->setObjectName(QStringLiteral("callout"));
    frame->setAccessibleName(view.title);
    frame->setCursor(Qt::ArrowCursor);
    const auto style = [frame, severity = view.severity] {
        const QColor edge = color(roleOf(severity));
        frame->setStyleSheet(
            QStringLiteral("QFrame#callout { background: %1; border: 1px solid %2; border-radius: 8px; }"
                           "QPushButton#first { background: %3; color: %2; border: none; font-weight: 600; min-height: 22px; }"
                           "QPushButton#more { background: transparent; color: %4; border: none; min-height: 22px; }"
                           "QPushButton:focus { border: 1px solid %2; }")
                .arg(color(Role::Raised).name(), edge.name(), mixed(color(Role::Raised), edge, 0.22).name(), color(Role::Text2).name()));
    };
    style();
    QObject::connect(&Theme::instance(), &Theme::changed, frame, style);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(14, 10, 14, 8);
    column->setSpacing(4);
    const auto label = [&](const QString& text, bool strong) {
        auto* made = new QLabel(text, frame);
        made->setWordWrap(true);
        made->setTextFormat(Qt::PlainText);
        if (strong) made->setStyleSheet(QStringLiteral("font-weight: 600;"));
        else made->setProperty("secondary", true);
        column->addWidget(made);
    };
    label(view.title, true);
    if (!view.text.isEmpty()) label(view.text, false);
    if (!view.buttons.isEmpty()) {
        auto* row = new QHBoxLayout;
        row->setSpacing(4);
        for (qsizetype i = 0; i < view.buttons.size(); ++i) {
            auto* button = new QPushButton(view.buttons[i], frame);
            button->setObjectName(i == 0 && view.buttons.size() > 1 ? QStringLiteral("first") : QStringLiteral("more"));
            QObject::connect(button, &QPushButton::clicked, &m_canvas,
                             [this, id = view.id, i] { emit m_canvas.calloutPressed(id, static_cast<int>(i)); });
            row->addWidget(button);
        }
        row->addStretch();
        column->addLayout(row);
    }
    frame->adjustSize();
    return frame;
}

void Callouts::place()
{
    for (Card& card : m_cards) {
        if (!card.frame) continue;
        const int node = m_canvas.store().find(card.view.node);
        const bool shown = node >= 0 && m_canvas.zoom() >= leastZoom;
        if (shown) {
            const QRectF& r = m_canvas.store().node(node).rect;
            const QPointF right = m_canvas.toView(QPointF(r.right(), r.center().y()));
            QPoint at(static_cast<int>(right.x()) + gap, static_cast<int>(right.y()) - card.frame->height() / 2);
            if (at.x() + cardWidth > m_canvas.width()) // no room: to the left
                at.setX(static_cast<int>(m_canvas.toView(r.topLeft()).x()) - gap - cardWidth);
            card.frame->move(at);
        }
        card.frame->setVisible(shown);
    }
}

void Callouts::paintLinks(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const Card& card : m_cards) {
        if (!card.frame || !card.frame->isVisible()) continue;
        const int node = m_canvas.store().find(card.view.node);
        if (node < 0) continue;
        const QRectF& r = m_canvas.store().node(node).rect;
        const bool right = card.frame->x() > m_canvas.toView(r.center()).x();
        const QPointF from = m_canvas.toView(QPointF(right ? r.right() : r.left(), r.center().y()));
        painter.setPen(QPen(color(roleOf(card.view.severity)), 1, Qt::DashLine));
        painter.drawLine(from, QPointF(right ? card.frame->x() : card.frame->x() + cardWidth, from.y()));
    }
}

} // namespace ds::ui
