// SPDX-License-Identifier: Apache-2.0
// What is seen while a step runs: the right numbers of the right tensors, and the step does not notice.
#include <QTest>

#include <cmath>
#include <cstring>
#include <map>
#include <optional>
#include <set>

#include "inspector/engine/statistics_probe.h"
#include "inspector/engine/watcher.h"
#include "tests/support/compare.h"
#include "tests/support/models.h"

using namespace ds;
using namespace ds::inspector;

namespace {

using Seen = std::map<std::pair<std::string, Quantity>, TensorStatistics>;

/// Looks at everything at each step, or at what it is told.
class Everything : public StepObserver {
public:
    std::unique_ptr<PlanObserver> attach(const Plan& plan) override
    {
        auto probe = std::make_unique<StatisticsProbe>(plan, findTaps(plan.graph()));
        std::vector<std::size_t> all(probe->taps().size());
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
        probe->choose(all);
        return probe;
    }
    bool begin(PlanObserver& observer) override
    {
        last = static_cast<StatisticsProbe*>(&observer);
        if (chosen) last->choose(*chosen);
        last->forget();
        return look;
    }
    void failed(PlanObserver&, int64_t) override {}
    void end(PlanObserver&, int64_t, double) override {}

    Seen seen() const
    {
        Seen result;
        for (const auto& o : last->observations()) result[{last->taps()[o.tap].name, last->taps()[o.tap].quantity}] = o.statistics;
        return result;
    }

    StatisticsProbe* last = nullptr;
    std::optional<std::vector<std::size_t>> chosen;
    bool look = true;
};

/// A learner of which everything is watched.
struct Watched {
    explicit Watched(const Document& document, LearnerSettings settings = {"cpu", 1})
        : learner(Learner::create(document, std::move(settings)).value())
    {
        learner->observe(eyes);
    }
    Seen seen() const { return eyes->seen(); }

    std::shared_ptr<Everything> eyes = std::make_shared<Everything>();
    std::unique_ptr<Learner> learner;
};

std::map<std::string, Tensor> statesOf(Learner& learner)
{
    std::map<std::string, Tensor> states;
    for (const StateStore::Entry& entry : learner.states().entries()) states[entry.name] = learner.states().read(entry);
    return states;
}

Document recurrentModel()
{
    Document d;
    d.model.layers = {{"in", "Input", {{"field", "x"}}},
                      {"rows", "Reshape", {{"shape", Ints{12, 12}}}},
                      {"lstm", "LSTM", {{"units", 20}, {"return_sequences", false}}},
                      {"fc", "Dense", {{"units", 4}}}};
    test::connectInARow(d.model);
    d.loss = {"cross_entropy", {{"prediction", "fc"}, {"target", "y"}}};
    d.optimizer = {"sgd"};
    return d;
}

/// Channels that no block of a layout divides.
Document paddedModel()
{
    Document d = test::convolutionalModel(0);
    for (LayerNode& layer : d.model.layers)
        if (layer.type == "Conv2d") layer.attrs.set("filters", 6);
    return d;
}

std::string differs(const TensorStatistics& actual, const Tensor& expected, double tolerance)
{
    double sum = 0, squares = 0, least = INFINITY, most = -INFINITY;
    int64_t zeros = 0;
    const auto n = static_cast<double>(expected.count());
    for (int64_t i = 0; i < expected.count(); ++i) {
        const double x = expected.at(i);
        sum += x, squares += x * x, least = std::min(least, x), most = std::max(most, x), zeros += x == 0;
    }
    const double scale = std::sqrt(squares / n), mean = sum / n;
    const auto far = [&](double a, double b) { return !(std::abs(a - b) <= tolerance * scale); };
    if (actual.count != expected.count() || actual.zeros != zeros) return "other counts";
    if (far(actual.mean, mean)) return "mean " + std::to_string(actual.mean) + ", expected " + std::to_string(mean);
    if (far(actual.rootMeanSquare(), scale))
        return "size " + std::to_string(actual.rootMeanSquare()) + ", expected " + std::to_string(scale);
    if (far(actual.min, least) || far(actual.max, most)) return "other ends";
    return {};
}

#define CHECK_TEXT(text) QVERIFY2((text).empty(), (text).c_str())

} // namespace

