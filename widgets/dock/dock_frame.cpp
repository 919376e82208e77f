// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dock/dock_frame.h"

#include <QContextMenuEvent>
#include <QTabBar>

#include <algorithm>
#include <utility>

#include "widgets/dock/dock_panel.h"
#include "widgets/dock/dock_tabs.h"

namespace ds::ui {

namespace {

constexpr int version = 1;      // of saved arrangements
constexpr int settleTime = 300; // milliseconds: an edge that is dragged says much

} // namespace

DockFrame::DockFrame(QWidget* parent) : QMainWindow(parent, Qt::Widget)
{
    setWindowFlags(Qt::Widget); // QMainWindow makes itself a window
    setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &DockFrame::refresh);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &DockFrame::settled);
}

/// QWidget takes the docks away when the timers are gone, and a dock that goes says that it is no longer seen.
DockFrame::~DockFrame()
{
    for (const Entry& entry : m_entries) {
        entry.dock->disconnect(this);
        entry.dock->toggleViewAction()->disconnect(this);
    }
}

void DockFrame::addPanel(const Panel& panel)
{
    auto* dock = new DockPanel(panel.id, panel.title, this);
    dock->setWidget(panel.widget);
    addDockWidget(panel.area, dock);
    if (const Entry* beside = find(panel.with)) tabifyDockWidget(beside->dock, dock);
    dock->setVisible(panel.open);
    m_entries.push_back({panel, dock, panel.open, false});
    connect(dock->toggleViewAction(), &QAction::toggled, this, &DockFrame::refreshSoon);
    connect(dock, &QDockWidget::dockLocationChanged, this, &DockFrame::refreshSoon);
    connect(dock, &QDockWidget::topLevelChanged, this, &DockFrame::refreshSoon);
    connect(dock, &QDockWidget::visibilityChanged, this, &DockFrame::refreshSoon); // another tab
    connect(dock, &DockPanel::resetWanted, this, &DockFrame::resetArrangement);
    connect(dock, &DockPanel::moveWanted, this, [this, dock](Qt::DockWidgetArea area) {
        dock->setFloating(false);
        addDockWidget(area, dock);
        dock->show();
    });
    dock->installEventFilter(this);
}

const DockFrame::Entry* DockFrame::find(const QString& panel) const
{
    const auto at = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.panel.id == panel; });
    return at == m_entries.end() ? nullptr : &*at;
}

QStringList DockFrame::panels() const
{
    QStringList ids;
    for (const Entry& entry : m_entries) ids << entry.panel.id;
    return ids;
}

QString DockFrame::title(const QString& panel) const
{
    const Entry* entry = find(panel);
    return entry ? entry->panel.title : QString();
}

bool DockFrame::isOpen(const QString& panel) const
{
    const Entry* entry = find(panel);
    return entry && (entry->dock->open() || std::find(m_hidden.begin(), m_hidden.end(), entry->dock) != m_hidden.end());
}

void DockFrame::setOpen(const QString& panel, bool open)
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.panel.id == panel; });
    if (entry == m_entries.end()) return;
    entry->dock->setVisible(open);
    if (!open) return;
    entry->dock->raise();
    sizeFirst(*entry);
}

/// Of a panel that was closed when the others got their sizes, unless it stands where somebody wanted it.
void DockFrame::sizeFirst(Entry& entry)
{
    if (entry.panel.open || entry.panel.across <= 0 || !m_begun || !m_wanted.isEmpty() || std::exchange(entry.sized, true)) return;
    const Qt::DockWidgetArea area = dockWidgetArea(entry.dock);
    const bool sideways = area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
    const int now = sideways ? entry.dock->width() : entry.dock->height();
    resizeDocks({entry.dock}, {std::max(now, entry.panel.across)}, sideways ? Qt::Horizontal : Qt::Vertical);
}

