// SPDX-License-Identifier: Apache-2.0
#include "app/cli/training_view.h"

#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"

namespace ds::cli {

namespace {

std::string figure(const Json& json, const char* format = "{:.4f}")
{
    return json.is_number() ? fmt::format(fmt::runtime(format), json.get<double>()) : json.is_string() ? json.get<std::string>() : "–";
}

/// Shares read best in percent.
std::string metricText(const std::string& name, const Json& value)
{
    static constexpr const char* shares[] = {"accuracy", "top_5", "precision", "recall", "f1"};
    if (value.is_number())
        for (const char* share : shares)
            if (name == share) return fmt::format("{} {:.2f} %", name, 100 * value.get<double>());
    return name + " " + figure(value);
}

std::string metricsText(const Json& metrics)
{
    std::string text;
    for (const auto& [name, value] : metrics.items()) text += "  " + metricText(name, value);
    return text;
}

} // namespace

TrainingView::TrainingView(bool json, std::string title) : m_json(json), m_terminal(isatty(STDOUT_FILENO)), m_title(std::move(title)) {}

void TrainingView::clearBar()
{
    if (m_barShown) fmt::print("\r\033[2K");
    m_barShown = false;
}

void TrainingView::bar(const Json& p)
{
    constexpr int cells = 24;
    const double steps = p["steps"].get<double>(), step = p["step"].get<double>();
    const int full = steps > 0 ? static_cast<int>(cells * step / steps) : 0;
    std::string line;
    for (int i = 0; i < cells; ++i) line += i < full ? "━" : "─";
    fmt::print("\r\033[2K{} {:3.0f} %  epoch {}/{}  loss {}  lr {:.2g}  {} samples/s", line, 100 * step / std::max(1.0, steps),
               p["epoch"].get<int64_t>(), p["epochs"].get<int64_t>(), figure(p["loss"]), p["learning_rate"].get<double>(),
               grouped(static_cast<int64_t>(p["samples_per_second"].get<double>())));
    std::fflush(stdout);
    m_barShown = true;
}

void TrainingView::show(const TrainEvent& event)
{
    if (m_json) {
        Json line{{"event", event.kind}};
        for (const auto& [key, value] : event.data.items()) line[key] = value;
        printLine(line);
        return;
    }
    const Json& d = event.data;
    if (event.kind == "start") {
        fmt::print("{} · {} parameters · {} samples · {}, {} threads\n", m_title, grouped(d["parameters"].get<int64_t>()),
                   grouped(d["samples"].get<int64_t>()), d["device"].get<std::string>(), d["threads"].get<int>());
        if (d["step"].get<int64_t>() > 0) fmt::print("Going on from step {}.\n", grouped(d["step"].get<int64_t>()));
    } else if (event.kind == "progress") {
        if (m_terminal) bar(d);
    } else if (event.kind == "validation") {
        clearBar();
        std::string line = fmt::format("epoch {:>3}  step {:>8}  train loss {}", d["epoch"].get<int64_t>(),
                                       grouped(d["step"].get<int64_t>()), figure(d["train_loss"]));
        if (d.contains("val_loss"))
            line += "  val loss " + figure(d["val_loss"]) + metricsText(d["metrics"]) + (d["best"].get<bool>() ? "  best" : "");
        fmt::print("{}\n", line);
    } else if (event.kind == "paused") {
        clearBar();
        fmt::print("Paused at step {}.\n", grouped(d["step"].get<int64_t>()));
    } else if (event.kind == "verdict") {
        clearBar();
        fmt::print("{}: {}. {}\n",
                   d["severity"] == "error"     ? "Error"
                   : d["severity"] == "warning" ? "Warning"
                                                : "Notice",
                   d["title"].get<std::string>(), d["text"].get<std::string>());
    } else if (event.kind == "learning_rate") {
        clearBar();
        fmt::print("Learning rate {} from step {} on.\n", figure(d["learning_rate"], "{:.4g}"), grouped(d["step"].get<int64_t>()));
    }
    std::fflush(stdout);
}

void TrainingView::summary(const Json& s)
{
    if (m_json) {
        Json line{{"event", "summary"}};
        for (const auto& [key, value] : s.items()) line[key] = value;
        printLine(line);
        return;
    }
    clearBar();
    if (s.value("stopped", false)) {
        fmt::print("Stopped at step {}; everything is saved. Go on with --resume {}\n", grouped(s["steps"].get<int64_t>()),
                   s["run"].get<std::string>());
        return;
    }
    if (!s["metrics"].empty()) fmt::print("Result:{}\n", metricsText(s["metrics"]));
    fmt::print("{} in {}, {} samples/s, {:.2f} ms a step, at most {} of memory\n", s["run"].get<std::string>(),
               durationText(s["seconds"].get<double>()), grouped(static_cast<int64_t>(s["samples_per_second"].get<double>())),
               s["step_ms"].get<double>(), bytesText(s["peak_memory_bytes"].get<double>()));
}

} // namespace ds::cli
