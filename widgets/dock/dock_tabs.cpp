// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dock/dock_tabs.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>

#include "widgets/dock/dock_panel.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

DockTabs::DockTabs(QTabBar* bar) : QObject(bar), m_bar(bar), m_menu(new QToolButton(bar))
{
    bar->setDocumentMode(true);
    bar->setDrawBase(false);
    bar->setExpanding(false);
    bar->setAccessibleName(tr("Panels"));
    bar->setFocusPolicy(Qt::TabFocus);
    m_menu->setProperty("bare", true);
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_menu->setFixedSize(24, 24);
    m_menu->setIconSize({16, 16});
    m_menu->setToolTip(tr("Float, move or close this panel"));
    m_menu->setAccessibleName(m_menu->toolTip());
    setIcon(m_menu, QStringLiteral("more"), Role::Text3);
    connect(m_menu, &QToolButton::clicked, this,
            [this] { showMenu(m_bar->currentIndex(), m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    connect(bar, &QTabBar::tabBarDoubleClicked, this, [this](int tab) {
        if (DockPanel* panel = panelAt(tab)) panel->setFloating(true);
    });
    bar->installEventFilter(this);
    m_menu->show();
    place();
}

bool DockTabs::has(const QTabBar* bar) { return bar->findChild<DockTabs*>(QString(), Qt::FindDirectChildrenOnly); }

bool DockTabs::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) place();
    if (event->type() == QEvent::ContextMenu) {
        auto* menu = static_cast<QContextMenuEvent*>(event);
        showMenu(m_bar->tabAt(menu->pos()), menu->globalPos());
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void DockTabs::place()
{
    m_menu->move(m_bar->width() - m_menu->width() - 4, (m_bar->height() - m_menu->height()) / 2);
    m_menu->raise();
}

/// Qt keeps to itself which dock a tab stands for; titles are unique in a frame.
DockPanel* DockTabs::panelAt(int tab) const
{
    for (auto* panel : m_bar->parentWidget()->findChildren<DockPanel*>(QString(), Qt::FindDirectChildrenOnly))
        if (tab >= 0 && panel->windowTitle() == m_bar->tabText(tab)) return panel;
    return nullptr;
}

void DockTabs::showMenu(int tab, const QPoint& place)
{
    DockPanel* panel = panelAt(tab);
    if (!panel) return;
    QMenu menu;
    panel->fillMenu(&menu);
    menu.exec(place);
}

} // namespace ds::ui
