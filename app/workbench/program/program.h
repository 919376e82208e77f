// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ds::ui {

/// `deepseek-workbench`; gives the exit status.
int runWorkbench(int argc, char** argv);

} // namespace ds::ui
