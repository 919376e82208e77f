// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include <vector>

#include "widgets/canvas/values.h"

class QFrame;
class QPainter;

namespace ds::ui {

class Canvas;

/// The cards beside nodes: widgets, so that their buttons work with the keyboard and screen readers.
class Callouts {
public:
    explicit Callouts(Canvas& canvas) : m_canvas(canvas) {}

    void set(const QList<CalloutView>& callouts);
    void place();
    void paintLinks(QPainter& painter) const;

private:
    struct Card {
        CalloutView view;
        QPointer<QFrame> frame;
    };
    QFrame* make(const CalloutView& view);

    Canvas& m_canvas;
    std::vector<Card> m_cards;
};

} // namespace ds::ui
