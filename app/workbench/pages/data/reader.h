// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <memory>

#include "app/workbench/pages/data/sample.h"
#include "app/workbench/pages/data/summary.h"

namespace ds::ui {

/// Reads one data set on threads of the pool; a new data set makes what is under way void. GUI thread only.
class DataReader : public QObject {
    Q_OBJECT

public:
    explicit DataReader(QObject* parent = nullptr);
    ~DataReader() override;

    /// Null: nothing is read.
    void setDataset(std::shared_ptr<const Dataset> dataset);
    const std::shared_ptr<const Dataset>& dataset() const { return m_dataset; }
    /// Null until it is there.
    const DataSummary* summary() const { return m_summary.get(); }
    void request(int64_t sample);
    /// Of the pixels of the first field of pictures.
    void range(double& low, double& high) const;

signals:
    void summarised();
    void read(const ds::ui::Sample& sample);
    void failed(const QString& problem);

private:
    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const DataSummary> m_summary;
    std::shared_ptr<std::atomic<bool>> m_stop;
};

} // namespace ds::ui
