// SPDX-License-Identifier: Apache-2.0
// Where the time of a step goes: each op once, with its work, and what is in memory meanwhile.
#include <QTest>

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "core/train/run_parts.h"
#include "inspector/engine/step_profile.h"
#include "tests/support/models.h"

using namespace ds;
using namespace ds::inspector;

namespace {

Document project()
{
    Document document;
    document.name = "p";
    document.train = {"synthetic", {{"kind", "blobs"}, {"samples", 640}, {"classes", 4}, {"features", 8}}};
    document.model.layers = {
        {"in", "Input", {{"field", "input"}}}, {"fc", "Dense", {{"units", 16}}}, {"act", "Tanh"}, {"out", "Dense", {{"units", 4}}}};
    ds::test::connectInARow(document.model);
    document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "label"}}};
    document.optimizer = {"adam", {{"learning_rate", 0.01}}};
    document.training = {{"epochs", 4}, {"batch_size", 64}};
    return document;
}

} // namespace

class StepProfileTest : public QObject {
    Q_OBJECT

private slots:
    void eachOpOnceWithItsWork()
    {
        RunParts parts = prepareRun(project(), "cpu", {}, false).value();
        const Result<StepProfile> result = profileSteps(parts, 7);
        QVERIFY2(result.ok(), result ? "" : result.error().message().c_str());
        const StepProfile& profile = *result;
        QCOMPARE(profile.steps, int64_t{7});
        QVERIFY(profile.ops.size() > 6 && profile.milliseconds > 0 && profile.waiting >= 0);
        double end = 0, most = 0;
        for (std::size_t i = 0; i < profile.ops.size(); ++i) {
            const OpTime& op = profile.ops[i];
            QCOMPARE(op.begin, end); // one follows on the other
            QVERIFY(op.milliseconds > 0 && op.bytes > 0);
            end += op.milliseconds;
            const double memory = profile.memoryAt(static_cast<int>(i));
            QVERIFY(memory >= 0 && memory <= profile.arenaBytes);
            most = std::max(most, memory);
        }
        QVERIFY(most > 0.5 * profile.arenaBytes);
        QVERIFY(profile.stateBytes >= 3 * 4 * (8 * 16 + 16 + 16 * 4 + 4)); // with two moments
        for (int phase = 0; phase < phases; ++phase) QVERIFY(profile.of(static_cast<Phase>(phase)) > 0);
        QVERIFY(std::abs(profile.of(Phase::Forward) + profile.of(Phase::Backward) + profile.of(Phase::Update) - end) < 1e-9);

        std::map<std::string, LayerTime> layers;
        double sum = 0;
        for (const LayerTime& layer : layerTimes(profile)) {
            QVERIFY(sum == 0 || layer.sum() <= sum); // the dearest first
            sum = layer.sum();
            layers[layer.layer] = layer;
        }
        // y = xW, dW = x'dy; the input needs no gradient. Of the other layer there is dx, too.
        QVERIFY(profile.limitFlops > 1e8 && profile.limitBytes > 1e8);
        QCOMPARE(profile.shareOfLimit(profile.limitFlops, 0, 1000), 1.0);
        QCOMPARE(profile.shareOfLimit(0, profile.limitBytes, 500), 2.0);
        const Result<StepProfile> copy = profileFromJson(Json::parse(profileToJson(profile).dump()));
        QVERIFY(copy.ok());
        QVERIFY(profileToJson(*copy) == profileToJson(profile));
        QVERIFY(!profileFromJson(Json{{"steps", 3}}).ok());
        QCOMPARE(layers.at("fc").flops, 2.0 * 2 * 64 * 8 * 16);
        QCOMPARE(layers.at("out").flops, 3.0 * 2 * 64 * 16 * 4);
        QVERIFY(layers.at("fc").milliseconds[static_cast<int>(Phase::Update)] > 0); // its parameters
    }

    void aTraceThatOthersRead()
    {
        RunParts parts = prepareRun(project(), "cpu", {}, false).value();
        const StepProfile profile = profileSteps(parts, 3).value();
        const Json trace = Json::parse(chromeTrace(profile).dump());
        std::size_t spans = 0, counters = 0;
        double end = 0;
        for (const Json& event : trace.at("traceEvents")) {
            if (event.at("ph") == "X") {
                ++spans;
                QVERIFY(event.at("ts").get<double>() >= end - 1e-6 && event.at("dur").get<double>() > 0);
                end = event.at("ts").get<double>() + event.at("dur").get<double>();
                QVERIFY(!event.at("name").get<std::string>().empty());
            } else {
                QCOMPARE(event.at("ph").get<std::string>(), std::string("C"));
                ++counters;
            }
        }
        QCOMPARE(spans, profile.ops.size());
        QCOMPARE(counters, profile.ops.size());
    }

    void aTrainingThatFailsSaysSo()
    {
        Document document = project();
        document.train.attrs.set("scale", 1e38);
        RunParts parts = prepareRun(document, "cpu", {}, false).value();
        const Result<StepProfile> result = profileSteps(parts, 50);
        QVERIFY(!result.ok());
        QVERIFY(!parts.learner->observer());
    }
};

QTEST_GUILESS_MAIN(StepProfileTest)
#include "step_profile.moc"
