// SPDX-License-Identifier: GPL-3.0-or-later
// A store with runs in it, written as a session would.
#pragma once

#include <QDir>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/store/run_store.h"

namespace ds::ui {

inline RunStore storeIn(const QString& folder)
{
    QDir().mkpath(folder);
    return std::move(RunStore::open((folder + "/runs.sqlite").toStdString())).value();
}

/// Steps first to last of loss, learning rate and a validation every tenth.
inline void addSteps(RunStore& store, const std::string& id, int64_t first, int64_t last, double rate)
{
    RunWriter writer = store.writer(id);
    for (int64_t step = first; step <= last; ++step) {
        const double epoch = static_cast<double>(step) / 10, time = 1000.0 + static_cast<double>(step);
        writer.add(ScalarRecord{"train/loss", step, epoch, time, 2 / std::sqrt(static_cast<double>(step))});
        writer.add(ScalarRecord{"train/learning_rate", step, epoch, time, rate});
        if (step % 10 == 0) writer.add(ScalarRecord{"validation/accuracy", step, epoch, time, 1 - 1 / static_cast<double>(step)});
    }
    (void)writer.flush().ok();
}

inline void addRun(RunStore& store, const std::string& id, double started, double rate, RunState state = RunState::Finished)
{
    const char* document = R"({"data": {"train": {"type": "csv", "classes": ["cat", "dog"]}}})";
    (void)store.add({.id = id, .name = "net " + id, .project = "net", .document = document, .device = "cpu", .started = started}).ok();
    RunWriter writer = store.writer(id);
    writer.add(ParamRecord{"optimizer.learning_rate", std::to_string(rate)});
    writer.add(ParamRecord{"training.batch_size", "32"});
    writer.add(ParamRecord{"training.monitor", "\"loss\""});
    writer.add(SummaryRecord{"accuracy", 1 - rate});
    (void)writer.flush().ok();
    addSteps(store, id, 1, 30, rate);
    if (state != RunState::Running) (void)store.setState(id, state, started + 60).ok();
}

} // namespace ds::ui
