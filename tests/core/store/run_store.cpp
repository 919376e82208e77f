// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

#include <QTest>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "core/store/run_store.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

namespace {

RunInfo run(const std::string& id, double started = 1)
{
    return {.id = id,
            .name = "name of " + id,
            .project = "p.dsw",
            .document = "{\"a\": \"é\"}",
            .device = "cpu",
            .seed = ~uint64_t{0},
            .started = started};
}

std::string contents(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {(std::istreambuf_iterator<char>(in)), {}};
}

void execute(const std::string& path, const char* sql)
{
    sqlite3* database = nullptr;
    sqlite3_open(path.c_str(), &database);
    sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
    sqlite3_close(database);
}

} // namespace

class RunStoreTest : public QObject {
    Q_OBJECT

    Folder m_dir;
    int m_count = 0;
    std::string fresh() { return m_dir.at("runs" + std::to_string(++m_count) + ".db"); }

private slots:
    void everythingComesBack()
    {
        const std::string path = fresh();
        {
            Result<RunStore> store = RunStore::open(path);
            QVERIFY2(store.ok(), store ? "" : store.error().message().c_str());
            QVERIFY(store->add(run("r1")));
            RunWriter writer = store->writer("r1");
            writer.add(ParamRecord{"lr", "0.1"});
            for (int64_t step : {1, 2, 3})
                writer.add(ScalarRecord{"loss", step, 0.5, 100.0 + static_cast<double>(step), 1.0 / static_cast<double>(step)});
            writer.add(ScalarRecord{"accuracy", 2, 0.5, 102, 0.9});
            writer.add(ScalarRecord{"odd", 1, 0, 0, std::nan("")});
            writer.add(ScalarRecord{"odd", 2, 0, 0, HUGE_VAL});
            writer.add(EventRecord{2, 5, "warning", "text with \"quotes\" and '", "{}"});
            writer.add(HistogramRecord{"weights", 3, {0, 1, 255, 0}});
            writer.add(ArtifactRecord{"checkpoint", "c.h5", 3, "best"});
            writer.add(SummaryRecord{"accuracy", 0.9});
            QCOMPARE(writer.pending(), std::size_t{11});
            QVERIFY(writer.flush());
            QCOMPARE(writer.pending(), std::size_t{0});
            QVERIFY(store->setState("r1", RunState::Finished, 77, "done"));
        }
        Result<RunStore> store = RunStore::open(path, true);
        QVERIFY2(store.ok(), store ? "" : store.error().message().c_str());
        const RunInfo back = *store->run("r1");
        QCOMPARE(back.document, run("r1").document);
        QCOMPARE(back.seed, ~uint64_t{0});
        QCOMPARE(back.ended, 77.0);
        QVERIFY(back.state == RunState::Finished);
        QCOMPARE(back.message, std::string("done"));
        QCOMPARE(store->params("r1")->front().value, std::string("0.1"));
        QCOMPARE(store->scalars("r1", "loss")->size(), std::size_t{3});
        QCOMPARE(store->scalars("r1", "loss", 2)->at(0).value, 0.5);
        QVERIFY(std::isnan(store->scalars("r1", "odd")->at(0).value));
        QVERIFY(std::isinf(store->scalars("r1", "odd")->at(1).value));
        QCOMPARE(*store->scalarNames("r1"), (std::vector<std::string>{"accuracy", "loss", "odd"}));
        const std::vector<ScalarRecord> latest = *store->latestScalars("r1");
        QCOMPARE(latest.size(), std::size_t{3});
        QCOMPARE(latest[1].step, int64_t{3});
        QCOMPARE(store->events("r1")->at(0).text, std::string("text with \"quotes\" and '"));
        QCOMPARE(store->events("r1", 1)->size(), std::size_t{0});
        QCOMPARE(store->histograms("r1", "weights")->at(0).data, (std::vector<uint8_t>{0, 1, 255, 0}));
        QCOMPARE(store->artifacts("r1")->at(0).note, std::string("best"));
        QCOMPARE(store->summary("r1")->at(0).value, 0.9);
        QVERIFY(!store->add(run("r2")).ok()); // opened for reading
    }

