// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/project/checker.h"

#include <QMetaObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include <nlohmann/json.hpp>

namespace ds::ui {

namespace {

/// All that decides what opening the sources gives.
std::string dataKey(const Document& document)
{
    Json data = documentToJson(document).value("data", Json::object());
    data.erase("transforms"); // they need no opening
    std::string key = document.folder + '\n' + data.dump();
    for (const char* name : {"seed", "validation_share"})
        if (const AttrValue* value = document.training.find(name)) key += '\n' + attrText(*value);
    return key;
}

} // namespace

class Checker::Worker {
public:
    explicit Worker(Checker& owner) : m_owner(owner), m_thread([this] { work(); }) {}

    ~Worker()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }

    void request(const Document& document)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting = document;
            ++m_version;
        }
        m_wake.notify_one();
    }

private:
    void work()
    {
        for (;;) {
            Document document;
            int64_t version = 0;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_stop || m_waiting; });
                if (m_stop) return;
                document = std::move(*m_waiting);
                m_waiting.reset();
                version = m_version;
            }
            auto result = std::make_shared<CheckResult>();
            const std::string key = dataKey(document);
            result->check = checkProject(std::move(document), m_data && key == m_key ? &*m_data : nullptr);
            if (result->check.data.train) {
                m_data = result->check.data;
                m_key = key;
            }
            result->costs = layerCosts(result->check.lowered.graph);
            result->problems = findProblems(result->check.document, result->check.lowered, result->check.errors);
            result->version = version;
            QMetaObject::invokeMethod(&m_owner, [owner = &m_owner, result = std::shared_ptr<const CheckResult>(result)] {
                owner->m_result = result;
                owner->m_forecaster.setCheck(result);
                emit owner->finished();
            });
        }
    }

    Checker& m_owner;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<Document> m_waiting;
    int64_t m_version = 0;
    bool m_stop = false;
    std::optional<DataSets> m_data; // of the last document whose data could be opened
    std::string m_key;
    std::thread m_thread; // last: it uses the others
};

Checker::Checker(QObject* parent) : QObject(parent), m_worker(std::make_unique<Worker>(*this)) {}
Checker::~Checker() = default;

void Checker::request(const Document& document) { m_worker->request(document); }

} // namespace ds::ui
