// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table/table_model.h"

#include <algorithm>
#include <cmath>

namespace ds::ui {

namespace {

bool numeric(const TableColumn& column) { return column.kind == TableColumn::Kind::Number || column.kind == TableColumn::Kind::Star; }

} // namespace

void TableModel::setTable(QStringList ids, std::vector<TableColumn> columns)
{
    beginResetModel();
    m_ids = std::move(ids);
    m_columns = std::move(columns);
    for (TableColumn& column : m_columns) { // short columns hold nothing at their end
        if (numeric(column)) column.numbers.resize(static_cast<std::size_t>(m_ids.size()), std::nan(""));
        else column.texts.resize(m_ids.size());
    }
    m_rows.clear();
    m_words.assign(static_cast<std::size_t>(m_ids.size()), {});
    for (int row = 0; row < m_ids.size(); ++row) {
        m_rows.emplace(m_ids[row], row);
        gatherWords(row);
    }
    applyFilter();
    endResetModel();
}

void TableModel::gatherWords(int row)
{
    QString words = m_ids[row];
    for (const TableColumn& column : m_columns)
        if (!numeric(column)) words += '\n' + column.texts[row];
    m_words[static_cast<std::size_t>(row)] = words.toLower();
}

int TableModel::columnOf(const QString& id) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].id == id) return static_cast<int>(i);
    return -1;
}

int TableModel::columnFor(const QString& key) const
{
    const auto alias = m_aliases.find(key);
    const QString wanted = alias == m_aliases.end() ? key : alias->second;
    if (const int exact = columnOf(wanted); exact >= 0) return exact;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const QString& id = m_columns[i].id;
        if (id.section('.', -1) == wanted || m_columns[i].title.toLower().replace(' ', '_') == wanted) return static_cast<int>(i);
    }
    return -1;
}

void TableModel::setFilter(const QString& text)
{
    beginResetModel();
    m_filter = text;
    applyFilter();
    endResetModel();
}

void TableModel::applyFilter()
{
    m_terms = parseFilter(m_filter);
    m_termColumns.clear();
    m_unknown.clear();
    for (FilterTerm& term : m_terms) {
        m_termColumns.push_back(term.key.isEmpty() ? -1 : columnFor(term.key));
        if (term.key.isEmpty() || m_termColumns.back() >= 0) continue;
        // "10:30" is no column: taken as a word. A comparison is not.
        if (term.op == FilterTerm::Op::Has) term = {FilterTerm::Op::Word, {}, term.key + ':' + term.text, 0, false, term.negated};
        else m_unknown << term.key;
    }
    arrange();
}

bool TableModel::passes(int row) const
{
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        const FilterTerm& term = m_terms[i];
        if (term.op == FilterTerm::Op::Word) {
            if (!holds(term, m_words[static_cast<std::size_t>(row)])) return false;
            continue;
        }
        if (m_termColumns[i] < 0) continue; // unknown: said beside the field
        const TableColumn& column = m_columns[static_cast<std::size_t>(m_termColumns[i])];
        bool yes = numeric(column) ? holds(term, column.numbers[static_cast<std::size_t>(row)]) : holds(term, column.texts[row].toLower());
        if (!column.otherWords.isEmpty()) { // either word is enough; "-state:failed" wants neither
            const bool other = holds(term, column.otherWords[row].toLower());
            const bool excludes = term.negated != (term.op == FilterTerm::Op::NotEqual);
            yes = excludes ? yes && other : yes || other;
        }
        if (!yes) return false;
    }
    return true;
}

void TableModel::sortRows(std::vector<int>& rows) const
{
    const int at = columnOf(m_sortColumn);
    if (at < 0) return;
    const TableColumn& column = m_columns[static_cast<std::size_t>(at)];
    const bool down = m_order == Qt::DescendingOrder;
    if (numeric(column)) {
        std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
            const double x = column.numbers[static_cast<std::size_t>(a)], y = column.numbers[static_cast<std::size_t>(b)];
            // What has no number stands at the end, whichever way.
            if (std::isnan(x) || std::isnan(y)) return !std::isnan(x) && std::isnan(y);
            return down ? x > y : x < y;
        });
        return;
    }
    std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
        const QString &x = column.texts[a], &y = column.texts[b];
        if (x.isEmpty() != y.isEmpty()) return y.isEmpty();
        const int order = QString::compare(x, y, Qt::CaseInsensitive);
        return down ? order > 0 : order < 0;
    });
}

void TableModel::arrange()
{
    std::vector<int> rows;
    for (int row = 0; row < m_ids.size(); ++row)
        if (passes(row)) rows.push_back(row);
    m_passing = static_cast<int>(rows.size());
    sortRows(rows);
    m_groups.clear();
    const int at = columnOf(m_grouping);
    if (at < 0) {
        m_view = std::move(rows);
        return;
    }
    const TableColumn& column = m_columns[static_cast<std::size_t>(at)];
    std::map<QString, std::vector<int>> groups;
    for (const int row : rows) groups[text(row, column)].push_back(row);
    m_view.clear();
    for (const auto& [name, members] : groups) {
        m_view.push_back(-1 - static_cast<int>(m_groups.size()));
        m_groups.push_back({name.isEmpty() ? tr("none") : name, static_cast<int>(members.size()), m_folded[name]});
        if (!m_folded[name]) m_view.insert(m_view.end(), members.begin(), members.end());
    }
}

