// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/examine.h"

#include <algorithm>
#include <chrono>

#include "core/data/split.h"
#include "core/train/run_parts.h"
#include "core/train/time_machine.h"
#include "inspector/engine/confident_learning.h"
#include "inspector/engine/retelling.h"

namespace ds::inspector {

namespace {

constexpr double searchSeconds = 20; // for where a failure began

/// As many samples of the validation data as may be looked at, spread over all.
std::shared_ptr<const Dataset> sampleOf(const std::shared_ptr<const Dataset>& data, int64_t most)
{
    if (!data || data->size() <= most) return data;
    std::vector<uint32_t> indices;
    for (int64_t i = 0; i < most; ++i) indices.push_back(static_cast<uint32_t>(i * data->size() / most));
    return std::make_shared<SubsetDataset>(data, std::move(indices));
}

class Examiner {
public:
    Examiner(RunParts& parts, const ExamineOptions& options)
        : m_parts(parts), m_learner(*parts.learner), m_past(parts, snapshotBytes(parts)),
          m_updates(std::min(options.updates, parts.totalUpdates)),
          m_every(std::max<int64_t>(1, options.evaluations > 0 ? m_updates / options.evaluations : m_updates + 1)),
          m_validation(sampleOf(parts.data.validation, options.evaluationSamples))
    {
        constexpr double everything = 1e9; // times the time of a step
        m_watcher = std::make_shared<Watcher>(options.budget > 0 ? options.budget : everything,
                                              [this](const std::vector<Sight>& sights) { m_result.trace.add(sights); });
        for (const Field& field : parts.data.train->fields()) m_feeds.push_back({field.name, {}});
    }

    Result<Examination> run()
    {
        m_result.trace.setFacts(factsOf(m_parts));
        m_learner.observe(m_watcher);
        const Status status = train();
        m_learner.observe(nullptr);
        if (!status) return status.error();
        m_result.watchingShare = m_watcher->measured();
        return std::move(m_result);
    }

private:
    Status train()
    {
        Batch batch;
        Progress progress;
        m_past.pass(progress);
        double waited = m_parts.loader->waitSeconds();
        while (progress.updates < m_updates) {
            if (m_parts.data.train->size() > 0 && !m_parts.loader->next(batch)) {
                ++progress.epoch, progress.batch = 0;
                continue;
            }
            const double rate = m_parts.learningRate(progress), waiting = m_parts.loader->waitSeconds() - waited;
            waited += waiting;
            feed(batch);
            const auto begin = std::chrono::steady_clock::now();
            const Result<StepResult> step = m_learner.step(m_feeds, rate);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
            if (!step) {
                if (m_learner.lastNotFinite().layer.empty()) return step.error();
                const NotFinite where = m_learner.lastNotFinite(); // going back changes what the learner says of it
                m_result.trace.setFailure(
                    {progress.updates + 1, where, findOrigin(m_parts, m_past, progress.updates + 1, took.count() / 1000, searchSeconds)});
                return {};
            }
            m_retelling.trained(m_feeds, step->loss);
            progress.batch = batch.index + 1;
            progress.accumulated = m_learner.accumulated();
            if (m_learner.updates() == progress.updates) continue;
            progress.updates = m_learner.updates();
            m_past.pass(progress);
            m_result.trace.add(Trace::Step{progress.updates, step->loss, step->gradNorm, rate, took.count(), 1000 * waiting});
            if (progress.updates % m_every == 0) DS_TRY(evaluate(progress.updates));
        }
        return {};
    }

    void feed(const Batch& batch)
    {
        for (std::size_t i = 0; i < m_feeds.size(); ++i) m_feeds[i].value = batch.fields[i];
    }

    Status evaluate(int64_t update)
    {
        Trace::Evaluation evaluation;
        evaluation.update = update;
        DS_TRY(m_retelling.tell(m_learner, evaluation));
        if (m_validation) DS_TRY(validate(evaluation));
        m_result.trace.add(evaluation);
        return {};
    }

    /// Validation data were not trained on, so what the model thinks of their labels counts.
    Status validate(Trace::Evaluation& evaluation)
    {
        const FieldFacts* target = m_result.trace.facts()->target();
        MeanLoss loss;
        ConfidentLearning learning(m_validation->size());
        DataLoader loader(m_validation, {m_parts.evaluationBatch, false, false, 0, 0, 1});
        Batch batch;
        while (loader.next(batch)) {
            feed(batch);
            const Evaluation result = DS_TRY(m_learner.evaluate(m_feeds));
            loss.add(result.losses, result.weights);
            for (const Feed& field : m_feeds)
                if (target && target->single && field.name == target->name) learning.add(result.prediction, field.value);
        }
        evaluation.loss = loss.value();
        evaluation.suspects = learning.suspectShare();
        return {};
    }

    RunParts& m_parts;
    Learner& m_learner;
    TimeMachine m_past;
    int64_t m_updates, m_every;
    std::shared_ptr<const Dataset> m_validation;
    std::shared_ptr<Watcher> m_watcher;
    Feeds m_feeds;
    Retelling m_retelling;
    Examination m_result;
};

} // namespace

Result<Examination> examine(RunParts& parts, const ExamineOptions& options) { return Examiner(parts, options).run(); }

} // namespace ds::inspector
