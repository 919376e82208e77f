// SPDX-License-Identifier: Apache-2.0
// Training in bf16: learns as f32 does, in fewer bytes, and says where it cannot.
#include <QTest>

#include <cmath>

#include "core/backends/backend.h"
#include "core/graph/op_spec.h"
#include "core/train/learner.h"
#include "tests/support/models.h"

using namespace ds;

class PrecisionTest : public QObject {
    Q_OBJECT

    struct Trained {
        std::vector<double> losses;
        std::size_t arena = 0;
        std::map<std::string, Tensor> states;
        int narrow = 0; ///< products and convolutions that ran in bf16
        int wide = 0;   ///< ... and those that did not
    };

    static Result<Trained> train(Document document, const Feeds& feeds, const std::string& precision, int accumulate = 1,
                                 const std::string& device = "cpu", int steps = 30)
    {
        document.training.set("precision", precision);
        document.training.set("accumulate", accumulate);
        auto learner = DS_TRY(Learner::create(std::move(document), {device, 1}));
        Trained result;
        for (int i = 0; i < steps; ++i) result.losses.push_back(DS_TRY(learner->step(feeds)).loss);
        std::vector<std::pair<std::string, TensorType>> types;
        for (const Feed& feed : feeds) types.emplace_back(feed.name, feed.value.type());
        const Plan& plan = *DS_TRY(learner->prepare(types));
        result.arena = plan.arenaBytes();
        for (const Node& node : plan.graph().nodes)
            if (node.op->precision == Precision::Low)
                ++(plan.graph().type(node.inputs[0]).dtype == DType::BF16 ? result.narrow : result.wide);
        for (const StateStore::Entry& entry : learner->states().entries()) result.states[entry.name] = learner->states().read(entry);
        return result;
    }

    static bool canBf16() { return createBackend("cpu")->canCompute(DType::BF16).ok(); }

private slots:
    void learns_data()
    {
        QTest::addColumn<bool>("images");
        QTest::addColumn<int>("accumulate");
        QTest::newRow("convolutions") << true << 1;
        QTest::newRow("convolutions, two batches an update") << true << 2;
        QTest::newRow("attention") << false << 1;
    }
    void learns()
    {
        if (!canBf16()) QSKIP("this CPU has no AVX-512");
        QFETCH(bool, images);
        QFETCH(int, accumulate);
        const Document document = images ? test::convolutionalModel() : test::transformerModel();
        const Feeds feeds = images ? test::imageBatch() : test::sequenceBatch();
        const Result<Trained> wide = train(document, feeds, "f32", accumulate), half = train(document, feeds, "bf16", accumulate);
        QVERIFY2(wide.ok(), wide.ok() ? "" : wide.error().message().c_str());
        QVERIFY2(half.ok(), half.ok() ? "" : half.error().message().c_str());
        QCOMPARE(wide->narrow, 0);
        QVERIFY2(half->narrow > 4 * half->wide, qPrintable(QString("%1 in bf16, %2 not").arg(half->narrow).arg(half->wide)));
        QVERIFY(half->losses != wide->losses);
        QVERIFY(half->losses.back() < 0.7 * half->losses.front());
        for (std::size_t i = 0; i < 5; ++i) QVERIFY(std::abs(half->losses[i] - wide->losses[i]) < 0.03 * std::abs(wide->losses[i]));
        QVERIFY2(half->arena < 0.75 * static_cast<double>(wide->arena), qPrintable(QString("%1 of %2").arg(half->arena).arg(wide->arena)));
        // Parameters and what the optimiser keeps are as in f32, so that a run can go on in either.
        QCOMPARE(half->states.size(), wide->states.size());
        for (const auto& [name, value] : half->states) QCOMPARE(value.type(), wide->states.at(name).type());
        const Result<Trained> again = train(document, feeds, "bf16", accumulate);
        QVERIFY(again.ok() && again->losses == half->losses);
    }

    /// The reference computes the same mixed graph in its plain loops.
    void agreesWithTheReference()
    {
        if (!canBf16()) QSKIP("this CPU has no AVX-512");
        const Result<Trained> half = train(test::transformerModel(0), test::sequenceBatch(), "bf16");
        const Result<Trained> reference = train(test::transformerModel(0), test::sequenceBatch(), "bf16", 1, "reference", 5);
        QVERIFY(half.ok() && reference.ok());
        for (std::size_t i = 0; i < 5; ++i)
            QVERIFY(std::abs(half->losses[i] - reference->losses[i]) < 0.02 * std::abs(reference->losses[i]));
    }

    void refusal()
    {
        if (canBf16()) QSKIP("this CPU has AVX-512");
        const Result<Trained> half = train(test::convolutionalModel(), test::imageBatch(), "bf16");
        QVERIFY(!half.ok());
        QCOMPARE(half.error().message(), std::string("training, precision: this CPU has neither AMX nor AVX-512, without which bf16 is "
                                                     "slower than f32. Use f32."));
    }
};

QTEST_GUILESS_MAIN(PrecisionTest)
#include "precision.moc"
