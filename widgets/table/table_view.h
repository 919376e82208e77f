// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include "widgets/table/table_model.h"

namespace ds::ui {

/// A table over a TableModel: whole rows are chosen and stay chosen through filtering and sorting; a menu on the header shows and hides
/// columns; stars toggle by click or S, groups fold by click or Return.
class TableView : public QTableView {
    Q_OBJECT

public:
    explicit TableView(TableModel* model, QWidget* parent = nullptr);

    QStringList selectedIds() const;
    void select(const QStringList& ids);
    /// Ids of columns, in the order in which they stand.
    QStringList shownColumns() const;
    void setShownColumns(const QStringList& columns);
    void sortBy(const QString& column, Qt::SortOrder order);
    /// For the cell of a state: the colour of its dot.
    void setDots(const QString& column, QColor (*colorOf)(const QString& text));

signals:
    void selectionChangedTo(const QStringList& ids);
    void starToggled(const QString& id, bool on);
    void opened(const QString& id); ///< Return or double click
    void shownColumnsChanged();
    void deleteWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void headerMenu(const QPoint& at);
    void restore();
    void toggleStar(const QModelIndex& index);

    TableModel* m_table;
    QStringList m_selected; // kept through a reset, which takes the selection along
    QString m_keptCurrent;
    QStringList m_shown; // empty: all
    bool m_resetting = false;
};

} // namespace ds::ui