void TableModel::setGrouping(const QString& column)
{
    beginResetModel();
    m_grouping = column;
    m_folded.clear();
    arrange();
    endResetModel();
}

void TableModel::toggleGroup(int row)
{
    if (!isGroup(row)) return;
    const Group& group = m_groups[static_cast<std::size_t>(-1 - m_view[static_cast<std::size_t>(row)])];
    const QString name = group.name == tr("none") ? QString() : group.name;
    beginResetModel();
    m_folded[name] = !group.folded;
    arrange();
    endResetModel();
}

QString TableModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount() || isGroup(row)) return {};
    return m_ids[m_view[static_cast<std::size_t>(row)]];
}

int TableModel::rowOf(const QString& id) const
{
    const auto at = m_rows.find(id);
    if (at == m_rows.end()) return -1;
    const auto place = std::find(m_view.begin(), m_view.end(), at->second);
    return place == m_view.end() ? -1 : static_cast<int>(place - m_view.begin());
}

void TableModel::setNumber(const QString& id, const QString& column, double value)
{
    const auto row = m_rows.find(id);
    const int at = columnOf(column);
    if (row == m_rows.end() || at < 0) return;
    m_columns[static_cast<std::size_t>(at)].numbers[static_cast<std::size_t>(row->second)] = value;
    if (const int shown = rowOf(id); shown >= 0) emit dataChanged(createIndex(shown, at), createIndex(shown, at));
}

void TableModel::setText(const QString& id, const QString& column, const QString& value)
{
    const auto row = m_rows.find(id);
    const int at = columnOf(column);
    if (row == m_rows.end() || at < 0) return;
    m_columns[static_cast<std::size_t>(at)].texts[row->second] = value;
    gatherWords(row->second);
    if (const int shown = rowOf(id); shown >= 0) emit dataChanged(createIndex(shown, at), createIndex(shown, at));
}

int TableModel::firstText() const
{
    const auto at =
        std::find_if(m_columns.begin(), m_columns.end(), [](const TableColumn& column) { return column.kind == TableColumn::Kind::Text; });
    return static_cast<int>(at - m_columns.begin());
}

void TableModel::setSwatches(std::map<QString, QColor> colors)
{
    if (colors == m_swatches) return;
    m_swatches = std::move(colors);
    if (rowCount() > 0 && firstText() < columnCount())
        emit dataChanged(createIndex(0, firstText()), createIndex(rowCount() - 1, firstText()), {Qt::DecorationRole});
}

int TableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_view.size()); }
int TableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_columns.size()); }

QString TableModel::text(int row, const TableColumn& column) const
{
    if (column.kind == TableColumn::Kind::Star) return column.numbers[static_cast<std::size_t>(row)] > 0 ? tr("starred") : QString();
    if (column.kind != TableColumn::Kind::Number) return column.texts[row];
    const double value = column.numbers[static_cast<std::size_t>(row)];
    if (std::isnan(value)) return {};
    return column.format ? column.format(value) : QString::number(value, 'g', 6);
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const int row = m_view[static_cast<std::size_t>(index.row())];
    if (row < 0) {
        const Group& group = m_groups[static_cast<std::size_t>(-1 - row)];
        if (role == GroupRole) return true;
        if (role == Qt::DisplayRole && index.column() == 0)
            return QStringLiteral("%1 %2 · %3").arg(group.folded ? QStringLiteral("▸") : QStringLiteral("▾"), group.name).arg(group.count);
        return {};
    }
    const TableColumn& column = m_columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return column.kind == TableColumn::Kind::Star && role == Qt::DisplayRole ? QString() : text(row, column);
    case Qt::ToolTipRole: return text(row, column);
    case Qt::DecorationRole: {
        const auto swatch = index.column() == firstText() ? m_swatches.find(m_ids[row]) : m_swatches.end();
        return swatch == m_swatches.end() ? QVariant() : swatch->second;
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.kind == TableColumn::Kind::Number ? Qt::AlignRight | Qt::AlignVCenter
                                                                            : Qt::AlignLeft | Qt::AlignVCenter);
    case IdRole: return m_ids[row];
    case KindRole: return static_cast<int>(column.kind);
    case NumberRole: return numeric(column) ? QVariant(column.numbers[static_cast<std::size_t>(row)]) : QVariant();
    default: return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const TableColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return column.kind == TableColumn::Kind::Star ? QStringLiteral("★") : column.title;
    if (role == Qt::ToolTipRole) return column.help.isEmpty() ? column.title : column.help;
    if (role == Qt::TextAlignmentRole && column.kind == TableColumn::Kind::Number)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags TableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    return isGroup(index.row()) ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = column >= 0 && column < columnCount() ? m_columns[static_cast<std::size_t>(column)].id : QString();
    m_order = order;
    arrange();
    endResetModel();
}

} // namespace ds::ui
