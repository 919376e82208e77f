// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/settings/shortcut_list.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

#include "app/workbench/shell/commands.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

ShortcutList::ShortcutList(Commands& commands, QWidget* parent)
    : QWidget(parent), m_commands(commands), m_search(new QLineEdit(this)), m_list(new QTreeWidget(this)),
      m_keys(new QKeySequenceEdit(this)), m_none(new QPushButton(tr("No keys"), this)), m_reset(new QPushButton(tr("Set back"), this)),
      m_resetAll(new QPushButton(tr("Set all back"), this)), m_takeOver(new QPushButton(tr("Take them over"), this)),
      m_conflict(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_keys, 1);
    for (QPushButton* button : {m_none, m_reset, m_resetAll}) row->addWidget(button);
    column->addLayout(row);
    auto* below = new QHBoxLayout;
    below->addWidget(m_conflict, 1);
    below->addWidget(m_takeOver);
    column->addLayout(below);
    m_search->setPlaceholderText(tr("Command or keys"));
    m_search->setAccessibleName(tr("Search commands"));
    m_search->setClearButtonEnabled(true);
    m_list->setHeaderLabels({tr("Command"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Commands"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_keys->setAccessibleName(tr("New keys of the chosen command"));
    m_keys->setToolTip(tr("Press the new keys here"));
    if (auto* line = m_keys->findChild<QLineEdit*>()) {
        line->setAccessibleName(m_keys->accessibleName());
        line->setPlaceholderText(tr("Press the new keys"));
    }
    m_none->setToolTip(tr("The command keeps its place in menus, without keys"));
    m_reset->setToolTip(tr("Give the chosen command its first keys again"));
    m_resetAll->setToolTip(tr("Give every command its first keys again"));
    m_takeOver->setToolTip(tr("The other command loses these keys"));
    m_conflict->setProperty("problem", true);
    m_conflict->setWordWrap(true);
    m_conflict->hide();
    m_takeOver->hide();
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutList::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutList::choose);
    if (auto* line = m_keys->findChild<QLineEdit*>()) line->setPlaceholderText(tr("Press the new keys"));
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutList::press);
    connect(m_takeOver, &QPushButton::clicked, this, [this] { take(true); });
    connect(m_none, &QPushButton::clicked, this, [this] {
        if (QAction* action = chosen()) m_commands.setKeys(action, {});
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (QAction* action = chosen()) m_keys->setKeySequence(Commands::firstKeys(action)); // may belong to another by now
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        for (QAction* action : m_commands.all()) m_commands.setKeys(action, Commands::firstKeys(action));
    });
    connect(&commands, &Commands::keysChanged, this, &ShortcutList::refresh);
    refresh();
}

QAction* ShortcutList::chosen() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    return item && !item->isHidden() ? item->data(0, Qt::UserRole).value<QAction*>() : nullptr;
}

void ShortcutList::refresh()
{
    QAction* const before = chosen();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        QPixmap blank(16, 16); // keeps the names in line
        blank.fill(Qt::transparent);
        for (QAction* action : m_commands.all()) {
            auto* item = new QTreeWidgetItem(m_list, {action->text(), action->shortcut().toString(QKeySequence::NativeText)});
            item->setData(0, Qt::UserRole, QVariant::fromValue(action));
            item->setIcon(0, action->icon().isNull() ? QIcon(blank) : action->icon());
            item->setToolTip(0, action->statusTip());
            if (action->shortcut() == Commands::firstKeys(action)) continue;
            QFont bold = m_list->font();
            bold.setWeight(QFont::DemiBold);
            item->setFont(1, bold);
            item->setToolTip(1, tr("First: %1").arg(Commands::firstKeys(action).toString(QKeySequence::NativeText)));
        }
        for (int i = 0; i < m_list->topLevelItemCount(); ++i)
            if (QTreeWidgetItem* item = m_list->topLevelItem(i); item->data(0, Qt::UserRole).value<QAction*>() == before)
                m_list->setCurrentItem(item);
    }
    filter();
    choose();
}

void ShortcutList::filter()
{
    const QString typed = m_search->text().trimmed();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_list->topLevelItem(i);
        item->setHidden(!item->text(0).contains(typed, Qt::CaseInsensitive) && !item->text(1).contains(typed, Qt::CaseInsensitive));
    }
}

void ShortcutList::choose()
{
    QAction* action = chosen();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_keys, m_none, m_reset}) widget->setEnabled(action != nullptr);
    const QSignalBlocker quiet(m_keys);
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    m_conflict->hide();
    m_takeOver->hide();
}

void ShortcutList::press()
{
    const QKeySequence keys = m_keys->keySequence();
    if (keys.count() > 1) { // one chord is enough; what was pressed last counts
        m_keys->setKeySequence(QKeySequence(keys[static_cast<uint>(keys.count()) - 1]));
        return;
    }
    take(false);
}

void ShortcutList::take(bool evenIfUsed)
{
    QAction* action = chosen();
    if (!action) return;
    const QKeySequence keys = m_keys->keySequence();
    QAction* other = m_commands.conflict(action, keys);
    if (other && !evenIfUsed) {
        m_conflict->setText(tr("%1 belongs to “%2”.").arg(keys.toString(QKeySequence::NativeText), other->text()));
        m_conflict->show();
        m_takeOver->show();
        return;
    }
    for (; other; other = m_commands.conflict(action, keys)) m_commands.setKeys(other, {});
    m_commands.setKeys(action, keys);
}

} // namespace ds::ui
