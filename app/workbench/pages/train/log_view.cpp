// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/train/log_view.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTreeWidget>

#include "app/workbench/runs_view/scalar_words.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

namespace {

/// The kinds that one can choose, and which kinds of events are meant.
QString group(const std::string& kind)
{
    if (kind.starts_with("checkpoint")) return QStringLiteral("checkpoint");
    if (kind == "learning_rate" || kind == "plateau") return QStringLiteral("rate");
    if (kind == "warning" || kind.starts_with("verdict") || kind == "early_stopping" || kind == "error") return QStringLiteral("warning");
    return QStringLiteral("other");
}

} // namespace

LogView::LogView(QWidget* parent) : QWidget(parent), m_text(new QLineEdit), m_kind(new QComboBox), m_list(new QTreeWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 0);
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter the log"));
    m_text->setClearButtonEnabled(true);
    m_kind->setAccessibleName(tr("Kind of events"));
    m_kind->addItem(tr("All events"), QString());
    m_kind->addItem(tr("Learning rate"), QStringLiteral("rate"));
    m_kind->addItem(tr("Checkpoints"), QStringLiteral("checkpoint"));
    m_kind->addItem(tr("Warnings"), QStringLiteral("warning"));
    row->addWidget(m_text, 1);
    row->addWidget(m_kind);
    layout->addLayout(row);
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Time"), tr("Step"), tr("Event")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Log"));
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    layout->addWidget(m_list, 1);
    connect(m_text, &QLineEdit::textChanged, this, &LogView::filter);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LogView::filter);
}

void LogView::clear() { m_list->clear(); }

void LogView::add(const EventRecord& event, double started)
{
    if (isForViews(event)) return;
    const QString text = eventText(event);
    const bool end = m_list->verticalScrollBar()->value() == m_list->verticalScrollBar()->maximum();
    auto* item = new QTreeWidgetItem(
        {QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(event.time * 1000)).time().toString(QStringLiteral("HH:mm:ss")),
         countText(event.step), text});
    item->setToolTip(0, tr("%1 after the start").arg(durationText(event.time - started)));
    item->setToolTip(2, text);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(0, Qt::UserRole, group(event.kind));
    m_list->addTopLevelItem(item);
    item->setHidden(!wanted(*item));
    if (end) m_list->scrollToBottom();
}

bool LogView::wanted(const QTreeWidgetItem& item) const
{
    const QString kind = m_kind->currentData().toString();
    return (kind.isEmpty() || item.data(0, Qt::UserRole) == kind) && item.text(2).contains(m_text->text(), Qt::CaseInsensitive);
}

void LogView::filter()
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) m_list->topLevelItem(i)->setHidden(!wanted(*m_list->topLevelItem(i)));
}

int LogView::shown() const
{
    int count = 0;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) count += !m_list->topLevelItem(i)->isHidden();
    return count;
}

} // namespace ds::ui
