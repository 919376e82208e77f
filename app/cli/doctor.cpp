// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>

#include <fstream>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/backends/cpu/cpu.h"

namespace ds::cli {

namespace {

struct Finding {
    std::string name, value, advice;
};

std::string cpuinfo(const std::string& key)
{
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(key)) return line.substr(std::min(line.size(), line.find(':') + 2));
    return {};
}

bool hasFlag(const std::string& flags, const std::string& flag) { return (" " + flags + " ").find(" " + flag + " ") != std::string::npos; }

std::string memoryTotal()
{
    std::ifstream file("/proc/meminfo");
    std::string word;
    double kibibytes = 0;
    while (file >> word)
        if (word == "MemTotal:" && file >> kibibytes) return bytesText(kibibytes * 1024);
    return "unknown";
}

bool loads(const char* library)
{
    void* handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
    if (handle) dlclose(handle);
    return handle != nullptr;
}

std::vector<Finding> findings()
{
    std::vector<Finding> list;
    const std::string flags = cpuinfo("flags");
    list.push_back({"CPU", cpuinfo("model name"), ""});
    list.push_back({"cores", std::to_string(std::thread::hardware_concurrency()),
                    std::thread::hardware_concurrency() < 2
                        ? "One core: batches are prepared between the steps; set training.loader_threads to 0."
                        : ""});
    list.push_back({"memory", memoryTotal(), ""});
    list.push_back({"vector kernels", cpuVectorLevel(),
                    cpuVectorLevel() == "baseline" ? "This CPU has no AVX2: everything works, several times slower." : ""});
    std::string features;
    for (const char* flag : {"avx2", "avx512f", "avx512_bf16", "amx_bf16", "amx_int8"})
        features += std::string(features.empty() ? "" : ", ") + (hasFlag(flags, flag) ? "" : "no ") + flag;
    list.push_back({"CPU features", features, ""});
    const bool driver = loads("libcuda.so.1");
    list.push_back({"NVIDIA driver", driver ? "found" : "not found", driver ? "" : "Training runs on the CPU."});
    const char* data = "/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz";
    const bool there = std::ifstream(data).good();
    list.push_back({"Fashion-MNIST", there ? "installed" : "not found", there ? "" : "apt-get install dataset-fashion-mnist"});
    return list;
}

} // namespace

void addDoctor(CLI::App& app, Outcome& outcome)
{
    auto json = std::make_shared<bool>(false);
    CLI::App* verb = app.add_subcommand("doctor", "What this machine offers, and what is missing");
    verb->add_flag("--json", *json, "One JSON object a line");
    verb->callback([json, &outcome] {
        std::vector<std::vector<std::string>> rows{{"what", "found", "what to do"}};
        Json summary{{"event", "summary"}};
        for (const Finding& finding : findings()) {
            rows.push_back({finding.name, finding.value, finding.advice});
            summary[finding.name] = finding.value;
        }
        if (*json) printLine(summary);
        else fmt::print("{}", table(rows));
        outcome.exitCode = 0;
    });
}

} // namespace ds::cli
