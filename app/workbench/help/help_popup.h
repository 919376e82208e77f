// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace ds::ui {

/// One page of help beside what it speaks of. A click elsewhere or Esc closes it; its links lead to other pages.
class HelpPopup : public QFrame {
    Q_OBJECT

public:
    HelpPopup(const QString& registry, const QString& name, QWidget* parent);

    /// Shows it beside a rectangle of the screen, at the left where there is room, wholly on the screen.
    void showBeside(const QRect& global);
};

} // namespace ds::ui
