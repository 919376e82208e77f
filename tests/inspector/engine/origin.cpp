// SPDX-License-Identifier: Apache-2.0
// Where a number that is not finite was born is found to the op and step, wherever that is.
#include <QDateTime>
#include <QTest>

#include <cmath>
#include <limits>
#include <optional>
#include <set>

#include "core/base/philox.h"
#include "core/graph/view.h"
#include "core/train/session.h"
#include "core/train/time_machine.h"
#include "inspector/engine/made_again.h"
#include "inspector/engine/origin.h"
#include "inspector/engine/recorder.h"
#include "inspector/engine/together.h"
#include "tests/core/data/files.h"
#include "tests/support/models.h"

using namespace ds;
using namespace ds::inspector;
using ds::test::Folder;

namespace {

Document base(const char* kind)
{
    Document document;
    document.name = "p";
    document.train = {"synthetic", {{"kind", kind}, {"samples", 160}, {"classes", 4}}};
    document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "label"}}};
    document.optimizer = {"adam", {{"learning_rate", 0.003}}};
    document.training = {{"epochs", 5}, {"batch_size", 16}, {"clip_global_norm", 5.0}, {"ema_decay", 0.9}, {"seed", 3}};
    return document;
}

Document chain(Document document, std::vector<LayerNode> layers)
{
    document.model.layers = std::move(layers);
    ds::test::connectInARow(document.model);
    return document;
}

Document dense()
{
    return chain(base("blobs"), {{"in", "Input", {{"field", "input"}}},
                                 {"fc", "Dense", {{"units", 16}}},
                                 {"norm", "BatchNorm"},
                                 {"act", "ReLU"},
                                 {"drop", "Dropout", {{"rate", 0.3}}},
                                 {"out", "Dense", {{"units", 4}}}});
}

Document convolutional()
{
    return chain(base("gratings"), {{"in", "Input", {{"field", "input"}}},
                                    {"conv", "Conv2d", {{"filters", 8}, {"kernel", 3}, {"padding", "same"}}},
                                    {"norm", "BatchNorm"},
                                    {"act", "ReLU"},
                                    {"pool", "MaxPool2d"},
                                    {"flatten", "Flatten"},
                                    {"out", "Dense", {{"units", 4}}}});
}

Document attentive()
{
    return chain(base("recall"), {{"in", "Input", {{"field", "input"}}},
                                  {"encoder", "TransformerEncoderLayer", {{"heads", 2}, {"feed_forward", 16}}},
                                  {"flatten", "Flatten"},
                                  {"out", "Dense", {{"units", 4}}}});
}

Document recurrent()
{
    return chain(base("recall"), {{"in", "Input", {{"field", "input"}}},
                                  {"lstm", "LSTM", {{"units", 12}}},
                                  {"flatten", "Flatten"},
                                  {"out", "Dense", {{"units", 4}}}});
}

/// Writes NaN into what one op of one step makes, as often as the step is made.
class Injector : public StepObserver {
public:
    Injector(Learner& learner, int64_t update, uint32_t draw) : m_learner(learner), m_update(update), m_draw(draw) {}

    std::unique_ptr<PlanObserver> attach(const Plan& plan) override { return std::make_unique<Attached>(*this, plan); }
    bool begin(PlanObserver&) override { return m_learner.updates() + 1 == m_update; }
    void end(PlanObserver&, int64_t, double) override {}
    void failed(PlanObserver&, int64_t) override {}

    int place = -1; ///< of the op, as in StepOps
    std::string origin, op;

private:
    class Attached : public PlanObserver {
    public:
        Attached(Injector& injector, const Plan& plan) : m_plan(plan)
        {
            const Graph& graph = plan.graph();
            std::vector<NodeId> nodes;
            std::vector<int> places;
            int place = 0;
            for (NodeId n = 0; n < static_cast<NodeId>(graph.nodes.size()); ++n) {
                const Node& node = graph.nodes[static_cast<std::size_t>(n)];
                if (isView(graph, node) || plan.memory().once[static_cast<std::size_t>(n)]) continue;
                if (!node.outputs.empty() && graph.type(node.outputs.front()).dtype == DType::F32) {
                    nodes.push_back(n);
                    places.push_back(place);
                }
                ++place;
            }
            const std::size_t at = injector.m_draw % nodes.size();
            m_node = nodes[at];
            const Node& node = graph.nodes[static_cast<std::size_t>(m_node)];
            m_value = node.outputs.front();
            injector.place = places[at];
            injector.origin = node.origin;
            injector.op = node.op->name;
        }
        void after(NodeId node) override
        {
            // The first element is one in any layout.
            if (node == m_node) *static_cast<float*>(const_cast<void*>(m_plan.data(m_value))) = std::numeric_limits<float>::quiet_NaN();
        }

