// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs_view/run_reader.h"

#include <QDir>
#include <QTimer>

#include <limits>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/workbench/words/words.h"
#include "core/base/json.h"

namespace ds::ui {

namespace {

constexpr int pollInterval = 1000; // ms: drawing the curves of a board takes 10, on a core that trains

/// What the project of a run says of its data.
void describe(const std::string& document, RunUpdate& update)
{
    const Result<Json> json = parseJson(document, "document");
    if (!json || !json->is_object()) return;
    update.data = dataKey(*json);
    const Json classes = json->value(Json::json_pointer("/data/train/classes"), Json());
    if (!classes.is_array()) return;
    for (const Json& name : classes)
        if (name.is_string()) update.classes << QString::fromStdString(name.get<std::string>());
}

bool alive(RunState state) { return state == RunState::Running || state == RunState::Paused; }

} // namespace

/// Lives on the reader's thread.
class RunReader::Worker : public QObject {
public:
    Worker(const QString& folder, RunReader* reader) : m_path(QDir(folder).filePath(QStringLiteral("runs.sqlite"))), m_reader(reader)
    {
        m_timer.setParent(this);
        m_timer.setInterval(pollInterval);
        connect(&m_timer, &QTimer::timeout, this, [this] { poll(); });
    }

    void watch(const QStringList& runs)
    {
        std::map<QString, Place> kept;
        for (const QString& run : runs) {
            const auto at = m_places.find(run);
            kept.emplace(run, at == m_places.end() ? Place{} : at->second);
        }
        m_places = std::move(kept);
        if (m_active) poll();
    }

    void again(const QString& run)
    {
        if (const auto at = m_places.find(run); at != m_places.end()) at->second = {};
        if (m_active) poll();
    }

    void look()
    {
        if (m_active) poll();
    }

    void setActive(bool active)
    {
        m_active = active;
        if (!active) return m_timer.stop();
        m_timer.start();
        poll();
    }

    RunStore* store()
    {
        if (!m_store) {
            Result<RunStore> opened = RunStore::open(m_path.toStdString(), true);
            if (opened) m_store.emplace(std::move(opened).value());
        }
        return m_store ? &*m_store : nullptr;
    }

private:
    /// How far a run has been read.
    struct Place {
        bool begun = false;
        RunState state = RunState::Running;
        std::map<std::string, int64_t> next; ///< step of each curve that comes next
        int64_t events = 0;
    };

    void poll()
    {
        RunStore* source = store();
        if (!source) return;
        for (auto& [run, place] : m_places) read(*source, run, place);
    }

    void read(RunStore& source, const QString& run, Place& place)
    {
        auto update = std::make_shared<RunUpdate>();
        update->run = run;
        const Result<bool> news = gather(source, place, *update);
        if (!news) update->problem = words::said(news.error());
        if (!news || *news) emit m_reader->updated(update);
    }

    /// Whether anything is new.
    static Result<bool> gather(RunStore& source, Place& place, RunUpdate& update)
    {
        const std::string id = update.run.toStdString();
        Result<RunInfo> info = source.run(id);
        // A run may be asked for before its worker has written it.
        if (!info) return place.begun ? Result<bool>(info.error()) : Result<bool>(false);
        update.info = std::move(info).value();
        const std::string document = std::exchange(update.info.document, {});
        if (place.begun && !alive(place.state) && alive(update.info.state)) place = {}; // resumed: steps are done again
        update.whole = !place.begun;
        if (update.whole) describe(document, update);
        bool news = update.whole || place.state != update.info.state;
        for (const std::string& name : DS_TRY(source.scalarNames(id))) {
            int64_t& next = place.next.try_emplace(name, std::numeric_limits<int64_t>::min()).first->second;
            const std::vector<ScalarRecord> records = DS_TRY(source.scalars(id, name, next));
            if (records.empty()) continue;
            CurveData& curve = update.curves[name];
            for (const ScalarRecord& record : records) curve.add(record);
            next = records.back().step + 1;
            news = true;
        }
        update.events = DS_TRY(source.events(id, place.events));
        place.events += static_cast<int64_t>(update.events.size());
        news = news || !update.events.empty();
        update.summary = DS_TRY(source.summary(id));
        place.begun = true;
        place.state = update.info.state;
        return news;
    }

    QString m_path;
    RunReader* m_reader;
    std::optional<RunStore> m_store;
    std::map<QString, Place> m_places;
    QTimer m_timer;
    bool m_active = false;
};

RunReader::RunReader(const QString& runsFolder, QObject* parent) : QObject(parent), m_worker(new Worker(runsFolder, this))
{
    qRegisterMetaType<RunUpdatePtr>();
    qRegisterMetaType<std::vector<RunInfo>>();
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("run reader"));
    m_thread.start();
}

RunReader::~RunReader()
{
    m_thread.quit();
    m_thread.wait();
}

void RunReader::watch(const QStringList& runs)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, runs] { worker->watch(runs); });
}

void RunReader::again(const QString& run)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, run] { worker->again(run); });
}

void RunReader::look()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->look(); });
}

void RunReader::setActive(bool active)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, active] { worker->setActive(active); });
}

void RunReader::ask(const std::function<std::function<void()>(RunStore*)>& work)
{
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, work] {
        if (std::function<void()> done = work(worker->store())) QMetaObject::invokeMethod(this, done, Qt::QueuedConnection);
    });
}

void RunReader::list(int most)
{
    ask([this, most](RunStore* store) -> std::function<void()> {
        std::vector<RunInfo> newest;
        if (!store) return [this] { emit listed({}); };
        const Result<std::vector<RunInfo>> runs = store->runs();
        for (std::size_t i = 0; runs && i < runs->size() && static_cast<int>(newest.size()) < most; ++i) {
            const Result<RunNote> note = store->note((*runs)[i].id);
            if (note && note->binned == 0) newest.push_back((*runs)[i]);
        }
        return [this, newest] { emit listed(newest); };
    });
}

} // namespace ds::ui
