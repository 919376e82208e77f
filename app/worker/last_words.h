// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace ds::worker {

/// What begins a worker's part of worker.log; readers take what is behind the last such line.
std::string logHeader();

/// A fault (SIGSEGV and its like) says so on stderr before it ends the process.
void sayFaults();

} // namespace ds::worker