    private:
        const Plan& m_plan;
        NodeId m_node = noId;
        ValueId m_value = noId;
    };

    Learner& m_learner;
    int64_t m_update;
    uint32_t m_draw;
};

bool wholeStates(Learner& learner)
{
    for (const StateStore::Entry& entry : learner.states().entries()) {
        const Tensor tensor = learner.states().read(entry);
        for (int64_t i = 0; i < tensor.count(); ++i)
            if (!std::isfinite(tensor.at(i))) return false;
    }
    return true;
}

struct Trial {
    bool told = false;  ///< the loss was none
    int64_t toldAt = 0; ///< or where the training was when it was looked at
    std::optional<Origin> found;
};

/// One training with an injected NaN, up to its failure, or some steps behind it. None if the NaN has had no consequence: max(NaN, 0) is 0.
std::optional<Trial> tryOne(const Document& document, int64_t update, uint32_t draw, std::shared_ptr<Injector>& injector)
{
    constexpr double always = 1e9; // times the time that making a snapshot takes
    RunParts parts = std::move(prepareRun(document, "cpu", {}, false)).value();
    Learner& learner = *parts.learner;
    injector = std::make_shared<Injector>(learner, update, draw);
    learner.observe(injector);
    std::size_t one = 0;
    if (!learner.prepare(batchTypes(*parts.data.train, 16))) qFatal("no plan");
    for (const StateStore::Entry& entry : learner.states().entries()) one += entry.type.bytes();
    TimeMachine past(parts, 5 * one, always);
    Progress progress;
    past.pass(progress);
    Batch batch;
    Trial trial;
    while (progress.updates < update + 8 && !trial.told) {
        if (!parts.loader->next(batch)) {
            ++progress.epoch, progress.batch = 0;
            continue;
        }
        Feeds feeds;
        const std::vector<Field>& fields = parts.data.train->fields();
        for (std::size_t i = 0; i < fields.size(); ++i) feeds.push_back({fields[i].name, batch.fields[i]});
        trial.told = !learner.step(feeds, parts.learningRate(progress));
        progress.batch = batch.index + 1;
        progress.updates = learner.updates();
        if (!trial.told) past.pass(progress);
    }
    if (!trial.told && wholeStates(learner)) return std::nullopt;
    trial.toldAt = trial.told ? progress.updates + 1 : progress.updates;
    trial.found = findOrigin(parts, past, trial.toldAt, 0.001, 60, injector);
    return trial;
}

} // namespace

class OriginTest : public QObject {
    Q_OBJECT

private slots:
    void fiftyInjectedNumbersAreFound()
    {
        const auto seed = static_cast<uint64_t>(QDateTime::currentMSecsSinceEpoch());
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        Rng rng(seed);
        const Document documents[] = {dense(), convolutional(), attentive(), recurrent()};
        int trials = 0, silent = 0, backward = 0, later = 0;
        while (trials < 50) {
            const auto& document = documents[rng.below(std::size(documents))];
            const auto update = static_cast<int64_t>(1 + rng.below(35));
            const auto draw = static_cast<uint32_t>(rng.below(1U << 30));
            std::shared_ptr<Injector> injector;
            const std::optional<Trial> trial = tryOne(document, update, draw, injector);
            if (!trial) {
                QVERIFY2(++silent < 200, "hardly any injected number has a consequence");
                continue;
            }
            ++trials;
            const std::string what = injector->origin + " " + injector->op + " in update " + std::to_string(update) + ", draw " +
                                     std::to_string(draw) + ", told in " + std::to_string(trial->toldAt);
            QVERIFY2(trial->found, what.c_str());
            const Origin& found = *trial->found;
            const std::string instead = what + ", found " + found.layer + " " + found.op + " in " + std::to_string(found.update);
            QVERIFY2(found.update == update && found.place == injector->place && found.op.starts_with(injector->op), instead.c_str());
            backward += found.phase != Phase::Forward;
            later += trial->told && trial->toldAt > update;
        }
        qInfo("50 found (%d behind the loss, %d told by a later step), %d without a consequence", backward, later, silent);
        QVERIFY(backward > 0 && later > 0);
    }