    void aStepReportedAgainReplacesItself()
    {
        Result<RunStore> store = RunStore::open(fresh());
        QVERIFY(store->add(run("r")));
        RunWriter writer = store->writer("r");
        for (double value : {1.0, 2.0}) {
            writer.add(ScalarRecord{"loss", 5, 0, 0, value});
            QVERIFY(writer.flush());
        }
        QCOMPARE(store->scalars("r", "loss")->size(), std::size_t{1});
        QCOMPARE(store->scalars("r", "loss")->at(0).value, 2.0);
    }

    void removesAndCompares()
    {
        Result<RunStore> store = RunStore::open(fresh());
        for (const char* id : {"a", "b"}) {
            QVERIFY(store->add(run(id)));
            RunWriter writer = store->writer(id);
            writer.add(ParamRecord{"lr", id});
            writer.add(ScalarRecord{"loss", 1, 0, 0, 1});
            writer.add(EventRecord{1, 0, "k", "t", ""});
            writer.add(SummaryRecord{"accuracy", 0.5});
            QVERIFY(writer.flush());
        }
        const auto compared = *store->compare({"a", "b"});
        QCOMPARE(compared[1].params.at("lr"), std::string("b"));
        QCOMPARE(compared[0].summary.at("accuracy"), 0.5);
        QVERIFY(store->remove("a"));
        QCOMPARE(store->runs()->size(), std::size_t{1});
        QVERIFY(store->scalars("a", "loss")->empty() && store->events("a")->empty() && store->summary("a")->empty());
        QCOMPARE(store->scalars("b", "loss")->size(), std::size_t{1});
        QVERIFY(store->remove("a").error().message().ends_with("there is no run \"a\"."));
        QVERIFY(store->setState("a", RunState::Failed).error().message().ends_with("there is no run \"a\"."));
        QVERIFY(store->add(run("b")).error().message().ends_with("there is a run \"b\" already."));
        // Records of a run that is gone are an error and stay pending.
        RunWriter writer = store->writer("a");
        writer.add(ScalarRecord{"loss", 1, 0, 0, 1});
        QVERIFY(!writer.flush().ok());
        QCOMPARE(writer.pending(), std::size_t{1});
        QVERIFY(store->scalars("a", "loss")->empty());
    }

    void mergesRemoteRuns()
    {
        const std::string here = fresh(), there = fresh();
        Result<RunStore> remote = RunStore::open(there), local = RunStore::open(here);
        QVERIFY(local->add(run("mine", 1)) && local->add(run("both", 2)) && remote->add(run("both", 2)) && remote->add(run("theirs", 3)));
        RunWriter writer = remote->writer("both");
        writer.add(ScalarRecord{"loss", 1, 0, 0, 4});
        writer.add(EventRecord{1, 0, "k", "first", ""});
        writer.add(EventRecord{1, 0, "k", "second", ""});
        QVERIFY(writer.flush());
        for (int i = 0; i < 2; ++i) { // twice changes nothing
            const Status merged = local->merge(there);
            QVERIFY2(merged.ok(), merged ? "" : merged.error().message().c_str());
            const std::vector<RunInfo> runs = *local->runs();
            QCOMPARE(runs.size(), std::size_t{3});
            QCOMPARE(runs[0].id, std::string("theirs")); // newest first
            QCOMPARE(local->scalars("both", "loss")->size(), std::size_t{1});
            QCOMPARE(local->events("both")->at(1).text, std::string("second"));
        }
        QVERIFY(!local->merge(m_dir.write("text.db", "no database, just some text that is long enough")).ok());
        QVERIFY(!local->merge(m_dir.at("none.db")).ok());
        QCOMPARE(local->runs()->size(), std::size_t{3});
    }

    void whatAResumedRunSaysAgainIsKeptOnce()
    {
        Result<RunStore> store = RunStore::open(fresh());
        QVERIFY(store->add(run("r")));
        for (int sitting = 0; sitting < 2; ++sitting) {
            RunWriter writer = store->writer("r");
            writer.add(EventRecord{5, 10.0 + sitting, "checkpoint/last", "", ""});
            writer.add(EventRecord{5, 10.0 + sitting, "metric/confusion", "", "[1]"});
            writer.add(EventRecord{5, 10.0 + sitting, "metric/confusion", "", sitting ? "[3]" : "[2]"});
            QVERIFY(writer.flush());
        }
        const std::vector<EventRecord> events = *store->events("r");
        QCOMPARE(events.size(), std::size_t{4}); // one checkpoint, the matrices 1, 2 and 3
        QCOMPARE(events[0].time, 10.0);
    }

