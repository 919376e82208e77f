// SPDX-License-Identifier: Apache-2.0
#include "core/train/run_record.h"

#include <chrono>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/train/run_folder.h"

namespace ds {

namespace fs = std::filesystem;

namespace {

double now() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

Status makeFolder(const std::string& path, const char* hint)
{
    std::error_code problem;
    fs::create_directories(path, problem);
    if (problem) return Error{phrase("Training", "the folder cannot be made: %1").with({problem.message()}), path, hint};
    return {};
}

} // namespace

Result<RunRecord> RunRecord::open(const std::string& runsFolder)
{
    DS_TRY(makeFolder(runsFolder, "Choose another with --runs."));
    RunStore store = DS_TRY(RunStore::open((fs::path(runsFolder) / "runs.sqlite").string()));
    return RunRecord(std::move(store), runsFolder);
}

Status RunRecord::begin(const std::string& id, const Document& document, const std::string& device, uint64_t seed)
{
    m_id = id.empty() ? newRunId(m_runsFolder, document.name) : id;
    const std::string folder = runFolder(m_runsFolder, m_id);
    DS_TRY(makeFolder(folder, ""));
    DS_TRY(lock());
    RunInfo info{.id = m_id, .name = document.name, .project = document.name, .device = device, .seed = seed, .started = now()};
    info.document = writeJson(documentToJson(document));
    DS_TRY(m_store.add(info));
    m_writer.emplace(m_store.writer(m_id));
    for (const auto& [name, value] : document.optimizer.attrs) m_writer->add(ParamRecord{"optimizer." + name, attrText(value)});
    for (const auto& [name, value] : document.training) m_writer->add(ParamRecord{"training." + name, attrText(value)});
    DS_TRY(m_writer->flush());
    return saveDocument(document, (fs::path(folder) / "project.dsw").string());
}

Status RunRecord::take(const std::string& id)
{
    m_id = id;
    DS_TRY(lock());
    m_writer.emplace(m_store.writer(m_id));
    return {};
}

Status RunRecord::lock()
{
    Result<FileLock> taken = FileLock::take((fs::path(runFolder(m_runsFolder, m_id)) / "lock").string());
    if (!taken) return taken.error().in("run " + m_id);
    m_lock.emplace(std::move(taken).value());
    return {};
}

std::string RunRecord::checkpointPath(const std::string& name) const
{
    return (fs::path(runFolder(m_runsFolder, m_id)) / (name + ".ckpt")).string();
}

void RunRecord::scalar(const std::string& name, int64_t step, double epoch, double value)
{
    m_writer->add(ScalarRecord{name, step, epoch, now(), value});
}

void RunRecord::event(int64_t step, const std::string& kind, const Phrase& text)
{
    m_writer->add(EventRecord{step, now(), kind, text.english(), text.empty() ? "" : phraseToJson(text).dump()});
}

void RunRecord::details(int64_t step, const std::string& kind, std::string json)
{
    m_writer->add(EventRecord{step, now(), kind, "", std::move(json)});
}

void RunRecord::histogram(const std::string& name, int64_t step, std::vector<uint8_t> packed)
{
    m_writer->add(HistogramRecord{name, step, std::move(packed)});
}

void RunRecord::checkpoint(int64_t step, const std::string& name)
{
    m_writer->add(ArtifactRecord{"checkpoint/" + name, checkpointPath(name), step, ""});
    event(step, "checkpoint/" + name, "");
}

void RunRecord::summary(const std::string& name, double value) { m_writer->add(SummaryRecord{name, value}); }

Status RunRecord::flush() { return m_writer->flush(); }

void RunRecord::finish(RunState state, const std::string& message)
{
    if (m_writer) (void)m_writer->flush().ok();
    (void)m_store.setState(m_id, state, now(), message).ok();
}

} // namespace ds