    void whatIsOnlyInfiniteWithinTheStepIsNoOrigin()
    {
        StepOps ops;
        const auto value = [](int op, bool bad, bool kept = false) {
            StepValue v{"", op, kept, {2}, {}};
            v.statistics.count = 2, v.statistics.negativeInfinite = bad;
            return v;
        };
        ops.ops = {{"mask", "where", Phase::Forward, {}, {0}},
                   {"softmax", "softmax", Phase::Forward, {0}, {1}},
                   {"p", "sgd", Phase::Update, {1}, {2}}};
        ops.values = {value(0, true), value(1, false), value(2, false, true)};
        ops.loss = 1;
        QVERIFY(!originOf(ops, 7));
        ops.values[2] = value(2, true, true);
        const std::optional<Origin> origin = originOf(ops, 7);
        QVERIFY(origin);
        QCOMPARE(origin->layer, std::string("p"));
        QCOMPARE(origin->place, 2);
        QCOMPARE(origin->way, std::vector<std::string>{"p"});
    }

    /// All scores are a bias; on the way back a factor of 1e45 is too much.
    void aGradientThatOverflowsIsToldOfItsOwnStep()
    {
        Folder dir;
        const Document document = chain(base("blobs"), {{"in", "Input", {{"field", "input"}}},
                                                        {"fc", "Dense", {{"units", 4}}},
                                                        {"small", "Scale", {{"factor", 1e-30}}},
                                                        {"smaller", "Scale", {{"factor", 1e-15}}},
                                                        {"large", "Scale", {{"factor", 1e30}}},
                                                        {"larger", "Scale", {{"factor", 1e15}}},
                                                        {"bias", "Dense", {{"units", 4}}},
                                                        {"out", "Identity"}});
        auto session = TrainSession::start(document, {dir.at("runs"), "cpu", "r", std::make_shared<Recorder>()});
        QVERIFY2(session.ok(), session ? "" : session.error().message().c_str());
        QVERIFY(!(*session)->run([](const TrainEvent&) {}));
        Result<RunStore> store = RunStore::open(dir.at("runs/runs.sqlite"), true);
        TraceReader reader("r");
        QVERIFY(reader.read(*store).ok());
        const auto& failure = reader.trace().failure();
        QVERIFY(failure && failure->origin);
        QCOMPARE(failure->update, int64_t{2});
        QVERIFY(failure->where.parameter); // that is all that the step itself knows
        const Origin& origin = *failure->origin;
        QCOMPARE(origin.update, int64_t{1});
        QVERIFY(origin.phase == Phase::Backward);
        // The four are one op, which bears the name of one of them.
        QVERIFY2(std::set<std::string>({"small", "smaller", "large", "larger"}).count(origin.layer), origin.layer.c_str());
        QVERIFY2(origin.op.starts_with("elementwise"), origin.op.c_str());
        QVERIFY2(origin.way.back().starts_with("fc."), origin.way.back().c_str());

        // From what the run has left behind it is the same.
        const Result<Origin> later = findOrigin(dir.at("runs/r"), failure->update, "cpu");
        QVERIFY2(later.ok(), later ? "" : later.error().message().c_str());
        QVERIFY(*later == origin);
        QVERIFY(originFromJson(originToJson(origin)) == origin);

        // The step itself, op by op.
        const Result<MadeAgain> again = makeAgain(dir.at("runs"), "r", 1, "cpu");
        QVERIFY2(again.ok(), again ? "" : again.error().message().c_str());
        const StepOps& ops = again->ops;
        const auto spoilt = [&ops](int op) {
            const std::vector<int>& makes = ops.ops[static_cast<std::size_t>(op)].makes;
            return std::any_of(makes.begin(), makes.end(),
                               [&](int value) { return !ops.values[static_cast<std::size_t>(value)].finite(); });
        };
        QVERIFY(spoilt(origin.place) && !again->failure);
        for (int op = 0; op < origin.place; ++op) QVERIFY(!spoilt(op));
        const Result<MadeAgain> copy = madeAgainFromJson(madeAgainToJson(*again));
        QVERIFY(copy.ok());
        QCOMPARE(copy->ops.ops.size(), again->ops.ops.size());
        QVERIFY(originOf(copy->ops, 1) == origin);
    }
};

QTEST_GUILESS_MAIN(OriginTest)
#include "origin.moc"
