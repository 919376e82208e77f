// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "app/cli/step_tables.h"
#include "core/data/npy_file.h"
#include "core/train/run_folder.h"
#include "core/train/run_parts.h"
#include "inspector/engine/examine.h"
#include "inspector/engine/layer_figures.h"
#include "inspector/engine/made_again.h"
#include "inspector/engine/records.h"
#include "inspector/engine/remedy.h"

namespace ds::cli {

namespace {

using inspector::Quantity;

struct Options {
    std::string subject, precision, device = "cpu", runs = "runs"; ///< subject: a project file, or the id of a run
    std::vector<std::string> set;
    int steps = 100;
    int64_t step = 0; ///< of a run, to be made again; 0: none
    int op = 0;       ///< of the step, counted from 1, whose result is written to `npy`; 0: none
    std::string npy;
    double budget = 0; ///< percent; 0: everything at each step
    bool ops = false, origin = false, json = false;
};

/// What was seen of a training.
struct Seen {
    inspector::Trace trace;
    std::vector<inspector::Verdict> verdicts;
    Document document;
    double watchingShare = 0, watchingSeconds = 0;
    std::optional<inspector::MadeAgain> again = {};
};

/// What was seen last of a tensor; null if nothing was.
const inspector::TensorStatistics* lastOf(const inspector::Trace& trace, const std::string& name, Quantity quantity)
{
    const inspector::Trace::Series* series = trace.find(name, quantity);
    return series ? &series->looks.back().statistics : nullptr;
}

void printJson(const inspector::Trace& trace, const std::vector<inspector::Verdict>& verdicts)
{
    for (const auto& series : trace.series()) {
        const inspector::TensorStatistics& s = series.looks.back().statistics;
        printLine({{"event", "tensor"},
                   {"name", series.name},
                   {"quantity", inspector::quantityName(series.quantity)},
                   {"update", series.looks.back().update},
                   {"count", s.count},
                   {"zeros", s.zeros},
                   {"nan", s.nan},
                   {"infinite", s.positiveInfinite + s.negativeInfinite},
                   {"mean", number(s.mean)},
                   {"deviation", number(s.deviation())},
                   {"norm", number(s.norm)},
                   {"min", number(s.min)},
                   {"max", number(s.max)},
                   {"median", number(s.quantile(0.5))}});
    }
    for (const auto& step : trace.steps())
        printLine({{"event", "step"},
                   {"update", step.update},
                   {"loss", number(step.loss)},
                   {"grad_norm", number(step.gradNorm)},
                   {"learning_rate", step.learningRate},
                   {"milliseconds", step.milliseconds},
                   {"waiting", step.waiting}});
    for (const auto& evaluation : trace.evaluations())
        printLine({{"event", "evaluation"},
                   {"update", evaluation.update},
                   {"val_loss", number(evaluation.loss)},
                   {"trained_loss", number(evaluation.trained)},
                   {"retold_loss", number(evaluation.retold)},
                   {"suspect_labels", number(evaluation.suspects)}});
    for (const auto& [rule, finding, because] : verdicts)
        printLine({{"event", "verdict"},
                   {"rule", rule->name},
                   {"severity", inspector::severityName(rule->severity)},
                   {"place", finding.place},
                   {"first", finding.first},
                   {"last", finding.last},
                   {"because", because >= 0 ? Json(verdicts[static_cast<std::size_t>(because)].rule->name) : Json(nullptr)},
                   {"text", finding.text.english()}});
}

/// Root mean square, or what is wrong with the numbers.
std::string sizeText(const inspector::TensorStatistics* s)
{
    if (!s) return "–";
    if (s->finite() < s->count) return fmt::format("{} not finite", grouped(s->count - s->finite()));
    return fmt::format("{:.2e}", s->rootMeanSquare());
}

void printTables(const inspector::Trace& trace, const Document& document)
{
    std::vector<std::vector<std::string>> layers{{"layer", "result", "zeros", "gradient"}};
    std::vector<const inspector::Trace::Series*> weights; // they are seen in the order of their updates
    for (const auto& series : trace.series()) {
        const inspector::TensorStatistics& last = series.looks.back().statistics;
        if (series.quantity == Quantity::Weight) weights.push_back(&series);
        if (series.quantity == Quantity::Activation)
            layers.push_back({series.name, sizeText(&last), fmt::format("{:.0f} %", 100 * last.zeroShare()),
                              sizeText(lastOf(trace, series.name, Quantity::ActivationGradient))});
    }
    std::stable_sort(weights.begin(), weights.end(), [&](const auto* a, const auto* b) {
        return inspector::orderOf(document, inspector::layerOf(a->name)) < inspector::orderOf(document, inspector::layerOf(b->name));
    });
    std::vector<std::vector<std::string>> parameters{{"parameter", "size", "gradient", "update", "update ÷ size"}};
    for (const inspector::Trace::Series* series : weights) {
        const auto *weight = &series->looks.back().statistics, *update = lastOf(trace, series->name, Quantity::Update);
        parameters.push_back({series->name, sizeText(weight), sizeText(lastOf(trace, series->name, Quantity::WeightGradient)),
                              sizeText(update), update && weight->norm > 0 ? fmt::format("{:.1e}", update->norm / weight->norm) : "–"});
    }
    fmt::print("{}\n", table(layers));
    if (parameters.size() > 1) fmt::print("{}\n", table(parameters));
}

void printVerdicts(const std::vector<inspector::Verdict>& verdicts, const Document& document, const inspector::Trace& trace)
{
    for (const inspector::Verdict& verdict : verdicts) {
        const auto& [rule, finding, because] = verdict;
        fmt::print("{}: {}\n  {}\n", inspector::severityName(rule->severity), rule->title, finding.text.english());
        if (because >= 0) {
            fmt::print("  Follows from: {}.\n\n", verdicts[static_cast<std::size_t>(because)].rule->title);
            continue;
        }
        fmt::print("  {}\n  Source: {}.\n", rule->doc, rule->source);
        for (const inspector::Proposal& proposal : inspector::proposalsFor(verdict, document, trace))
            fmt::print("  What may help: {}. {}\n", proposal.fix.title.english(), proposal.remedy->doc);
        fmt::print("\n");
    }
}

/// By training it for some steps.
Result<Seen> inspectProject(const Options& options)
{
    Document document = DS_TRY(loadDocument(options.subject));
    DS_TRY(changeSettings(document, options.set));
    setPrecision(document, options.precision);
    const inspector::RuleSettings rules = DS_TRY(inspector::ruleSettingsOf(document.training));
    RunParts parts = DS_TRY(prepareRun(std::move(document), options.device, {}, false));
    inspector::Examination seen = DS_TRY(inspector::examine(parts, {.updates = options.steps, .budget = options.budget / 100}));
    std::vector<inspector::Verdict> verdicts = inspector::judge(seen.trace, rules);
    return Seen{std::move(seen.trace), std::move(verdicts), parts.learner->document(), seen.watchingShare, 0};
}

/// As it was recorded while the run was at work.
Result<Seen> inspectRun(const Options& options)
{
    const std::string records = (std::filesystem::path(options.runs) / "runs.sqlite").string();
    const Error neither{fmt::format("is neither a project file nor a run in {}", options.runs), options.subject,
                        "See `deepseek runs list`, or name another folder with --runs."};
    if (!std::filesystem::exists(records)) return neither;
    RunStore store = DS_TRY(RunStore::open(records, true));
    const Result<RunInfo> run = store.run(options.subject);
    if (!run) return neither;
    inspector::TraceReader reader(options.subject);
    DS_TRY(reader.read(store));
    if (reader.trace().series().empty())
        return Error{"was not watched", "run " + options.subject,
                     "Its project has training.inspection_budget 0, or an older version trained it."};
    const Json document = DS_TRY(parseJson(run->document, options.subject));
    const inspector::WatchingCost cost = reader.cost().value_or(inspector::WatchingCost{});
    std::vector<inspector::Verdict> verdicts = reader.verdicts();
    return Seen{reader.take(), std::move(verdicts), documentFromJson(document).document, cost.share, cost.seconds};
}

/// One step of a run, made again with everything watched.
Result<Seen> inspectStep(const Options& options)
{
    inspector::MadeAgain again = DS_TRY(inspector::makeAgain(options.runs, options.subject, options.step, options.device));
    Seen seen{again.trace(), {}, again.document};
    // Of a few steps only this can be told; what the rules found in all of them is in the records.
    seen.verdicts = inspector::judge(seen.trace);
    std::erase_if(seen.verdicts, [](const inspector::Verdict& verdict) { return verdict.rule->name != "not_finite"; });
    for (inspector::Verdict& verdict : seen.verdicts) verdict.because = -1;
    seen.again = std::move(again);
    return seen;
}

/// What an op of a step has made, as a file.
Status writeResult(const Options& options)
{
    const auto again = DS_TRY(inspector::StepAgain::make(options.runs, options.subject, options.step, options.device));
    const std::vector<inspector::StepOp>& ops = again->seen().ops.ops;
    const auto at = static_cast<std::size_t>(options.op) - 1;
    const std::string where = "op " + std::to_string(options.op);
    if (at >= ops.size()) return Error{fmt::format("the step has {} ops", ops.size()), where, "See --ops."};
    if (ops[at].makes.empty()) return Error{"makes no floating-point numbers", where, "See --ops."};
    const Tensor made = DS_TRY(again->value(ops[at].makes.front()));
    DS_TRY(writeNpy(options.npy, made));
    if (options.json)
        printLine({{"event", "summary"},
                   {"layer", ops[at].layer},
                   {"what", ops[at].op},
                   {"shape", made.shape().vector()},
                   {"file", options.npy}});
    else fmt::print("{}: {} of {} ({}), step {}.\n", options.npy, made.type().text(), ops[at].layer, ops[at].op, options.step);
    return {};
}

/// Where the first number of a failed run that was not finite came from.
Status inspectOrigin(const Options& options)
{
    const Seen seen = DS_TRY(inspectRun(options));
    const auto& failure = seen.trace.failure();
    if (!failure)
        return Error{"has not failed with a loss that is no number", "run " + options.subject,
                     "See `deepseek inspect " + options.subject + "`."};
    const inspector::Origin origin =
        DS_TRY(inspector::findOrigin(runFolder(options.runs, options.subject), failure->update, options.device));
    printOrigin(origin, failure->update, options.json);
    return {};
}

Status inspect(const Options& options)
{
    if (options.origin) return inspectOrigin(options);
    if (options.op > 0) return writeResult(options);
    const Seen seen = DS_TRY(options.step > 0                           ? inspectStep(options)
                             : std::filesystem::exists(options.subject) ? inspectProject(options)
                                                                        : inspectRun(options));
    const inspector::Trace& trace = seen.trace;
    const int64_t updates = trace.steps().empty() ? 0 : trace.steps().back().update;
    const double loss = trace.steps().empty() ? std::nan("") : trace.steps().back().loss;
    if (options.ops && seen.again) printOps(seen.again->ops, options.json);
    if (options.json) {
        printJson(trace, seen.verdicts);
        if (const auto& again = seen.again)
            printLine({{"event", "made_again"},
                       {"step", again->step},
                       {"from", again->from},
                       {"made", again->steps.size()},
                       {"compared", again->compared},
                       {"same", again->same}});
        printLine({{"event", "summary"},
                   {"steps", updates},
                   {"loss", number(loss)},
                   {"verdicts", seen.verdicts.size()},
                   {"watching_share", seen.watchingShare}});
        return {};
    }
    if (const auto& again = seen.again)
        fmt::print("Step {}, made again from {}: {} steps; of {} that were recorded {} have the same loss to the bit.\n\n", again->step,
                   again->from.empty() ? "the start" : std::filesystem::path(again->from).filename().string(), again->steps.size(),
                   again->compared, again->same);
    printTables(trace, seen.document);
    if (seen.again) {
        fmt::print("Root mean squares in step {}.\n\n", seen.again->step);
        printVerdicts(seen.verdicts, seen.document, trace);
        return {};
    }
    // Of a training that is over in a moment the share says nothing.
    const std::string cost = seen.watchingSeconds > 0 && seen.watchingSeconds < 1
                                 ? fmt::format("{:.0f} ms", 1000 * seen.watchingSeconds)
                                 : fmt::format("{:.1f} % of the time of a step", 100 * seen.watchingShare);
    fmt::print("Root mean squares after {} updates; loss {:.4g}. Watching took {}.\n\n", updates, loss, cost);
    printVerdicts(seen.verdicts, seen.document, trace);
    if (seen.verdicts.empty()) fmt::print("Nothing found that is wrong. Some rules need a hundred updates.\n");
    return {};
}

} // namespace

void addInspect(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("inspect", "Tell what went through each layer and what is wrong: of a run as it was recorded, of a "
                                                   "project by training it for some steps");
    verb->add_option("subject", options->subject, "Project file (.dsw), or id of a run")->required();
    verb->add_option("--runs", options->runs, "Folder of all runs")->capture_default_str();
    verb->add_option("--steps", options->steps, "Updates to make with a project")->check(CLI::Range(1, 1000000));
    verb->add_option("--step", options->step, "Make this step of a run again, and watch everything")->check(CLI::PositiveNumber);
    verb->add_flag("--ops", options->ops, "With --step: what each op of the step made")->needs("--step");
    CLI::Option* op = verb->add_option("--op", options->op, "With --step: write what this op made, counted as --ops does, into a file")
                          ->check(CLI::PositiveNumber)
                          ->needs("--step");
    op->needs(verb->add_option("--npy", options->npy, "The file, in NumPy's format")->needs(op));
    verb->add_flag("--origin", options->origin, "Of a run that failed with a loss that is no number: the op and step where that began")
        ->excludes("--step");
    verb->add_option("--budget", options->budget,
                     "What watching may take, in percent of a step; without it everything is seen at each step")
        ->check(CLI::Range(0.1, 1000.0));
    addSetOption(*verb, options->set);
    addPrecisionOption(*verb, options->precision);
    verb->add_option("--device", options->device, "Where to run")->check(CLI::IsMember({"cpu", "reference"}));
    verb->add_flag("--json", options->json, "One JSON object a line, the summary last");
    verb->callback([options, &outcome] {
        if (const Status status = inspect(*options); !status) outcome.exitCode = tell(status.error());
    });
}

} // namespace ds::cli
