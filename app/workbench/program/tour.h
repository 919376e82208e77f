// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/workbench/program/parts.h"

namespace ds::ui {

/// Goes through every page with real data, a short training included, and writes NN-NAME.png into the folder. Gives the exit status.
int takeTour(const ProgramParts& parts, const QString& folder);

} // namespace ds::ui
