// SPDX-License-Identifier: Apache-2.0
// Runs that were thrown away: their files wait in the folder "bin" of the runs folder, their records carry a mark.
#pragma once

#include <string>

#include "core/base/error.h"

namespace ds {

/// Errors: there is no such run, it is at work, its files cannot be moved (then nothing has changed).
Status moveToBin(const std::string& runsFolder, const std::string& run);
Status restoreFromBin(const std::string& runsFolder, const std::string& run);
/// Deletes what is in the bin, files and records, for good. Gives how many runs that were.
Result<int> emptyBin(const std::string& runsFolder);

} // namespace ds
