// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <CLI/CLI.hpp>

#include "app/cli/cli.h"
#include "core/document/document.h"

namespace ds::cli {

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