class ProbeTest : public QObject {
    Q_OBJECT

private slots:
    void changesNothing_data()
    {
        QTest::addColumn<int>("model");
        QTest::addColumn<int>("accumulate");
        QTest::newRow("convolutions") << 0 << 1;
        QTest::newRow("padded channels, two batches an update") << 1 << 2;
        QTest::newRow("attention") << 2 << 1;
        QTest::newRow("recurrent") << 3 << 1;
    }
    void changesNothing()
    {
        QFETCH(int, model);
        QFETCH(int, accumulate);
        Document document = model == 0   ? test::convolutionalModel()
                            : model == 1 ? paddedModel()
                            : model == 2 ? test::transformerModel()
                                         : recurrentModel();
        document.training.set("accumulate", accumulate);
        document.training.set("clip_global_norm", 0.5);
        const Feeds feeds = model == 2 ? test::sequenceBatch() : test::imageBatch();
        const auto plain = Learner::create(document, {"cpu", 1}).value();
        Watched watched(document);
        for (int i = 0; i < 6; ++i) {
            const Result<StepResult> a = plain->step(feeds), b = watched.learner->step(feeds);
            QVERIFY2(a.ok() && b.ok(), b.ok() ? "" : b.error().message().c_str());
            QCOMPARE(b->loss, a->loss);
            QCOMPARE(watched.eyes->last->observations().size(), watched.eyes->last->taps().size());
        }
        const auto expected = statesOf(*plain), found = statesOf(*watched.learner);
        QVERIFY(!expected.empty());
        for (const auto& [name, value] : expected) QVERIFY2(test::identical(found.at(name), value), name.c_str());
        // Every parameter shows itself, its gradient and its update.
        const auto seen = watched.seen();
        for (const StateStore::Entry& entry : plain->states().entries()) {
            if (entry.kind != InputKind::Parameter) continue;
            for (Quantity quantity : {Quantity::Weight, Quantity::WeightGradient, Quantity::Update})
                QVERIFY2(seen.contains({entry.name, quantity}), (entry.name + ", " + quantityName(quantity)).c_str());
        }
    }

    /// Against what the model itself says before and after a step.
    void tellsWhatIsThere()
    {
        constexpr double rate = 0.05;
        Document d;
        d.model.layers = {
            {"in", "Input", {{"field", "x"}}}, {"hidden", "Dense", {{"units", 40}}}, {"tanh", "Tanh"}, {"fc", "Dense", {{"units", 3}}}};
        test::connectInARow(d.model);
        d.loss = {"mse", {{"prediction", "fc"}, {"target", "y"}}};
        d.optimizer = {"sgd", {{"learning_rate", rate}, {"momentum", 0.0}}};
        Rng rng(8);
        Tensor x(TensorType{DType::F32, {500, 9}}), y(TensorType{DType::F32, {500, 3}});
        for (Tensor* tensor : {&x, &y})
            for (int64_t i = 0; i < tensor->count(); ++i) tensor->set(i, rng.normal());
        Watched watched(d);
        Learner& learner = *watched.learner;
        const Feeds feeds{{"x", x}, {"y", y}};
        QVERIFY(learner.step(feeds).ok());
        const Tensor prediction = learner.predict({{"x", x}}).value();
        const auto before = statesOf(learner);
        QVERIFY(learner.step(feeds).ok());
        const auto after = statesOf(learner);
        const auto seen = watched.seen();
        CHECK_TEXT(differs(seen.at({"fc", Quantity::Activation}), prediction, 1e-5));
        Tensor gradient(prediction.type());
        for (int64_t i = 0; i < gradient.count(); ++i)
            gradient.set(i, 2 * (prediction.at(i) - y.at(i)) / static_cast<double>(gradient.count()));
        CHECK_TEXT(differs(seen.at({"fc", Quantity::ActivationGradient}), gradient, 1e-4));
        int parameters = 0;
        for (const auto& [name, old] : before) {
            if (!seen.contains({name, Quantity::Weight})) continue;
            ++parameters;
            CHECK_TEXT(differs(seen.at({name, Quantity::Weight}), old, 1e-6));
            Tensor update(old.type()), slope(old.type());
            for (int64_t i = 0; i < old.count(); ++i) {
                update.set(i, after.at(name).at(i) - old.at(i));
                slope.set(i, update.at(i) / -rate);
            }
            CHECK_TEXT(differs(seen.at({name, Quantity::Update}), update, 1e-6));
            const double expected = [&] {
                double squares = 0;
                for (int64_t i = 0; i < slope.count(); ++i) squares += slope.at(i) * slope.at(i);
                return std::sqrt(squares);
            }();
            const double found = seen.at({name, Quantity::WeightGradient}).norm;
            QVERIFY2(std::abs(found - expected) < 1e-3 * expected,
                     qPrintable(QString("%1: %2, %3").arg(name.c_str()).arg(found).arg(expected)));
        }
        QCOMPARE(parameters, 4);
    }

