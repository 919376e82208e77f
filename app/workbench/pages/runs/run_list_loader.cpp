// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/runs/run_list_loader.h"

#include <QPointer>

#include <utility>

#include "app/workbench/words/words.h"

namespace ds::ui {

RunListLoader::RunListLoader(RunReader& reader, QObject* parent) : QObject(parent), m_reader(reader)
{
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &RunListLoader::look);
}

void RunListLoader::setActive(bool active)
{
    if (!active) return m_timer.stop();
    m_timer.start();
    look();
}

void RunListLoader::setBin(bool bin)
{
    m_bin = bin;
    reload();
}

void RunListLoader::reload()
{
    m_reader.ask([seen = m_seen](RunStore*) -> std::function<void()> {
        seen->valid = false;
        return {};
    });
    m_waiting = false;
    look();
}

void RunListLoader::look()
{
    if (m_waiting) return; // the last look is still under way
    m_waiting = true;
    m_reader.ask([self = QPointer(this), seen = m_seen, bin = m_bin](RunStore* store) -> std::function<void()> {
        const auto tell = [self](auto report) -> std::function<void()> {
            return [self, report] {
                if (!self) return;
                self->m_waiting = false;
                report(*self);
            };
        };
        if (!store) return tell([](RunListLoader& loader) { emit loader.loaded({}); });
        // Reading ten thousand runs takes some 30 ms: not while nobody has written anything.
        const Result<int64_t> version = store->dataVersion();
        if (!version) return tell([text = words::said(version.error())](RunListLoader& loader) { emit loader.failed(text); });
        if (seen->valid && seen->version == *version) return tell([](RunListLoader&) {});
        const bool wasValid = std::exchange(seen->valid, false); // until all of this is read
        const Result<std::vector<RunInfo>> runs = store->runs();
        if (!runs) return tell([text = words::said(runs.error())](RunListLoader& loader) { emit loader.failed(text); });
        std::vector<std::pair<std::string, RunState>> present;
        for (const RunInfo& run : *runs) present.emplace_back(run.id, run.state);
        if (!wasValid || seen->runs != present) {
            const Result<std::vector<RunOverview>> all = store->overview();
            if (!all) return tell([text = words::said(all.error())](RunListLoader& loader) { emit loader.failed(text); });
            seen->runs = std::move(present);
            seen->valid = true;
            seen->version = *version;
            return tell(
                [list = std::make_shared<const RunList>(makeRunList(*all, bin))](RunListLoader& loader) { emit loader.loaded(*list); });
        }
        std::vector<std::pair<QString, ScalarRecord>> moved;
        for (const RunInfo& run : *runs) {
            if (run.state != RunState::Running) continue;
            const Result<std::vector<ScalarRecord>> latest = store->latestScalars(run.id);
            for (const ScalarRecord& scalar : latest ? *latest : std::vector<ScalarRecord>())
                if (scalar.name == "train/loss") moved.emplace_back(QString::fromStdString(run.id), scalar);
        }
        seen->valid = true;
        seen->version = *version;
        return tell([moved](RunListLoader& loader) {
            for (const auto& [run, scalar] : moved) emit loader.moved(run, static_cast<double>(scalar.step), scalar.epoch);
        });
    });
}

} // namespace ds::ui
