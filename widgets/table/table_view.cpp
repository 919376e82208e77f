// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table/table_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include "widgets/table/cell_delegate.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

TableView::TableView(TableModel* model, QWidget* parent) : QTableView(parent), m_table(model)
{
    setModel(model);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as the rows came, until someone sorts
    setSortingEnabled(true);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(32);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(40); // rows that are looked at: all of ten thousand take too long
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &TableView::headerMenu);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_keptCurrent = m_table->idAt(currentIndex().row());
        m_resetting = true;
    });
    connect(model, &QAbstractItemModel::modelReset, this, &TableView::restore);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_resetting) return;
        m_selected = selectedIds();
        emit selectionChangedTo(m_selected);
    });
    // The arrow of the order stands clear of right-aligned titles.
    setStyleSheet(QStringLiteral("QHeaderView::section { padding-right: %1px; }"
                                 "QHeaderView::down-arrow, QHeaderView::up-arrow { subcontrol-position: center right; width: 8px; }")
                      .arg(CellDelegate::numberPadding));
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const QString id = m_table->idAt(index.row()); !id.isEmpty()) emit opened(id);
    });
}

void TableView::restore()
{
    // The reset has taken selection, hidden columns and spans along.
    setShownColumns(m_shown);
    clearSpans();
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (m_table->isGroup(row) && m_table->columnCount() > 1) setSpan(row, 0, 1, m_table->columnCount());
    const QStringList before = m_selected;
    select(before);
    if (const int row = m_table->rowOf(m_keptCurrent); row >= 0)
        selectionModel()->setCurrentIndex(m_table->index(row, qMax(0, horizontalHeader()->logicalIndex(0))), QItemSelectionModel::NoUpdate);
    m_resetting = false;
    m_selected = selectedIds();
    if (m_selected != before) emit selectionChangedTo(m_selected);
}

QStringList TableView::selectedIds() const
{
    QStringList ids;
    for (const QModelIndex& index : selectionModel()->selectedRows()) ids << m_table->idAt(index.row());
    ids.removeAll(QString());
    return ids;
}

void TableView::select(const QStringList& ids)
{
    QItemSelection selection;
    for (const QString& id : ids)
        if (const int row = m_table->rowOf(id); row >= 0)
            selection.select(m_table->index(row, 0), m_table->index(row, m_table->columnCount() - 1));
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

QStringList TableView::shownColumns() const
{
    QStringList ids;
    for (int place = 0; place < m_table->columnCount(); ++place) {
        const int section = horizontalHeader()->logicalIndex(place);
        if (section >= 0 && !isColumnHidden(section)) ids << m_table->columns()[static_cast<std::size_t>(section)].id;
    }
    return ids;
}

void TableView::setShownColumns(const QStringList& columns)
{
    m_shown = columns;
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const TableColumn& column = m_table->columns()[static_cast<std::size_t>(i)];
        const bool hidden = !m_shown.isEmpty() && !m_shown.contains(column.id);
        if (hidden != isColumnHidden(i)) setColumnHidden(i, hidden);
        if (column.kind == TableColumn::Kind::Star) {
            horizontalHeader()->setSectionResizeMode(i, QHeaderView::Fixed);
            horizontalHeader()->resizeSection(i, 44);
        } else {
            horizontalHeader()->setSectionResizeMode(i, QHeaderView::Interactive);
        }
    }
}

void TableView::sortBy(const QString& column, Qt::SortOrder order)
{
    if (const int at = m_table->columnOf(column); at >= 0) sortByColumn(at, order);
}

void TableView::setDots(const QString& column, QColor (*colorOf)(const QString& text))
{
    auto* delegate = static_cast<CellDelegate*>(itemDelegate());
    delegate->dotColumn = m_table->columnOf(column);
    delegate->dotColor = colorOf;
}

void TableView::headerMenu(const QPoint& at)
{
    QMenu menu;
    for (const TableColumn& column : m_table->columns()) {
        QAction* action = menu.addAction(column.title);
        action->setCheckable(true);
        action->setChecked(shownColumns().contains(column.id));
        connect(action, &QAction::toggled, this, [this, id = column.id](bool on) {
            QStringList shown = shownColumns();
            if (on) shown << id;
            else shown.removeAll(id);
            if (shown.isEmpty()) return; // a table without columns has no header to bring them back
            setShownColumns(shown);
            emit shownColumnsChanged();
        });
    }
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void TableView::toggleStar(const QModelIndex& index)
{
    for (std::size_t i = 0; i < m_table->columns().size(); ++i) {
        const TableColumn& column = m_table->columns()[i];
        if (column.kind != TableColumn::Kind::Star) continue;
        const bool on = !(m_table->index(index.row(), static_cast<int>(i)).data(TableModel::NumberRole).toDouble() > 0);
        const QString id = m_table->idAt(index.row());
        m_table->setNumber(id, column.id, on);
        emit starToggled(id, on);
        return;
    }
}

void TableView::paintEvent(QPaintEvent* event)
{
    // Cells end with the last column, a chosen row does not.
    const int end = horizontalHeader()->length() - horizontalHeader()->offset();
    if (end < viewport()->width()) {
        QPainter painter(viewport());
        for (const QModelIndex& index : selectionModel()->selectedRows())
            painter.fillRect(end, rowViewportPosition(index.row()), viewport()->width() - end, rowHeight(index.row()), chosenColor());
    }
    QTableView::paintEvent(event);
}

void TableView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && m_table->isGroup(index.row())) return m_table->toggleGroup(index.row());
    if (index.isValid() && event->button() == Qt::LeftButton &&
        index.data(TableModel::KindRole).toInt() == static_cast<int>(TableColumn::Kind::Star))
        return toggleStar(index);
    QTableView::mousePressEvent(event);
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (index.isValid() && plain) {
        const bool group = m_table->isGroup(index.row());
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (group) m_table->toggleGroup(index.row());
            else emit opened(m_table->idAt(index.row()));
            return;
        case Qt::Key_S:
            if (!group) toggleStar(index);
            return;
        case Qt::Key_Delete: emit deleteWanted(); return;
        default: break;
        }
    }
    QTableView::keyPressEvent(event);
}

} // namespace ds::ui
