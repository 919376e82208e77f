// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ds::link {

/// Begins each worker's part of worker.log.
constexpr char logMark[] = "--- worker of ";

QString logPath(const QString& runFolder);
/// What the last worker of a run wrote, at most the last dozen lines; empty if it wrote nothing.
QString lastWords(const QString& runFolder);

} // namespace ds::link
