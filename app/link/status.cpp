// SPDX-License-Identifier: Apache-2.0
#include "app/link/status.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace ds::link {

namespace {

constexpr std::array<std::string_view, 7> names = {"starting", "running", "paused", "stopping", "finished", "stopped", "failed"};

Json numberTo(double value)
{
    if (std::isfinite(value)) return value;
    return std::isnan(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

/// One list of the plain figures for both directions.
template <class Status, class Visit>
void figures(Status& s, Visit visit)
{
    visit("epoch", s.epoch);
    visit("epochs", s.epochs);
    visit("step", s.step);
    visit("steps", s.steps);
    visit("memory_bytes", s.memoryBytes);
    visit("predicted_memory_bytes", s.predictedMemoryBytes);
    visit("loss", s.loss);
    visit("learning_rate", s.learningRate);
    visit("grad_norm", s.gradNorm);
    visit("samples_per_second", s.samplesPerSecond);
    visit("seconds_left", s.secondsLeft);
    visit("cpu_share", s.cpuShare);
}

std::string textOf(const Json& json, const char* key)
{
    return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
}

Phrase phraseOf(const Json& json, const char* key) { return json.is_object() && json.contains(key) ? phraseFromJson(json[key]) : Phrase(); }

} // namespace

std::string_view workerStateName(WorkerState state) { return names[static_cast<std::size_t>(state)]; }

double numberFrom(const Json& json)
{
    if (json.is_number()) return json.get<double>();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (json == "inf") return infinity;
    if (json == "-inf") return -infinity;
    return std::numeric_limits<double>::quiet_NaN();
}

Json errorToJson(const Error& error)
{
    return {{"text", phraseToJson(error.text)}, {"where", error.where}, {"hint", phraseToJson(error.hint)}};
}

Error errorFromJson(const Json& json) { return {phraseOf(json, "text"), textOf(json, "where"), phraseOf(json, "hint")}; }

Json statusToJson(const WorkerStatus& status)
{
    Json json{{"state", workerStateName(status.state)}};
    figures(status, [&](const char* name, auto value) {
        if constexpr (std::is_same_v<decltype(value), double>) json[name] = numberTo(value);
        else json[name] = value;
    });
    if (!status.error.text.empty()) json["error"] = errorToJson(status.error);
    if (!status.summary.is_null()) json["summary"] = status.summary;
    return json;
}

Result<WorkerStatus> statusFromJson(const Json& json)
{
    const std::string name = textOf(json, "state");
    const auto state = std::find(names.begin(), names.end(), name);
    if (state == names.end()) return Error{phrase("Runs", "the worker tells no state"), "link", ""};
    WorkerStatus status;
    status.state = static_cast<WorkerState>(state - names.begin());
    bool good = true;
    figures(status, [&](const char* key, auto& value) {
        const bool present = json.contains(key);
        if constexpr (std::is_same_v<decltype(value), double&>) {
            good = good && present && (json[key].is_number() || json[key].is_string());
            if (good) value = numberFrom(json[key]);
        } else {
            good = good && present && json[key].is_number_integer();
            if (good) value = json[key].template get<int64_t>();
        }
    });
    if (!good) return Error{phrase("Runs", "the worker's figures are not readable"), "link", ""};
    if (json.contains("error")) status.error = errorFromJson(json["error"]);
    if (json.contains("summary") && json["summary"].is_object()) status.summary = json["summary"];
    return status;
}

} // namespace ds::link
