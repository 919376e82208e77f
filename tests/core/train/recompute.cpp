// SPDX-License-Identifier: Apache-2.0
// Less memory for more time, and the same bits.
#include <QTest>

#include <cstring>

#include "core/passes/recompute.h"
#include "core/train/learner.h"
#include "tests/support/models.h"

using namespace ds;

class Recompute : public QObject {
    Q_OBJECT

    struct Trained {
        std::size_t arena = 0;
        RecomputeCost again;
        std::map<std::string, Tensor> states;
        double loss = 0;
    };

    /// Three steps with at most so many bytes of intermediate values; 0: no limit.
    static Result<Trained> train(const Document& document, const Feeds& feeds, std::size_t arenaBudget)
    {
        auto learner = DS_TRY(Learner::create(document, {"cpu", 1}));
        std::vector<std::pair<std::string, TensorType>> types;
        for (const Feed& feed : feeds) types.emplace_back(feed.name, feed.value.type());
        if (arenaBudget) {
            const Graph step = DS_TRY(learner->stepGraph(types));
            learner->limitMemory(StateStore::bytesFor(step) + arenaBudget);
        }
        Trained trained;
        for (int i = 0; i < 3; ++i) trained.loss = DS_TRY(learner->step(feeds)).loss;
        const Plan& plan = *DS_TRY(learner->prepare(types));
        trained.arena = plan.arenaBytes();
        trained.again = recomputeCost(plan.graph());
        for (const StateStore::Entry& entry : learner->states().entries()) trained.states[entry.name] = learner->states().read(entry);
        return trained;
    }

    static void compare(const Trained& a, const Trained& b)
    {
        QCOMPARE(a.loss, b.loss);
        QCOMPARE(a.states.size(), b.states.size());
        for (const auto& [name, value] : a.states) {
            const Tensor& other = b.states.at(name);
            QVERIFY2(value.type() == other.type() && std::memcmp(value.raw(), other.raw(), value.bytes()) == 0, name.c_str());
        }
    }

private slots:
    void aBudgetIsKeptWithTheSameBits_data()
    {
        QTest::addColumn<bool>("images");
        QTest::addColumn<double>("share");
        for (double share : {0.9, 0.7, 0.6}) {
            QTest::addRow("convolutional %.1f", share) << true << share;
            QTest::addRow("transformer %.1f", share) << false << share;
        }
    }
    void aBudgetIsKeptWithTheSameBits()
    {
        QFETCH(bool, images);
        QFETCH(double, share);
        const Document document = images ? test::convolutionalModel() : test::transformerModel();
        const Feeds feeds = images ? test::imageBatch() : test::sequenceBatch();
        const Result<Trained> all = train(document, feeds, 0);
        QVERIFY2(all.ok(), all ? "" : all.error().message().c_str());
        QCOMPARE(all->again.nodes, 0);
        const auto budget = static_cast<std::size_t>(share * static_cast<double>(all->arena));
        const Result<Trained> less = train(document, feeds, budget);
        QVERIFY2(less.ok(), less ? "" : less.error().message().c_str());
        QVERIFY(less->arena <= budget);
        QVERIFY(less->again.nodes > 0 && less->again.share() > 0 && less->again.share() < 0.6);
        compare(*all, *less);
    }

    void namedLayersAreComputedAgain()
    {
        Document document = test::transformerModel();
        const Result<Trained> all = train(document, test::sequenceBatch(), 0);
        document.training.set("recompute", Strings{"first", "s*"});
        const Result<Trained> some = train(document, test::sequenceBatch(), 0);
        document.training.set("recompute", Strings{"*"});
        const Result<Trained> most = train(document, test::sequenceBatch(), 0);
        QVERIFY(all.ok() && some.ok() && most.ok());
        QVERIFY(some->arena < all->arena);
        QVERIFY(most->arena < some->arena);
        QVERIFY(some->again.nodes > 0 && most->again.nodes > some->again.nodes);
        compare(*all, *some);
        compare(*all, *most);
    }

    void whatCannotBeMetSaysWhatCan()
    {
        const Result<Trained> all = train(test::convolutionalModel(), test::imageBatch(), 0);
        const Result<Trained> none = train(test::convolutionalModel(), test::imageBatch(), all->arena / 50);
        QVERIFY(!none.ok());
        const QString message = QString::fromStdString(none.error().message());
        QVERIFY2(message.startsWith("memory budget: what a step computes needs at least ") && message.contains("slower") &&
                     message.endsWith("KiB. Allow more memory or make the batch smaller."),
                 qPrintable(message));
    }
};

QTEST_GUILESS_MAIN(Recompute)
#include "recompute.moc"
