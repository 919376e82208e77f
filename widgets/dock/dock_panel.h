// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QMenu;

namespace ds::ui {

/// A dock with a thin title bar of our own.
class DockPanel : public QDockWidget {
    Q_OBJECT

public:
    DockPanel(const QString& id, const QString& title, QWidget* parent);

    bool open() const { return !isHidden(); }
    /// In tabs: the tab is the title.
    void setTitleFolded(bool folded);
    /// Float, close, move to an edge.
    void fillMenu(QMenu* menu);

signals:
    void moveWanted(Qt::DockWidgetArea area);
    void resetWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class TitleBar;
    TitleBar* m_title;
};

} // namespace ds::ui