/// Sizes and the order of tabs need a frame that is laid out.
void DockFrame::begin()
{
    m_begun = true;
    for (const auto area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::TopDockWidgetArea, Qt::BottomDockWidgetArea}) {
        const Qt::Orientation along = area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea ? Qt::Vertical : Qt::Horizontal;
        QList<QDockWidget*> docks;
        QList<int> across, lengths;
        int rest = along == Qt::Vertical ? height() : width();
        const int whole = along == Qt::Vertical ? width() : height();
        for (const auto& [panel, dock, open, sized] : m_entries) {
            if (panel.area != area || !panel.open || !panel.with.isEmpty()) continue;
            docks << dock;
            across << std::max({panel.across, static_cast<int>(panel.share * whole), 1});
            lengths << panel.along;
            rest -= panel.along;
        }
        if (docks.isEmpty()) continue;
        // Qt shares out what is left in proportion to what was there, so everything is said.
        const auto free = std::max<qsizetype>(1, lengths.count(0));
        for (int& length : lengths)
            if (length == 0) length = std::max(1, rest / static_cast<int>(free));
        if (*std::max_element(across.begin(), across.end()) > 1)
            resizeDocks(docks, across, along == Qt::Vertical ? Qt::Horizontal : Qt::Vertical);
        if (docks.size() > 1) resizeDocks(docks, lengths, along);
    }
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry)
        if (entry->panel.open && entry->panel.with.isEmpty()) entry->dock->raise(); // the first of its tabs
    m_original = saveState(version);
    if (!m_wanted.isEmpty() && !restoreState(m_wanted, version)) restoreState(m_original, version);
    QTimer::singleShot(0, this, [this] { m_said = saveState(version); }); // after what showing itself brings about
}

void DockFrame::resetArrangement()
{
    m_wanted.clear();
    if (!m_begun) return;
    restoreState(m_original, version);
    refresh();
}

QByteArray DockFrame::arrangement() const { return m_begun ? saveState(version) : m_wanted; }

void DockFrame::setArrangement(const QByteArray& arrangement)
{
    m_wanted = arrangement;
    if (m_begun && !restoreState(arrangement, version)) restoreState(m_original, version);
}

/// Qt hides a dock for a moment while it takes it out of the window or puts it back.
void DockFrame::refreshSoon() { m_soon.start(); }

void DockFrame::refresh()
{
    for (Entry& entry : m_entries) {
        // Qt's own signals also come when the whole frame is hidden.
        if (const bool open = isOpen(entry.panel.id); open != entry.open) {
            entry.open = open;
            emit openChanged(entry.panel.id, open);
        }
        const QList<QDockWidget*> beside = tabifiedDockWidgets(entry.dock);
        const bool tabbed = !entry.dock->isFloating() &&
                            std::any_of(beside.begin(), beside.end(), [](const QDockWidget* other) { return !other->isHidden(); });
        entry.dock->setTitleFolded(tabbed);
    }
    for (QTabBar* bar : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        if (!DockTabs::has(bar)) new DockTabs(bar);
    if (m_begun && isVisible()) m_settle.start();
}

void DockFrame::settled()
{
    const QByteArray now = saveState(version);
    if (m_said.isEmpty() || now == m_said) return;
    m_said = now;
    emit arrangementChanged();
}

void DockFrame::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (event->spontaneous()) return;
    if (!m_begun) begin();
    for (DockPanel* panel : m_hidden) panel->show();
    m_hidden.clear();
    refresh();
}

void DockFrame::hideEvent(QHideEvent* event)
{
    QMainWindow::hideEvent(event);
    if (event->spontaneous()) return;
    if (m_settle.isActive()) settled();
    m_settle.stop();
    for (const Entry& entry : m_entries)
        if (entry.dock->isFloating() && !entry.dock->isHidden()) m_hidden.push_back(entry.dock);
    for (DockPanel* panel : m_hidden) panel->hide();
}

bool DockFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && m_begun && isVisible()) m_settle.start();
    return QMainWindow::eventFilter(watched, event);
}

/// Qt's own menu of docks would come up over empty places.
void DockFrame::contextMenuEvent(QContextMenuEvent* event) { event->ignore(); }

} // namespace ds::ui
