// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/sample_table.h"

#include <algorithm>

#include "widgets/theme/theme.h"

namespace ds::ui {

void SampleTable::setRows(QStringList columns, std::vector<int64_t> samples)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_samples = std::move(samples);
    m_cache.clear();
    m_asked.clear();
    endResetModel();
}

void SampleTable::setSample(const Sample& sample)
{
    m_asked.remove(sample.index);
    m_cache.insert(sample.index, new Sample(sample));
    const auto at = std::lower_bound(m_samples.begin(), m_samples.end(), sample.index);
    if (at == m_samples.end() || *at != sample.index) return;
    const int row = static_cast<int>(at - m_samples.begin());
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int SampleTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_samples.size()); }
int SampleTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_columns.size()); }

QVariant SampleTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    const int64_t number = m_samples[static_cast<std::size_t>(index.row())];
    if (const Sample* sample = m_cache.object(number))
        return sample->problem.isEmpty() ? sample->values.value(index.column()) : sample->problem;
    if (!m_asked.contains(number)) {
        m_asked.insert(number);
        if (m_request) m_request(number);
    }
    return {};
}

QVariant SampleTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Horizontal) return m_columns.value(section);
    return static_cast<qint64>(m_samples[static_cast<std::size_t>(section)]);
}

} // namespace ds::ui
