// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QCache>

#include <functional>

#include "app/workbench/pages/data/sample.h"

namespace ds::ui {

/// Samples as rows; asks for those that are looked at.
class SampleTable : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(QStringList columns, std::vector<int64_t> samples);
    void setSample(const Sample& sample);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Called once for each sample that is looked at and not there yet.
    void setRequest(std::function<void(int64_t sample)> request) { m_request = std::move(request); }

private:
    std::function<void(int64_t)> m_request;
    QStringList m_columns;
    std::vector<int64_t> m_samples;
    mutable QCache<qint64, Sample> m_cache{4000};
    mutable QSet<qint64> m_asked;
};

} // namespace ds::ui
