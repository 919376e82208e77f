// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "app/workbench/pages/inspect/tensor_file.h"

namespace ds::ui {

/// The numbers of one map, rows and columns counted from 0.
class PartModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// `values` must stay until the next call; null: nothing.
    void setMap(const float* values, int64_t height, int64_t width);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const float* m_values = nullptr;
    int m_height = 0, m_width = 0;
};

} // namespace ds::ui
