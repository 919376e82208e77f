// SPDX-License-Identifier: Apache-2.0
// What is told of trainings on several devices, from recorded traces.
#include <QTest>

#include <functional>
#include <set>

#include "core/train/run_record.h"
#include "inspector/engine/records.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::inspector;
using ds::test::Folder;

namespace {

using Times = Trace::DeviceTimes;
using Names = std::set<std::string>;

/// Four devices that are well: two stages of two if `stages`, ten reports. What a fault changes of that; written down and read back.
Trace recorded(bool stages, const std::function<void(int report, Times& times)>& fault)
{
    Folder dir;
    {
        RunRecord record = std::move(RunRecord::open(dir.at("runs"))).value();
        if (!record.begin("r", Document(), "cpu", 0)) qFatal("no record");
        for (int report = 1; report <= 10; ++report) {
            Trace::DeviceReport devices{10 * report, {}};
            for (int device = 0; device < 4; ++device) {
                Times times{device, stages ? device / 2 : 0, 900, 200, 160, 20};
                times.computing += device; // no two clocks agree
                fault(report, times);
                devices.devices.push_back(times);
            }
            writeDevices(record, devices);
        }
        if (!record.flush()) qFatal("no flush");
    }
    Result<RunStore> store = RunStore::open(dir.at("runs/runs.sqlite"), true);
    TraceReader reader("r");
    if (!reader.read(*store)) qFatal("not read");
    return reader.take();
}

Names rulesOf(const Trace& trace)
{
    Names names;
    const std::vector<Verdict> verdicts = judge(trace);
    for (const Verdict& verdict : verdicts)
        names.insert(std::string(verdict.rule->name) +
                     (verdict.because < 0 ? "" : " < " + std::string(verdicts[static_cast<std::size_t>(verdict.because)].rule->name)));
    return names;
}

} // namespace

class DeviceRulesTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsWellIsNotComplainedOf()
    {
        for (bool stages : {false, true}) {
            const Trace trace = recorded(stages, [](int, Times&) {});
            QCOMPARE(trace.deviceReports().size(), std::size_t{10});
            QCOMPARE(trace.deviceReports()[3].update, int64_t{40});
            QCOMPARE(trace.deviceReports()[3].devices[3].computing, 903.0);
            QCOMPARE(trace.until(50).deviceReports().size(), std::size_t{5});
            QVERIFY(rulesOf(trace).empty());
        }
        // One report that is bad, and a training that has hardly begun.
        QVERIFY(rulesOf(recorded(false, [](int report, Times& t) { t.computing *= report == 9 && t.device == 2 ? 3 : 1; })).empty());
        Trace young;
        young.add({10, {Times{0, 0, 100, 900, 0, 0}, Times{1, 0, 100, 900, 0, 0}}});
        QVERIFY(rulesOf(young).empty());
    }

    void communication()
    {
        // There is more to send than to compute: hidden as far as it goes.
        QCOMPARE(rulesOf(recorded(false, [](int, Times& t) { t.communicating = 1500, t.overlapped = 890; })), Names{"communication_bound"});
        QCOMPARE(rulesOf(recorded(false, [](int, Times& t) { t.communicating = 150, t.overlapped = 20; })), Names{"poor_overlap"});
        QCOMPARE(rulesOf(recorded(false, [](int, Times& t) { t.communicating = 500, t.overlapped = 20; })),
                 (Names{"poor_overlap", "communication_bound < poor_overlap"}));
    }

    void stragglers()
    {
        const Trace trace = recorded(false, [](int, Times& t) { t.computing *= t.device == 2 ? 1.4 : 1; });
        QCOMPARE(rulesOf(trace), Names{"straggler"});
        const std::string text = judge(trace).front().finding.text.english();
        QVERIFY2(text.starts_with("Device 2 takes up to 1.4 times"), text.c_str());
        // Stages have work of their own: only within one can a device be a straggler.
        QCOMPARE(rulesOf(recorded(true, [](int, Times& t) { t.computing *= t.device == 3 ? 1.25 : 1; })), Names{"straggler"});
    }

    void stages()
    {
        const Trace trace = recorded(true, [](int, Times& t) { t.computing *= t.stage == 1 ? 2 : 1; });
        QCOMPARE(rulesOf(trace), Names{"unbalanced_stages"});
        QVERIFY(judge(trace).front().finding.text.english().starts_with("Stage 1 of the pipeline computes 1.33 times"));
    }
};

QTEST_GUILESS_MAIN(DeviceRulesTest)
#include "device_rules.moc"
