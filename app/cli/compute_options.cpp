// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <CLI/CLI.hpp>

#include "app/cli/cli.h"
#include "core/document/document.h"

namespace ds::cli {

void addSetOption(CLI::App& verb, std::vector<std::string>& changes)
{
    verb.add_option("--set", changes, "Change a setting: training.batch_size=64, optimizer.learning_rate=1e-3, model.LAYER.ATTRIBUTE=VALUE")
        ->allow_extra_args(false);
}

Status changeSettings(Document& document, const std::vector<std::string>& changes)
{
    for (const std::string& text : changes) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos) return Error{"expects PATH=VALUE, got \"" + text + "\"", "--set", ""};
        const Status status = setByPath(document, std::string_view(text).substr(0, equals), text.substr(equals + 1));
        if (!status) return status.error().in("--set");
    }
    return {};
}

void addMemoryOption(CLI::App& verb, std::size_t& bytes)
{
    verb.add_option("--memory", bytes, "The most main memory to take, 512MiB or 2GiB; parts of a step are computed twice if they must")
        ->transform(CLI::AsSizeValue(false));
}

void setMemoryBudget(Document& document, std::size_t bytes)
{
    if (bytes > 0) document.training.set("memory_budget", std::max<int64_t>(1, static_cast<int64_t>(bytes >> 20)));
}

void addPrecisionOption(CLI::App& verb, std::string& precision)
{
    verb.add_option("--precision", precision, "f32, or bf16: products and convolutions in half the bytes")
        ->check(CLI::IsMember({"f32", "bf16"}));
}

void setPrecision(Document& document, const std::string& precision)
{
    if (!precision.empty()) document.training.set("precision", precision);
}

} // namespace ds::cli