    void bringsAnOlderStoreUpToDate()
    {
        const std::string path = fresh();
        QVERIFY(RunStore::open(path)->add(run("r")));
        execute(path, "DROP TABLE notes; DROP INDEX events_by_step; PRAGMA user_version = 1");
        QCOMPARE(RunStore::open(path, true)->overview()->size(), std::size_t{1}); // read as it is
        QVERIFY(RunStore::open(path, true)->note("r")->tags.empty());
        Result<RunStore> store = RunStore::open(path);
        QVERIFY2(store.ok(), store ? "" : store.error().message().c_str());
        QVERIFY(store->setNote("r", {true, {"good", "two words"}, "why", 0}));
        QCOMPARE(store->runs()->size(), std::size_t{1});
        QVERIFY(*RunStore::open(path, true)->note("r") == (RunNote{true, {"good", "two words"}, "why", 0}));
    }

    void notesStayWithTheirRun()
    {
        const std::string here = fresh(), there = fresh();
        Result<RunStore> store = RunStore::open(here), other = RunStore::open(there);
        QVERIFY(store->add(run("a")) && other->add(run("b", 2)));
        QVERIFY(store->setNote("a", {false, {}, "x", 5}) && other->setNote("b", {true, {"t"}, "", 0}));
        QVERIFY(store->setNote("none", {}).error().message().ends_with("there is no run \"none\"."));
        QVERIFY(store->merge(there));
        const std::vector<RunOverview> all = *store->overview();
        QVERIFY(all[0].note.star && all[0].note.tags == std::vector<std::string>{"t"});
        QCOMPARE(all[1].note.binned, 5.0);
        QVERIFY(store->remove("a") && store->add(run("a")));
        QVERIFY(*store->note("a") == RunNote{});
    }