    /// The plain loops of the reference find the same at the same places.
    void agreesWithTheReference_data()
    {
        QTest::addColumn<int>("model");
        QTest::newRow("padded channels") << 0;
        QTest::newRow("attention") << 1;
    }
    void agreesWithTheReference()
    {
        QFETCH(int, model);
        const Document document = model == 0 ? paddedModel() : test::transformerModel(0);
        const Feeds feeds = model == 0 ? test::imageBatch() : test::sequenceBatch();
        LearnerSettings settings{"cpu", 1};
        settings.fuse = false;
        Watched ours(document, settings);
        settings.device = "reference";
        Watched theirs(document, settings);
        QVERIFY(ours.learner->step(feeds).ok() && theirs.learner->step(feeds).ok());
        const auto seen = ours.seen(), expected = theirs.seen();
        int layers = 0;
        // Some gradients cancel, as those of a bias before a normalisation: there only rounding is left, and Adam makes
        // steps of the usual size of it.
        double largest = 0;
        for (const auto& [key, statistics] : expected)
            if (key.second == Quantity::WeightGradient) largest = std::max(largest, statistics.norm);
        for (const auto& [key, statistics] : seen) {
            const std::string name = key.first + ", " + quantityName(key.second);
            QVERIFY2(expected.contains(key), name.c_str());
            const TensorStatistics& e = expected.at(key);
            QCOMPARE(statistics.count, e.count);
            if (key.second == Quantity::Update && expected.at({key.first, Quantity::WeightGradient}).norm < 1e-5 * largest) continue;
            QVERIFY2(std::abs(statistics.norm - e.norm) <= 2e-3 * e.norm + 1e-6 * largest,
                     qPrintable(QString("%1: %2, expected %3").arg(name.c_str()).arg(statistics.norm).arg(e.norm)));
            layers += key.second == Quantity::ActivationGradient;
        }
        QCOMPARE(seen.size(), expected.size());
        QVERIFY2(layers >= 12, qPrintable(QString::number(layers)));
    }

    /// Only what was chosen, and it may be chosen anew for each step.
    void onlyWhatIsChosen()
    {
        Watched watched(test::convolutionalModel());
        Everything& eyes = *watched.eyes;
        const Feeds feeds = test::imageBatch();
        eyes.look = false;
        QVERIFY(watched.learner->step(feeds).ok());
        QVERIFY(eyes.last->observations().empty());
        eyes.look = true;
        for (const std::vector<std::size_t>& taps : {std::vector<std::size_t>{3}, {0, 5, 7}, {}}) {
            eyes.chosen = taps;
            QVERIFY(watched.learner->step(feeds).ok());
            QCOMPARE(eyes.last->observations().size(), taps.size());
            for (const auto& o : eyes.last->observations()) {
                QVERIFY(std::find(taps.begin(), taps.end(), o.tap) != taps.end());
                QVERIFY(o.statistics.count > 0 && o.milliseconds > 0);
            }
        }
    }

    /// Plans come and go with the shapes of batches, and with the document.
    void plansMayGo()
    {
        LearnerSettings settings{"cpu", 1};
        settings.planCache = 2;
        Watched watched(test::convolutionalModel(), settings);
        const Feeds feeds = test::imageBatch();
        for (int64_t size : {16, 8, 4, 16, 2, 8}) {
            Feeds part;
            for (const Feed& feed : feeds) part.push_back({feed.name, feed.value.sliced(0, 0, size)});
            QVERIFY(watched.learner->step(part).ok());
            QCOMPARE(watched.seen().at({"fc", Quantity::Activation}).count, 4 * size);
        }
        watched.learner->setDocument(watched.learner->document());
        QVERIFY(watched.learner->step(feeds).ok());
        watched.learner->observe(nullptr);
        QVERIFY(watched.learner->step(feeds).ok());
    }

    /// Within the budget, and what belongs to one layer in the same step.
    void watcherKeepsToItsBudget()
    {
        const auto learner = Learner::create(test::convolutionalModel(), {"cpu", 1}).value();
        std::map<std::string, int> times;
        std::set<int64_t> updates;
        const auto watcher = std::make_shared<Watcher>(0.1, [&](const std::vector<Sight>& sights) {
            std::map<std::string, int> inStep;
            for (const Sight& sight : sights) {
                ++inStep[sight.name];
                updates.insert(sight.update);
            }
            for (const auto& [name, count] : inStep) {
                ++times[name];
                const bool parameter = name.find('.') != std::string::npos;
                QVERIFY2(parameter ? count == 3 : count <= 2, name.c_str());
            }
        });
        learner->observe(watcher);
        const Feeds feeds = test::imageBatch();
        constexpr int steps = 200;
        for (int i = 0; i < steps; ++i) QVERIFY(learner->step(feeds).ok());
        QVERIFY2(watcher->measured() < 0.12, qPrintable(QString::number(watcher->measured())));
        QVERIFY(times.size() > 12 && times.at("conv1") > 1 && times.at("conv1") < steps);
        QVERIFY(updates.contains(1) && *updates.rbegin() <= steps);
        watcher->setBudget(0);
        times.clear();
        for (int i = 0; i < 5; ++i) QVERIFY(learner->step(feeds).ok());
        QVERIFY(times.empty());
    }
};

QTEST_GUILESS_MAIN(ProbeTest)
#include "probe.moc"
