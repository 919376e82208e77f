// SPDX-License-Identifier: Apache-2.0
#include "core/train/checkpointing.h"

#include <map>

#include <nlohmann/json.hpp>

#include "core/store/checkpoint.h"

namespace ds {

namespace {

/// One list of fields for both directions.
template <class Visit>
void fields(Progress& p, Visit visit)
{
    visit("updates", p.updates);
    visit("epoch", p.epoch);
    visit("batch", p.batch);
    visit("accumulated", p.accumulated);
    visit("loss_sum", p.lossSum);
    visit("loss_count", p.lossCount);
    visit("epoch_loss", p.epochLoss);
    visit("best_value", p.bestValue);
    visit("has_best", p.hasBest);
    visit("without_improvement", p.withoutImprovement);
    visit("plateau", p.plateau);
    visit("reductions", p.reductions);
    visit("seconds", p.seconds);
    visit("samples", p.samples);
    visit("step_seconds", p.stepSeconds);
    visit("validation_loss", p.validationLoss);
    visit("validated", p.validated);
    visit("has_rate", p.hasRate);
    visit("rate", p.rate);
}

std::string group(const StateStore::Entry& entry)
{
    if (entry.kind == InputKind::Parameter) return "parameters/";
    return entry.name.starts_with("optimizer.") ? "optimizer/" : "state/";
}

} // namespace

Status saveCheckpoint(const std::string& path, Learner& learner, const Progress& progress, const Json& fitted, uint64_t seed,
                      const std::vector<Tensor>* values)
{
    Checkpoint checkpoint;
    checkpoint.document = writeJson(documentToJson(learner.document()));
    const std::vector<StateStore::Entry>& entries = learner.states().entries();
    for (std::size_t i = 0; i < entries.size(); ++i)
        checkpoint.lazyTensors.push_back({group(entries[i]) + entries[i].name, [&learner, &entry = entries[i], values, i] {
                                              return values ? (*values)[i] : learner.states().read(entry);
                                          }});
    Json state = Json::object();
    Progress copy = progress;
    fields(copy, [&](const char* name, auto& value) { state[name] = value; });
    checkpoint.state = Json{{"progress", state}, {"fitted", fitted}, {"seed", seed}, {"folder", learner.document().folder}};
    return checkpoint::save(path, checkpoint);
}

Result<LoadedRun> loadRun(const std::string& path)
{
    const Checkpoint checkpoint = DS_TRY(checkpoint::loadHead(path));
    LoadedRun run;
    const Json json = DS_TRY(parseJson(checkpoint.document, path));
    ReadDocument read = documentFromJson(json);
    if (!read.errors.empty()) return read.errors.front().in(path);
    run.document = std::move(read.document);
    try {
        run.document.folder = checkpoint.state.at("folder").get<std::string>();
        run.fitted = checkpoint.state.at("fitted");
        run.seed = checkpoint.state.at("seed").get<uint64_t>();
        const Json& state = checkpoint.state.at("progress");
        fields(run.progress, [&](const char* name, auto& value) { state.at(name).get_to(value); });
    } catch (const Json::exception&) {
        return Error{phrase("Training", "the checkpoint lacks what is needed to go on"), path, ""};
    }
    return run;
}

Status loadTensors(const std::string& path, Learner& learner)
{
    std::map<std::string, std::string> missing; // name in the file → in the model
    for (const StateStore::Entry& entry : learner.states().entries()) missing.emplace(group(entry) + entry.name, entry.name);
    DS_TRY(checkpoint::visitTensors(path, [&](const NamedTensor& tensor) -> Status {
        const auto at = missing.find(tensor.name);
        if (at == missing.end()) return {};
        const Status written = learner.states().write(at->second, tensor.tensor);
        if (!written) return written.error().in(path);
        missing.erase(at);
        return {};
    }));
    if (missing.empty()) return {};
    return Error{phrase("Training", "the checkpoint has no \"%1\", which the model needs").with({missing.begin()->first}), path,
                 phrase("Training", "The project has been changed since.")};
}

Status adoptTensors(const std::string& path, Learner& learner)
{
    return checkpoint::visitTensors(
        path, [&](const NamedTensor& tensor) { return learner.adopt(tensor.name.substr(tensor.name.find('/') + 1), tensor.tensor); });
}

Status adoptWeights(const std::string& path, Learner& learner)
{
    return checkpoint::visitTensors(path, [&](const NamedTensor& tensor) {
        if (tensor.name.starts_with("optimizer/")) return Status();
        return learner.adopt(tensor.name.substr(tensor.name.find('/') + 1), tensor.tensor);
    });
}

} // namespace ds
