// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/reader.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include "app/workbench/words/words.h"

namespace ds::ui {

namespace {

constexpr int64_t mostSummarised = 60000; // beyond that evenly spread samples tell as much

/// Runs `work` on a thread of the pool, then `then` with its result on the GUI thread, unless the owner is gone or `stop` was set.
template <class Work, class Then>
void inBackground(QObject* owner, const std::shared_ptr<std::atomic<bool>>& stop, Work work, Then then)
{
    QThreadPool::globalInstance()->start([owner = QPointer<QObject>(owner), stop, work, then] {
        if (*stop) return;
        auto result = work();
        QMetaObject::invokeMethod(QCoreApplication::instance(), [owner, stop, then, result = std::move(result)] {
            if (owner && !*stop) then(result);
        });
    });
}

} // namespace

DataReader::DataReader(QObject* parent) : QObject(parent), m_stop(std::make_shared<std::atomic<bool>>(false)) {}
DataReader::~DataReader() { *m_stop = true; }

void DataReader::setDataset(std::shared_ptr<const Dataset> dataset)
{
    if (dataset == m_dataset) return;
    *m_stop = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_dataset = std::move(dataset);
    m_summary.reset();
    if (!m_dataset) return;
    struct Outcome {
        std::shared_ptr<const DataSummary> summary;
        QString problem;
    };
    inBackground(
        this, m_stop,
        [dataset = m_dataset, stop = m_stop]() -> Outcome {
            try {
                return {std::make_shared<DataSummary>(summarise(*dataset, mostSummarised, *stop)), {}};
            } catch (const RunError& problem) {
                return {nullptr, words::said(problem.error())};
            }
        },
        [this](const Outcome& outcome) {
            m_summary = outcome.summary;
            if (m_summary) emit summarised();
            else emit failed(outcome.problem);
        });
}

void DataReader::range(double& low, double& high) const
{
    low = 0;
    high = 1;
    if (!m_summary) return;
    for (const FieldSummary& field : m_summary->fields) {
        if (kindOf(field.field) != FieldKind::Image) continue;
        low = field.values.front().min;
        high = field.values.front().max;
        for (const ValueSummary& channel : field.values) {
            low = std::min(low, channel.min);
            high = std::max(high, channel.max);
        }
        return;
    }
}

void DataReader::request(int64_t sample)
{
    double low = 0, high = 1;
    range(low, high);
    inBackground(
        this, m_stop, [dataset = m_dataset, sample, low, high] { return sampleOf(*dataset, sample, low, high); },
        [this](const Sample& result) { emit read(result); });
}

} // namespace ds::ui
