// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <QStringList>

#include <map>
#include <vector>

#include "widgets/table/filter_query.h"

namespace ds::ui {

/// A column as plain values: numbers or texts, one for each row.
struct TableColumn {
    enum class Kind { Text, Number, Star, Tags } kind = Kind::Text;
    QString id; ///< what a filter calls it: "optimizer.learning_rate" answers to "learning_rate", too
    QString title, help = {};
    std::vector<double> numbers = {};    ///< Number, Star (0 or 1); NaN: nothing
    QStringList texts = {};              ///< Text, Tags (with commas between)
    QString (*format)(double) = nullptr; ///< of Number
    /// Text: what filters know a text by, too, such as its English word; a list as long as `texts`, or none.
    QStringList otherWords = {};
};

/// Rows of plain values, filtered, sorted and grouped over a list of row numbers: ten thousand rows take a few milliseconds, which a
/// proxy over QVariants does not reach. Rows are told apart by their ids.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, KindRole, GroupRole, NumberRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Replaces everything; filter, order and grouping stay.
    void setTable(QStringList ids, std::vector<TableColumn> columns);
    /// Other names of columns in filters: "lr" for "learning_rate".
    void setAliases(std::map<QString, QString> aliases) { m_aliases = std::move(aliases); }
    /// Keys that no column answers to are named by unknownKeys().
    void setFilter(const QString& text);
    const QStringList& unknownKeys() const { return m_unknown; }
    /// By the id of a column; empty: not grouped.
    void setGrouping(const QString& column);
    void toggleGroup(int row);

    int total() const { return static_cast<int>(m_ids.size()); }
    /// Rows that the filter lets through, folded groups included.
    int passing() const { return m_passing; }
    const std::vector<TableColumn>& columns() const { return m_columns; }
    int columnOf(const QString& id) const;
    bool isGroup(int row) const { return m_view[static_cast<std::size_t>(row)] < 0; }
    /// Empty for a group.
    QString idAt(int row) const;
    int rowOf(const QString& id) const; ///< -1: filtered away or folded
    void setNumber(const QString& id, const QString& column, double value);
    void setText(const QString& id, const QString& column, const QString& value);
    /// A swatch before the first text of these rows: the colour of their curve.
    void setSwatches(std::map<QString, QColor> colors);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Group {
        QString name;
        int count = 0;
        bool folded = false;
    };
    void applyFilter();
    void arrange();
    bool passes(int row) const;
    QString text(int row, const TableColumn& column) const;
    void sortRows(std::vector<int>& rows) const;
    int firstText() const;
    int columnFor(const QString& key) const;
    void gatherWords(int row);

    QStringList m_ids;
    std::map<QString, int> m_rows;
    std::vector<TableColumn> m_columns;
    std::vector<QString> m_words; // all texts of a row, in lower case
    std::map<QString, QString> m_aliases;
    std::map<QString, QColor> m_swatches;
    std::vector<FilterTerm> m_terms;
    std::vector<int> m_termColumns; // -1: any text
    QString m_filter;
    QStringList m_unknown;
    QString m_grouping;
    std::vector<Group> m_groups;
    std::map<QString, bool> m_folded;
    QString m_sortColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    std::vector<int> m_view; // rows; below zero: -1 - group
    int m_passing = 0;
};

} // namespace ds::ui
