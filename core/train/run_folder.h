// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace ds {

/// Where a run keeps its files. Checkpoints are "last.ckpt" and "best.ckpt".
std::string runFolder(const std::string& runsFolder, const std::string& run);

/// "20261124-101530-fashion-mnist-cnn": time and name; with a number behind it if there is such a run already.
std::string newRunId(const std::string& runsFolder, const std::string& name);

} // namespace ds
