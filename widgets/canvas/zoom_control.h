// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QToolButton;

namespace ds::ui {

class Canvas;

/// Nearer, farther, everything; in the middle how near.
class ZoomControl : public QFrame {
    Q_OBJECT

public:
    explicit ZoomControl(Canvas& canvas);
    void refresh();

private:
    Canvas& m_canvas;
    QToolButton* m_percent;
};

} // namespace ds::ui
