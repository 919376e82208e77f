// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/origin.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/tensor/finite.h"
#include "core/train/time_machine.h"
#include "inspector/engine/together.h"

namespace ds::inspector {

namespace {

/// Behind a step: the loss before all, then what is kept, the earliest.
int spoiltResult(const StepOps& ops)
{
    const auto bad = [&](int value) { return value >= 0 && !ops.values[static_cast<std::size_t>(value)].finite(); };
    if (bad(ops.loss)) return ops.loss;
    for (std::size_t value = 0; value < ops.values.size(); ++value)
        if (ops.values[value].kept && bad(static_cast<int>(value))) return static_cast<int>(value);
    return -1;
}

bool whole(Learner& learner)
{
    const StateStore& states = learner.states();
    return std::all_of(states.entries().begin(), states.entries().end(),
                       [&](const StateStore::Entry& entry) { return !isFloat(entry.type.dtype) || allFinite(states.read(entry)); });
}

/// Until it is found.
std::shared_ptr<OpWatcher> finder(std::optional<Origin>& found)
{
    return std::make_shared<OpWatcher>([&found](int64_t update, const StepOps& ops) {
        found = originOf(ops, update);
        return !found;
    });
}

} // namespace

std::optional<Origin> originOf(const StepOps& ops, int64_t update)
{
    int at = spoiltResult(ops);
    if (at < 0) return std::nullopt;
    Origin origin;
    origin.update = update;
    for (;;) {
        const StepValue& value = ops.values[static_cast<std::size_t>(at)];
        if (value.op < 0) {
            origin.layer = value.name;
            break;
        }
        const StepOp& op = ops.ops[static_cast<std::size_t>(value.op)];
        if (origin.way.empty() || origin.way.back() != op.layer) origin.way.push_back(op.layer);
        origin.phase = op.phase;
        // Of what was bad already, the earliest: others may come from it.
        int before = -1;
        for (int read : op.reads)
            if (const StepValue& r = ops.values[static_cast<std::size_t>(read)];
                !r.finite() && (before < 0 || r.op < ops.values[static_cast<std::size_t>(before)].op))
                before = read;
        if (before < 0) {
            origin.layer = op.layer;
            origin.op = op.op;
            origin.place = value.op;
            break;
        }
        at = before;
    }
    std::reverse(origin.way.begin(), origin.way.end());
    return origin;
}

std::optional<Origin> findOrigin(RunParts& parts, TimeMachine& past, int64_t failed, double stepSeconds, double mostSeconds,
                                 const std::shared_ptr<StepObserver>& first)
{
    constexpr double dearer = 3; // than a step that is not watched
    std::vector<int64_t> kept = past.kept();
    std::reverse(kept.begin(), kept.end());
    for (int64_t update : kept) {
        if (update >= failed) continue;
        if (static_cast<double>(failed - update) * stepSeconds * dearer > mostSeconds) break;
        if (!past.goTo(update)) break;
        if (!whole(*parts.learner)) continue;
        std::optional<Origin> found;
        std::shared_ptr<StepObserver> observer = finder(found);
        if (first) observer = std::make_shared<Together>(std::vector{first, observer});
        (void)past.goTo(failed, {}, observer, update); // fails as it did before
        return found;
    }
    return std::nullopt;
}

Result<Origin> findOrigin(const std::string& runFolder, int64_t failed, const std::string& device,
                          const std::function<void(int64_t update)>& progress)
{
    for (int64_t before = failed;;) {
        Rewound rewound = DS_TRY(rewind(runFolder, before, device));
        Learner& learner = *rewound.parts.learner;
        if (!rewound.from.empty() && !whole(learner)) {
            before = rewound.progress.updates; // an older one
            continue;
        }
        std::optional<Origin> found;
        learner.observe(finder(found));
        const Status status = advance(rewound, failed, [&](const StepResult&, const Progress& now) {
            if (progress && now.accumulated == 0) progress(now.updates);
        });
        learner.observe(nullptr);
        if (found) return *found;
        if (!status) return status.error();
        return Error{phrase("Inspector", "everything is finite up to step %1").with({std::to_string(failed)}), runFolder, ""};
    }
}

Json originToJson(const Origin& origin)
{
    return {{"update", origin.update},          {"layer", origin.layer}, {"op", origin.op},
            {"phase", phaseName(origin.phase)}, {"place", origin.place}, {"way", origin.way}};
}

Origin originFromJson(const Json& json)
{
    return {json.at("update").get<int64_t>(), json.at("layer").get<std::string>(),
            json.at("op").get<std::string>(), phaseFrom(json.at("phase").get<std::string>()),
            json.at("place").get<int>(),      json.at("way").get<std::vector<std::string>>()};
}

} // namespace ds::inspector
