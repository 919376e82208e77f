// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace ds::ui {

class Canvas;
class Commands;

/// A few buttons in the upper right corner of the canvas: arrange, heat, export.
class ToolBar : public QFrame {
    Q_OBJECT

public:
    ToolBar(Canvas& canvas, Commands& commands);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
};

} // namespace ds::ui
