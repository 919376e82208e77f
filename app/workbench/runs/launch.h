// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

#include "app/link/descriptor.h"
#include "core/document/document.h"

namespace ds::ui {

/// What a worker is to do.
struct Launch {
    QString runsFolder, program;
    int threads = 0;
    std::optional<Document> document; ///< of a new run
    QString resume;                   ///< else the run to go on with
};

struct Launched {
    QString id;
    link::WorkerDescriptor process;
};

/// Starts a worker that outlives this process. Blocks on files: not for the GUI thread.
Result<Launched> launch(const Launch& what);

} // namespace ds::ui