    void anOverviewHoldsEverything()
    {
        Result<RunStore> store = RunStore::open(fresh());
        QVERIFY(store->add(run("a", 1)) && store->add(run("b", 2)));
        RunWriter writer = store->writer("a");
        writer.add(ParamRecord{"lr", "0.1"});
        writer.add(SummaryRecord{"accuracy", 0.9});
        for (int64_t step : {1, 2, 7}) writer.add(ScalarRecord{"train/loss", step, static_cast<double>(step) / 4, 0, 1});
        QVERIFY(writer.flush());
        const std::vector<RunOverview> all = *store->overview();
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all[0].figures.run.id, std::string("b"));
        QCOMPARE(all[0].steps, int64_t{0});
        QCOMPARE(all[1].figures.params.at("lr"), std::string("0.1"));
        QCOMPARE(all[1].figures.summary.at("accuracy"), 0.9);
        QCOMPARE(all[1].steps, int64_t{7});
        QCOMPARE(all[1].epochs, 1.75);
    }

    void refusesANewerVersion()
    {
        const std::string path = fresh();
        QVERIFY(RunStore::open(path)->add(run("r")));
        execute(path, "PRAGMA user_version = 4");
        const std::string before = contents(path);
        for (bool readOnly : {false, true})
            QCOMPARE(m_dir.error(RunStore::open(path, readOnly)),
                     "DIR/runs" + std::to_string(m_count) +
                         ".db: the records have format 4, written by a newer version of this program; this one reads up to 3. "
                         "Use the newer version. Nothing was changed.");
        QCOMPARE(contents(path), before);
    }

    void refusesWhatIsNotOurs()
    {
        const std::string foreign = fresh();
        execute(foreign, "CREATE TABLE t(x)");
        const std::string before = contents(foreign);
        QVERIFY(m_dir.error(RunStore::open(foreign))
                    .ends_with("is a database of another program. Choose another file for the records of runs."));
        QCOMPARE(contents(foreign), before);
        const std::string text = m_dir.write("text.db", std::string(5000, 'x'));
        const std::string message = m_dir.error(RunStore::open(text));
        QVERIFY2(message.starts_with("DIR/text.db: is not a database or is damaged"), message.c_str());
        QCOMPARE(contents(text), std::string(5000, 'x'));
        const std::string folder = m_dir.error(RunStore::open(m_dir.at("none/runs.db")));
        QVERIFY2(folder.starts_with("DIR/none/runs.db: the database answers: unable to open database file. Check that the folder exists"),
                 folder.c_str());
        QCOMPARE(m_dir.error(RunStore::open(m_dir.at("no.db"), true)), std::string("DIR/no.db: there are no records of runs."));
    }

    /// A child reports each flush through a pipe and is killed at some moment: what it reported must be there.
    void killingLosesNothingReported()
    {
        for (int trial = 0; trial < 20; ++trial) {
            const std::string path = fresh();
            int channel[2];
            QVERIFY(::pipe(channel) == 0);
            const pid_t child = ::fork();
            if (child == 0) {
                Result<RunStore> store = RunStore::open(path);
                if (!store || !store->add(run("r"))) ::_exit(1);
                RunWriter writer = store->writer("r");
                for (int64_t step = 1;; ++step) {
                    for (int i = 0; i < 20; ++i) writer.add(ScalarRecord{"s" + std::to_string(i), step, 0, 0, static_cast<double>(step)});
                    if (!writer.flush() || ::write(channel[1], &step, sizeof(step)) != sizeof(step)) ::_exit(1);
                }
            }
            ::close(channel[1]);
            int64_t step = 0, reported = 0;
            QVERIFY(::read(channel[0], &reported, sizeof(reported)) == sizeof(reported));
            // Killed after so many reports; the writer is anywhere within what follows them.
            for (int more = 0; more < 2 * trial; ++more) QVERIFY(::read(channel[0], &reported, sizeof(reported)) == sizeof(reported));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            while (::read(channel[0], &step, sizeof(step)) == sizeof(step)) reported = step;
            ::close(channel[0]);
            Result<RunStore> store = RunStore::open(path);
            QVERIFY2(store.ok(), store ? "" : store.error().message().c_str());
            for (const char* name : {"s0", "s19"}) {
                const std::vector<ScalarRecord> scalars = *store->scalars("r", name);
                QVERIFY(static_cast<int64_t>(scalars.size()) >= reported);
                for (std::size_t i = 0; i < scalars.size(); ++i) QCOMPARE(scalars[i].step, static_cast<int64_t>(i + 1));
            }
            QCOMPARE(store->scalars("r", "s0")->size(), store->scalars("r", "s19")->size()); // batches are whole
        }
    }

    void readersSeeWhatAWriterFlushed()
    {
        const std::string path = fresh();
        Result<RunStore> writing = RunStore::open(path), reading = RunStore::open(path, true);
        QVERIFY(!reading.ok() || reading->runs().ok());
        QVERIFY(writing->add(run("r")));
        Result<RunStore> reader = RunStore::open(path, true);
        RunWriter writer = writing->writer("r");
        for (int64_t step = 0; step < 10; ++step) {
            writer.add(ScalarRecord{"loss", step, 0, 0, 1});
            QVERIFY(writer.flush());
            QCOMPARE(reader->scalars("r", "loss")->size(), static_cast<std::size_t>(step + 1));
        }
    }

    void tenThousandRuns()
    {
        const std::string path = fresh();
        Result<RunStore> store = RunStore::open(path);
        execute(path,
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
                "INSERT INTO runs SELECT 'run' || i, 'n', 'p', hex(zeroblob(2000)), 'cpu', 0, i, 0, 'finished', '' FROM n;"
                "INSERT INTO scalars SELECT id, 'loss', s.value, 0, 0, 1 FROM runs, (SELECT 1 value UNION SELECT 2 UNION SELECT 3) s;");
        const std::vector<RunInfo> runs = *store->runs();
        QCOMPARE(runs.size(), std::size_t{10000});
        QCOMPARE(runs.front().id, std::string("run10000"));
        for (int i = 1; i <= 200; ++i) QCOMPARE(store->latestScalars("run" + std::to_string(i))->size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(RunStoreTest)
#include "run_store.moc"
