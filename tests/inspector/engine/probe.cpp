// SPDX-License-Identifier: Apache-2.0
// What is seen while a step runs: the right numbers of the right tensors, and the step does not notice.
#include <QTest>

#include <cmath>
#include <cstring>
#include <map>

#include "inspector/engine/statistics_probe.h"
#include "tests/support/compare.h"
#include "tests/support/models.h"

using namespace ds;
using namespace ds::inspector;

namespace {

/// A learner of which everything is watched at each step.
struct Watched {
    explicit Watched(const Document& document, LearnerSettings settings = {"cpu", 1})
        : learner(Learner::create(document, std::move(settings)).value())
    {
        learner->observe([this](const Plan& plan) {
            std::unique_ptr<StatisticsProbe>& probe = probes[&plan];
            if (!probe) {
                probe = std::make_unique<StatisticsProbe>(plan);
                std::vector<std::size_t> all(probe->taps().size());
                for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
                probe->choose(all);
            }
            probe->forget();
            last = probe.get();
            return last;
        });
    }
    /// Of the last step.
    std::map<std::pair<std::string, Quantity>, TensorStatistics> seen() const
    {
        std::map<std::pair<std::string, Quantity>, TensorStatistics> result;
        for (const auto& o : last->observations()) {
            const Tap& tap = last->taps()[o.tap];
            result[{tap.name, tap.quantity}] = o.statistics;
        }
        return result;
    }

    std::unique_ptr<Learner> learner;
    std::map<const Plan*, std::unique_ptr<StatisticsProbe>> probes;
    StatisticsProbe* last = nullptr;
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
            QCOMPARE(watched.last->observations().size(), watched.last->taps().size());
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
        for (const auto& [key, statistics] : seen) {
            const std::string name = key.first + ", " + quantityName(key.second);
            QVERIFY2(expected.contains(key), name.c_str());
            const TensorStatistics& e = expected.at(key);
            QCOMPARE(statistics.count, e.count);
            QVERIFY2(std::abs(statistics.norm - e.norm) <= 2e-3 * e.norm + 1e-9,
                     qPrintable(QString("%1: %2, expected %3").arg(name.c_str()).arg(statistics.norm).arg(e.norm)));
            layers += key.second == Quantity::ActivationGradient;
        }
        QCOMPARE(seen.size(), expected.size());
        QVERIFY2(layers >= 12, qPrintable(QString::number(layers)));
    }

    /// Only what was chosen, and it may be chosen anew for each step.
    void onlyWhatIsChosen()
    {
        const auto learner = Learner::create(test::convolutionalModel(), {"cpu", 1}).value();
        std::unique_ptr<StatisticsProbe> probe;
        bool look = false;
        learner->observe([&](const Plan& plan) -> PlanObserver* {
            if (!probe) probe = std::make_unique<StatisticsProbe>(plan);
            return look ? probe.get() : nullptr;
        });
        const Feeds feeds = test::imageBatch();
        QVERIFY(learner->step(feeds).ok());
        QVERIFY(probe->observations().empty());
        look = true;
        for (const std::vector<std::size_t>& taps : {std::vector<std::size_t>{3}, {0, 5, 7}, {}}) {
            probe->choose(taps);
            QVERIFY(learner->step(feeds).ok());
            QCOMPARE(probe->observations().size(), taps.size());
            for (const auto& o : probe->observations()) {
                QVERIFY(std::find(taps.begin(), taps.end(), o.tap) != taps.end());
                QVERIFY(o.statistics.count > 0 && o.milliseconds > 0);
            }
        }
    }
};

QTEST_GUILESS_MAIN(ProbeTest)
#include "probe.moc"
