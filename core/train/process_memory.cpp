// SPDX-License-Identifier: Apache-2.0
#include "core/train/process_memory.h"

#include <fstream>
#include <string>

namespace ds {

namespace {

std::size_t statusField(const std::string& name)
{
    std::ifstream status("/proc/self/status");
    std::string word;
    std::size_t kibibytes = 0;
    while (status >> word)
        if (word == name && status >> kibibytes) return kibibytes * 1024;
    return 0;
}

} // namespace

std::size_t residentBytes() { return statusField("VmRSS:"); }
std::size_t peakResidentBytes() { return statusField("VmHWM:"); }

} // namespace ds
