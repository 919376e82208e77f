// SPDX-License-Identifier: Apache-2.0
#include "core/train/evaluator.h"

#include <algorithm>
#include <chrono>

#include <nlohmann/json.hpp>

#include "core/data/loader.h"
#include "core/layers/loss.h"
#include "core/train/sample_verdicts.h"

namespace ds {

Result<std::vector<const MetricSpec*>> metricsFor(const Document& document)
{
    std::vector<std::string> names = document.training.strings("metrics");
    if (names.empty())
        if (const LossSpec* loss = findLoss(document.loss.type)) names.assign(loss->metrics.begin(), loss->metrics.end());
    std::vector<const MetricSpec*> specs;
    for (const std::string& name : names) {
        const MetricSpec* spec = findMetric(name);
        if (!spec) {
            const std::string near = nearest(name, metricNames());
            return Error{phrase("Training", "there is no metric \"%1\"").with({name}), "training, metrics",
                         didYouMean(near, phrase("Training", "See `deepseek list metrics`."))};
        }
        specs.push_back(spec);
    }
    return specs;
}

Result<EvaluationResult> evaluateAll(Learner& learner, const std::shared_ptr<const Dataset>& dataset, int64_t batchSize, int loaderThreads,
                                     const std::vector<const MetricSpec*>& specs, const EvaluationListener& listener)
{
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::unique_ptr<Metric>> metrics;
    for (const MetricSpec* spec : specs) metrics.push_back(spec->create());
    const std::string target = learner.document().loss.attrs.has("target") ? learner.document().loss.attrs.string("target") : "";
    const auto& fields = dataset->fields();
    const auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == target; });
    const auto targetIndex = static_cast<std::size_t>(at - fields.begin());

    DataLoader loader(dataset, {batchSize, false, false, 0, loaderThreads, 2});
    Feeds feeds;
    for (const Field& field : fields) feeds.push_back({field.name, {}});
    EvaluationResult result;
    MeanLoss loss;
    SampleVerdicts verdicts;
    Batch batch;
    while (loader.next(batch)) {
        for (std::size_t i = 0; i < feeds.size(); ++i) feeds[i].value = batch.fields[i];
        const Evaluation evaluation = DS_TRY(learner.evaluate(feeds));
        loss.add(evaluation.losses, evaluation.weights);
        for (std::size_t m = 0; m < metrics.size(); ++m) {
            const Tensor& targets = batch.fields[targetIndex];
            if (result.samples == 0)
                if (Phrase problem = specs[m]->problem(evaluation.prediction.type(), targets.type()); !problem.empty())
                    return Error{problem, "metric " + std::string(specs[m]->name),
                                 phrase("Training", "Choose other metrics under training.")};
            metrics[m]->add({evaluation.prediction, targets, evaluation.losses, evaluation.weights});
        }
        if (targetIndex < fields.size()) verdicts.add(result.samples, evaluation.losses, evaluation.prediction, batch.fields[targetIndex]);
        result.samples += batch.size();
        if (listener) listener(evaluation, feeds);
    }
    result.best = verdicts.best();
    result.worst = verdicts.worst();
    result.loss = loss.count > 0 ? loss.value() : 0;
    for (std::size_t m = 0; m < metrics.size(); ++m) {
        result.metrics.emplace_back(specs[m]->name, metrics[m]->value());
        if (Json details = metrics[m]->details(); !details.is_null()) result.details.emplace_back(specs[m]->name, std::move(details));
    }
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

} // namespace ds
