// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/runs/run_details.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/pages/runs/run_list.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int mostCompared = 8;

QStringList splitTags(const QString& text)
{
    QStringList tags;
    for (const QString& tag : text.split(',', Qt::SkipEmptyParts))
        if (const QString word = tag.simplified(); !word.isEmpty() && !tags.contains(word)) tags << word;
    return tags;
}

} // namespace

RunDetails::RunDetails(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_tags(new QLineEdit), m_note(new QPlainTextEdit),
      m_onlyDifferences(new QCheckBox(tr("Only differences"))), m_list(new QTreeWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    m_title->setProperty("section", true);
    m_title->setWordWrap(true);
    m_tags->setPlaceholderText(tr("Tags, with commas between"));
    m_tags->setAccessibleName(tr("Tags"));
    m_note->setPlaceholderText(tr("Note"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setFixedHeight(52);
    m_note->setTabChangesFocus(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Parameters compared"));
    layout->addWidget(m_title);
    layout->addWidget(m_tags);
    layout->addWidget(m_note);
    layout->addWidget(m_onlyDifferences);
    layout->addWidget(m_list, 1);
    auto* wait = new QTimer(this); // a note is written while one types: said when one rests
    wait->setSingleShot(true);
    wait->setInterval(600);
    connect(wait, &QTimer::timeout, this, &RunDetails::tell);
    connect(m_note, &QPlainTextEdit::textChanged, wait, qOverload<>(&QTimer::start));
    connect(m_tags, &QLineEdit::editingFinished, this, &RunDetails::tell);
    connect(m_list->header(), &QHeaderView::sectionResized, this, &RunDetails::elideTitle);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool on) {
        for (int i = 0; i < m_list->topLevelItemCount(); ++i)
            m_list->topLevelItem(i)->setHidden(on && !m_list->topLevelItem(i)->data(0, Qt::UserRole).toBool());
    });
}

void RunDetails::tell()
{
    if (m_run.isEmpty() || (m_tags->text() == m_toldTags && m_note->toPlainText() == m_toldNote)) return;
    m_toldTags = m_tags->text();
    m_toldNote = m_note->toPlainText();
    emit noted(m_run, splitTags(m_toldTags), m_toldNote);
}

void RunDetails::showRuns(const TableModel& table, const QStringList& ids)
{
    if (ids.size() == 1 && ids.front() == m_run) return compare(table, ids); // do not disturb who is typing
    tell();                                                                  // of the run that was shown so far
    const auto value = [&](const QString& column) {
        const int at = table.columnOf(column), row = table.rowOf(ids.value(0));
        return at < 0 || row < 0 ? QString() : table.index(row, at).data(Qt::ToolTipRole).toString();
    };
    m_run.clear(); // while the fields change
    m_toldTags = ids.size() == 1 ? value(QStringLiteral("tags")) : QString();
    m_toldNote = ids.size() == 1 ? value(QStringLiteral("note")) : QString();
    m_tags->setText(m_toldTags);
    m_note->setPlainText(m_toldNote);
    m_tags->setVisible(ids.size() == 1);
    m_note->setVisible(ids.size() == 1);
    m_onlyDifferences->setVisible(ids.size() > 1);
    if (ids.size() == 1) m_run = ids.front();
    m_title->setText(ids.isEmpty()                ? tr("Choose a run, or several to compare.")
                     : ids.size() == 1            ? value(QStringLiteral("name"))
                     : ids.size() <= mostCompared ? tr("%n runs compared", nullptr, static_cast<int>(ids.size()))
                                                  : tr("The first %1 of %2 runs compared").arg(mostCompared).arg(ids.size()));
    compare(table, ids);
}

void RunDetails::compare(const TableModel& table, const QStringList& all)
{
    const QStringList ids = all.mid(0, mostCompared);
    m_list->clear();
    QStringList header{tr("Parameter")};
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const int row = table.rowOf(ids[i]), at = table.columnOf(QStringLiteral("name"));
        header << (ids.size() == 1 ? tr("Value") : QStringLiteral("%1 · %2").arg(i + 1).arg(table.index(row, at).data().toString()));
    }
    m_list->setColumnCount(static_cast<int>(header.size()));
    for (int i = 0; i < header.size(); ++i) {
        m_list->headerItem()->setToolTip(i, header[i]);
        elideTitle(i);
    }
    if (ids.isEmpty()) return;
    std::vector<QTreeWidgetItem*> different, same;
    for (int column = 0; column < table.columnCount(); ++column) {
        const TableColumn& description = table.columns()[static_cast<std::size_t>(column)];
        if (!isParameter(description.id)) continue;
        QStringList cells{description.title};
        for (const QString& id : ids) {
            const QString text = table.index(table.rowOf(id), column).data().toString();
            cells << (text.isEmpty() ? QStringLiteral("–") : text);
        }
        const bool differs = std::any_of(cells.begin() + 1, cells.end(), [&](const QString& cell) { return cell != cells[1]; });
        auto* item = new QTreeWidgetItem(cells);
        item->setToolTip(0, description.id);
        item->setData(0, Qt::UserRole, differs);
        if (differs) {
            item->setText(0, QStringLiteral("≠ ") + cells[0]);
            QFont bold = m_list->font();
            bold.setWeight(QFont::DemiBold);
            for (int i = 0; i < cells.size(); ++i) {
                item->setFont(i, bold);
                item->setForeground(i, color(Role::Warning));
            }
        }
        (differs ? different : same).push_back(item);
    }
    for (QTreeWidgetItem* item : different) m_list->addTopLevelItem(item);
    for (QTreeWidgetItem* item : same) {
        m_list->addTopLevelItem(item);
        item->setHidden(m_onlyDifferences->isChecked() && ids.size() > 1);
    }
    m_list->resizeColumnToContents(0);
}

void RunDetails::elideTitle(int column)
{
    constexpr int padding = 16; // of a section in the style sheet; headers with one cut their titles without a sign
    QTreeWidgetItem* titles = m_list->headerItem();
    const int room = m_list->header()->sectionSize(column) - padding;
    titles->setText(column, m_list->header()->fontMetrics().elidedText(titles->toolTip(column), Qt::ElideRight, room));
}

QStringList RunDetails::rows() const
{
    QStringList lines;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->isHidden()) continue;
        QStringList cells;
        for (int column = 0; column < m_list->columnCount(); ++column) cells << m_list->topLevelItem(i)->text(column);
        lines << cells.join(QStringLiteral(" | "));
    }
    return lines;
}

QString RunDetails::tags() const { return m_tags->text(); }

} // namespace ds::ui
