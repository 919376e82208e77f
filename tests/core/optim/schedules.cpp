// SPDX-License-Identifier: Apache-2.0
#include "core/optim/schedule.h"

#include <QtTest>

#include <cmath>

using namespace ds;

namespace {

double factor(std::string_view name, Attrs attrs, double step, double total = 100, double perEpoch = 10, int reductions = 0)
{
    const ScheduleSpec* spec = findSchedule(name);
    if (!spec || !validate(scheduleAttributes(*spec), attrs).empty()) return -1;
    return scheduleFactor(*spec, attrs, step, total, perEpoch, reductions);
}

} // namespace

#define NEAR(actual, expected) QVERIFY2(std::abs((actual) - (expected)) < 1e-9, std::to_string(actual).c_str())

class SchedulesTest : public QObject {
    Q_OBJECT

private slots:
    void knownPoints()
    {
        for (double step : {0.0, 50.0, 99.0, 500.0}) NEAR(factor("constant", {}, step), 1.0);
        NEAR(factor("step", {{"every", 2}, {"gamma", 0.5}}, 19), 1.0);
        NEAR(factor("step", {{"every", 2}, {"gamma", 0.5}}, 20), 0.5);
        NEAR(factor("step", {{"every", 2}, {"gamma", 0.5}}, 99), 0.0625);
        NEAR(factor("exponential", {{"gamma", 0.5}}, 5), std::sqrt(0.5));
        NEAR(factor("exponential", {{"gamma", 0.5}}, 20), 0.25);
        NEAR(factor("cosine", {}, 0), 1.0);
        NEAR(factor("cosine", {}, 50), 0.5);
        NEAR(factor("cosine", {{"minimum", 0.2}}, 50), 0.6);
        NEAR(factor("cosine", {{"minimum", 0.2}}, 100), 0.2);
        NEAR(factor("cosine", {{"minimum", 0.2}}, 400), 0.2);
        NEAR(factor("one_cycle", {{"start", 0.1}, {"rise", 0.5}}, 0), 0.1);
        NEAR(factor("one_cycle", {{"start", 0.1}, {"rise", 0.5}}, 25), 0.55);
        NEAR(factor("one_cycle", {{"start", 0.1}, {"rise", 0.5}}, 50), 1.0);
        NEAR(factor("one_cycle", {{"start", 0.1}, {"rise", 0.5}, {"minimum", 0.0}}, 75), 0.5);
        NEAR(factor("one_cycle", {{"minimum", 0.01}}, 100), 0.01);
        NEAR(factor("plateau", {{"gamma", 0.5}}, 70), 1.0);
        NEAR(factor("plateau", {{"gamma", 0.5}}, 70, 100, 10, 3), 0.125);
        NEAR(factor("plateau", {{"gamma", 0.5}, {"minimum", 0.3}}, 70, 100, 10, 3), 0.3);
    }

    /// The warm-up rises evenly and the schedule proper begins after it.
    void warmUp()
    {
        const Attrs four{{"warmup_steps", 4}};
        for (int step = 0; step < 4; ++step) NEAR(factor("constant", four, step), (step + 1) / 5.0);
        NEAR(factor("constant", four, 4), 1.0);
        NEAR(factor("constant", {{"warmup_steps", 4}, {"warmup_from", 0.5}}, 0), 0.5 + 0.5 / 5);
        NEAR(factor("cosine", {{"warmup_steps", 20}}, 20), 1.0);
        NEAR(factor("cosine", {{"warmup_steps", 20}}, 60), 0.5);
        NEAR(factor("cosine", {{"warmup_steps", 20}}, 100), 0.0);
        // Longer than the run.
        QVERIFY(factor("cosine", {{"warmup_steps", 500}}, 50) > 0);
    }

    /// Always between 0 and 1, for any schedule, anywhere.
    void bounded()
    {
        for (std::string_view name : scheduleNames())
            for (double total : {1.0, 7.0, 1000.0})
                for (int part = 0; part <= 14; ++part) {
                    const double f = factor(name, {{"warmup_steps", 3}}, part * total / 7, total, 3, 1);
                    QVERIFY2(f >= 0 && f <= 1, std::string(name).c_str());
                }
    }

    void described()
    {
        for (const ScheduleSpec* spec : allSchedules()) {
            QVERIFY(spec->doc.back() == '.');
            for (const AttrSpec& attribute : scheduleAttributes(*spec)) QVERIFY(attribute.doc.back() == '.');
        }
    }
};

QTEST_GUILESS_MAIN(SchedulesTest)
#include "schedules.moc"
