// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ds::worker {

/// Runs the program; what main() does. 0: trained, or stopped and saved; 1: an error, which the log tells; 2: wrong usage.
int run(int argc, char** argv);

} // namespace ds::worker
