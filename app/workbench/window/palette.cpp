// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/window/palette.h"

#include <QAction>
#include <QGraphicsDropShadowEffect>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/shell/commands.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

int matchScore(const QString& typed, const QString& text)
{
    int score = 0;
    qsizetype at = 0;
    for (const QChar wanted : typed) {
        if (wanted.isSpace()) continue;
        const qsizetype found = text.indexOf(wanted, at, Qt::CaseInsensitive);
        if (found < 0) return -1;
        const bool wordStart = found == 0 || !text[found - 1].isLetterOrNumber();
        score += wordStart ? 8 : found == at ? 4 : 0;
        at = found + 1;
    }
    return score * 100 - static_cast<int>(text.size());
}

Palette::Palette(const Commands& commands, QWidget* parent)
    : QFrame(parent), m_commands(commands), m_search(new QLineEdit(this)), m_list(new QTreeWidget(this))
{
    setProperty("card", true);
    setObjectName(QStringLiteral("palette"));
    hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_search->setPlaceholderText(tr("What do you want to do?"));
    m_search->setAccessibleName(tr("Search commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setColumnCount(2); // name, shortcut
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIconSize({16, 16});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setAccessibleName(tr("Commands"));
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 110));
    setGraphicsEffect(shadow);
    connect(m_search, &QLineEdit::textChanged, this, &Palette::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &Palette::run);
    connect(m_list, &QTreeWidget::itemClicked, this, &Palette::run);
    m_search->installEventFilter(this);
}

void Palette::open()
{
    const QSize area = parentWidget()->size();
    const int width = std::min(560, area.width() - 32);
    setGeometry((area.width() - width) / 2, 56, width, std::min(420, area.height() - 112));
    m_search->clear();
    filter({});
    show();
    raise();
    m_search->setFocus(Qt::PopupFocusReason);
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) hide();
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape: hide(); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

void Palette::filter(const QString& text)
{
    std::vector<std::pair<int, QAction*>> found;
    for (QAction* action : m_commands.all())
        if (const int score = matchScore(text, action->text()); action->isEnabled() && (text.isEmpty() || score > -1000) && score != -1)
            found.emplace_back(score, action);
    if (!text.isEmpty()) std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    m_list->clear();
    QPixmap blank(16, 16); // keeps the names in line
    blank.fill(Qt::transparent);
    for (const auto& [score, action] : found) {
        auto* item = new QTreeWidgetItem(m_list, {action->text(), action->shortcut().toString(QKeySequence::NativeText)});
        item->setIcon(0, action->icon().isNull() ? QIcon(blank) : action->icon());
        item->setData(0, Qt::UserRole, QVariant::fromValue(action));
        item->setToolTip(0, action->statusTip());
        item->setForeground(1, color(Role::Text3));
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void Palette::move(int rows)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem()) + rows;
    if (QTreeWidgetItem* item = m_list->topLevelItem(row)) m_list->setCurrentItem(item);
}

void Palette::run()
{
    QTreeWidgetItem* item = m_list->currentItem();
    if (!item) return;
    auto* action = item->data(0, Qt::UserRole).value<QAction*>();
    hide();
    action->trigger();
}

} // namespace ds::ui
