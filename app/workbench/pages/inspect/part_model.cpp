// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/part_model.h"

#include <cmath>

#include "app/workbench/inspection/inspection.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

void PartModel::setMap(const float* values, int64_t height, int64_t width)
{
    beginResetModel();
    m_values = values;
    m_height = values ? static_cast<int>(height) : 0;
    m_width = values ? static_cast<int>(width) : 0;
    endResetModel();
}

int PartModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_height; }
int PartModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_width; }

QVariant PartModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const float value = m_values[static_cast<std::ptrdiff_t>(index.row()) * m_width + index.column()];
    switch (role) {
    case Qt::DisplayRole: return shortText(value);
    case Qt::ToolTipRole: return QString::number(static_cast<double>(value), 'g', 9);
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole: return std::isfinite(value) ? QVariant() : QVariant(color(Role::Bad));
    default: return {};
    }
}

QVariant PartModel::headerData(int section, Qt::Orientation, int role) const
{
    return role == Qt::DisplayRole ? QVariant(QString::number(section)) : QVariant();
}

} // namespace ds::ui
