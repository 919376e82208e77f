// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/made_again.h"

#include <cmath>
#include <filesystem>
#include <map>

#include <nlohmann/json.hpp>

#include "core/store/run_store.h"
#include "core/train/run_folder.h"
#include "core/train/time_machine.h"
#include "inspector/engine/packed_statistics.h"
#include "inspector/engine/records.h"
#include "inspector/engine/together.h"

namespace ds::inspector {

namespace {

Result<std::map<int64_t, double>> recordedLosses(const std::string& runsFolder, const std::string& run)
{
    RunStore store = DS_TRY(RunStore::open((std::filesystem::path(runsFolder) / "runs.sqlite").string(), true));
    std::map<int64_t, double> losses;
    const std::vector<ScalarRecord> records = DS_TRY(store.scalars(run, "train/loss"));
    for (const ScalarRecord& loss : records) losses[loss.step] = loss.value;
    return losses;
}

} // namespace

Trace MadeAgain::trace() const
{
    Trace trace;
    for (const Trace::Step& made : steps) trace.add(made);
    trace.add(sights);
    if (failure) trace.setFailure(*failure);
    return trace;
}

Result<std::unique_ptr<StepAgain>> StepAgain::make(const std::string& runsFolder, const std::string& run, int64_t step,
                                                   const std::string& device, const std::function<void(int64_t update)>& progress)
{
    constexpr double everything = 1e9; // times the time of a step
    const std::map<int64_t, double> losses = DS_TRY(recordedLosses(runsFolder, run));
    Rewound before = DS_TRY(rewind(runFolder(runsFolder, run), step, device));
    std::unique_ptr<StepAgain> stepAgain(new StepAgain(std::move(before)));
    Rewound& rewound = stepAgain->m_rewound;
    MadeAgain& again = stepAgain->m_seen;
    Learner& learner = *rewound.parts.learner;
    again.step = step;
    again.from = rewound.from;
    again.document = learner.document();
    const TimeMachine::Made made = [&](const StepResult& result, const Progress& now) {
        if (now.accumulated > 0) return;
        again.steps.push_back({now.updates, result.loss, result.gradNorm, rewound.parts.learningRate(now), 0, 0});
        if (progress) progress(now.updates);
        const auto recorded = losses.find(now.updates);
        if (recorded == losses.end()) return;
        ++again.compared;
        again.same += recorded->second == result.loss;
    };
    DS_TRY(advance(rewound, step - 1, made));
    stepAgain->m_before.pass(rewound.progress);
    learner.observe(std::make_shared<Together>(std::vector<std::shared_ptr<StepObserver>>{
        std::make_shared<Watcher>(
            everything, [&](std::vector<Sight> sights) { again.sights.insert(again.sights.end(), sights.begin(), sights.end()); }),
        std::make_shared<OpWatcher>([&](int64_t, StepOps ops) {
            again.ops = std::move(ops); // of the last batch, if several make one update
            return true;
        })}));
    const Status last = advance(rewound, step, made);
    learner.observe(nullptr);
    if (last) return stepAgain;
    if (learner.lastNotFinite().layer.empty()) return last.error();
    again.failure = {step, learner.lastNotFinite(), originOf(again.ops, step)};
    // A parameter that was bad before the step is not where it began.
    if (again.failure->where.parameter) {
        const Result<Origin> earlier = findOrigin(runFolder(runsFolder, run), step, device, progress);
        again.failure->origin = earlier ? std::optional(*earlier) : std::nullopt;
    }
    return stepAgain;
}

Result<Tensor> StepAgain::value(int value)
{
    const std::string where = "step " + std::to_string(m_seen.step);
    if (value < 0 || value >= static_cast<int>(m_seen.ops.values.size()))
        return Error{phrase("Inspector", "the step has no value %1").with({std::to_string(value)}), where, ""};
    const auto watcher = std::make_shared<ValueWatcher>(value);
    // A step that fails has shown by then what it computed.
    const Result<Progress> there = m_before.goTo(m_seen.step, {}, watcher, m_seen.step - 1);
    if (watcher->taken().defined()) return watcher->taken();
    if (!there) return there.error();
    return Error{phrase("Inspector", "the step did not come so far"), where, ""};
}

Result<MadeAgain> makeAgain(const std::string& runsFolder, const std::string& run, int64_t step, const std::string& device,
                            const std::function<void(int64_t update)>& progress)
{
    const std::unique_ptr<StepAgain> again = DS_TRY(StepAgain::make(runsFolder, run, step, device, progress));
    return again->seen();
}

Json madeAgainToJson(const MadeAgain& again)
{
    Json sights = Json::array();
    for (const Sight& sight : again.sights)
        sights.push_back(Json::array({sight.name, quantityName(sight.quantity), sight.function, sight.source, pack(sight.statistics)}));
    return {{"step", again.step},
            {"from", again.from},
            {"made", again.steps.size()},
            {"compared", again.compared},
            {"same", again.same},
            {"sights", std::move(sights)},
            {"ops", stepOpsToJson(again.ops)},
            {"failure", again.failure ? failureToJson(*again.failure) : Json()}};
}

Result<MadeAgain> madeAgainFromJson(const Json& json)
{
    const Error damaged{phrase("Records", "what the Inspector has recorded is damaged"), "", ""};
    MadeAgain again;
    try {
        json.at("step").get_to(again.step);
        json.at("from").get_to(again.from);
        json.at("compared").get_to(again.compared);
        json.at("same").get_to(again.same);
        again.steps.resize(json.at("made").get<std::size_t>());
        for (const Json& sight : json.at("sights")) {
            Result<TensorStatistics> statistics = unpackStatistics(sight.at(4).get<std::vector<uint8_t>>());
            if (!statistics) return statistics.error();
            again.sights.push_back({again.step, sight.at(0).get<std::string>(), quantityFrom(sight.at(1).get<std::string>()), *statistics,
                                    sight.at(2).get<std::string>(), sight.at(3).get<std::string>()});
        }
        again.ops = DS_TRY(stepOpsFromJson(json.at("ops")));
        if (const Json& failure = json.at("failure"); failure.is_object()) again.failure = failureFromJson(failure, again.step);
    } catch (const Json::exception&) {
        return damaged;
    }
    return again;
}

} // namespace ds::inspector
