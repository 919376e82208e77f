// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QTabBar;
class QToolButton;

namespace ds::ui {

class DockPanel;

/// Dresses a tab bar that Qt made for a group of docks: our look, and a menu at its right end. Lives as long as the bar.
class DockTabs : public QObject {
    Q_OBJECT

public:
    explicit DockTabs(QTabBar* bar);
    /// Whether this bar has been dressed before.
    static bool has(const QTabBar* bar);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    DockPanel* panelAt(int tab) const;
    void showMenu(int tab, const QPoint& place);

    QTabBar* m_bar;
    QToolButton* m_menu;
};

} // namespace ds::ui
