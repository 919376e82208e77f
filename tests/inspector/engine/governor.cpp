// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>

#include "core/base/philox.h"
#include "inspector/engine/governor.h"

using ds::inspector::Governor;

class GovernorTest : public QObject {
    Q_OBJECT

    struct Played {
        std::vector<int> seen;
        double share; ///< of watching, by our own reckoning
        double measured;
    };
    /// 1,000 steps of about 100 ms with groups of very different cost, all noisy.
    static Played play(double budget, int steps = 1000)
    {
        const std::vector<double> costs{0.1, 0.1, 3, 0.5, 12, 0.02, 7, 1, 1, 1};
        Governor governor(costs.size(), budget);
        ds::Rng rng(5);
        Played played{std::vector<int>(costs.size()), 0, 0};
        double working = 0, watching = 0;
        for (int i = 0; i < steps; ++i) {
            const double step = 100 * (0.8 + 0.4 * rng.uniform());
            const std::vector<std::size_t> groups = governor.next();
            std::vector<double> took;
            double all = 0;
            for (std::size_t group : groups) {
                took.push_back(costs[group] * (0.7 + 0.6 * rng.uniform()));
                all += took.back();
                ++played.seen[group];
            }
            governor.took(step + all, groups, took);
            working += step;
            watching += all;
        }
        played.share = watching / working;
        played.measured = governor.measured();
        return played;
    }

private slots:
    void keepsToTheBudget_data()
    {
        QTest::addColumn<double>("budget");
        for (double budget : {0.01, 0.03, 0.05, 0.1, 0.2}) QTest::addRow("%.0f %%", 100 * budget) << budget;
    }
    void keepsToTheBudget()
    {
        QFETCH(double, budget);
        const Played played = play(budget);
        QVERIFY2(played.share <= budget + 0.001, qPrintable(QString::number(played.share)));
        QVERIFY2(played.share >= 0.9 * budget, qPrintable(QString::number(played.share))); // and makes use of it
        QVERIFY(std::abs(played.measured - played.share) < 1e-9);
        const auto [least, most] = std::minmax_element(played.seen.begin(), played.seen.end());
        QVERIFY2(*least > 0 && *most - *least <= 1, qPrintable(QString("%1 to %2").arg(*least).arg(*most)));
    }

    /// A look at each step in the beginning, then ever fewer: their number grows with the logarithm of the steps.
    void keepsItsPace()
    {
        Governor governor(2, 1e9, 0.01);
        std::vector<int> looks;
        for (int step = 1; step <= 10000; ++step) {
            const std::vector<std::size_t> groups = governor.next();
            if (!groups.empty()) looks.push_back(step);
            governor.took(1, groups, std::vector<double>(groups.size(), 0.01));
        }
        QCOMPARE(looks[49], 50);
        QVERIFY2(looks.size() > 400 && looks.size() < 700, qPrintable(QString::number(looks.size())));
        for (std::size_t i = 1; i < looks.size(); ++i) QVERIFY(looks[i] - looks[i - 1] <= 1 + looks[i] / 80);
    }

    /// What is spent in all is the grant or the budget, whichever is more.
    void aGrantIsLent()
    {
        const auto looks = [](double grant, int steps) {
            Governor governor(1, 0.01, 0, grant);
            int count = 0;
            for (int step = 0; step < steps; ++step) {
                const std::vector<std::size_t> groups = governor.next();
                count += static_cast<int>(groups.size());
                governor.took(1 + static_cast<double>(groups.size()), groups, std::vector<double>(groups.size(), 1.0));
            }
            return count;
        };
        QCOMPARE(looks(0, 50), 1);
        QCOMPARE(looks(20, 50), 20);
        QVERIFY(std::abs(looks(20, 1900) - 20) <= 1);
        QVERIFY(std::abs(looks(20, 5000) - 50) <= 1);
    }

    void whatIsChargedIsPaid()
    {
        Governor governor(1, 0.1);
        int looks = 0;
        for (int step = 0; step < 1000; ++step) {
            const std::vector<std::size_t> groups = governor.next();
            governor.took(10 + static_cast<double>(groups.size()), groups, std::vector<double>(groups.size(), 1.0));
            if (!groups.empty()) governor.charge(1), ++looks; // as much again
        }
        QVERIFY2(looks >= 480 && looks <= 501, qPrintable(QString::number(looks)));
        QVERIFY(std::abs(governor.measured() - 0.1) < 0.005);
    }

    void everythingAtEveryStepIfThereIsEnough()
    {
        const Played played = play(2, 50);
        QVERIFY(std::all_of(played.seen.begin(), played.seen.end(), [](int n) { return n == 50; }));
    }

    void noneWithoutABudget()
    {
        const Played played = play(0, 50);
        QCOMPARE(played.share, 0.0);
    }

    void nothingToWatch()
    {
        Governor governor(0, 0.03);
        QVERIFY(governor.next().empty());
        governor.took(10, {}, {});
        QVERIFY(governor.next().empty());
        QCOMPARE(governor.measured(), 0.0);
    }
};

QTEST_GUILESS_MAIN(GovernorTest)
#include "governor.moc"
