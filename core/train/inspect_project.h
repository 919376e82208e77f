// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/document/lower.h"
#include "core/ops/all.h"
#include "core/train/data_sets.h"

namespace ds {

/// A project looked at without training: all errors at once, shapes, graphs.
struct ProjectCheck {
    Errors errors;
    Document document;                        ///< with all defaults filled in
    DataSets data;                            ///< empty if it could not be opened
    Lowered lowered{Graph(allOps()), {}, {}}; ///< for training, if the data could be opened
};

/// Everything that is wrong with a project, each with its place and what to do. Data that were opened before (for the same
/// sources, seed and validation share) need not be opened again; their transforms may be others.
ProjectCheck checkProject(Document document, const DataSets* opened = nullptr);

} // namespace ds
