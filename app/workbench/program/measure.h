// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/workbench/program/parts.h"

namespace ds::ui {

/// startup, live, ...: drives the program, prints the figures as one JSON object, gives the exit status.
int measure(const ProgramParts& parts, const QString& what);

} // namespace ds::ui
