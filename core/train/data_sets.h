// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/data/dataset.h"
#include "core/data/transform_chain.h"
#include "core/document/document.h"

namespace ds {

/// The data of a project, opened. validation and test are null where there are none.
struct DataSets {
    std::shared_ptr<const Dataset> train, validation, test;

    std::size_t residentBytes() const;
};

/// What was learnt from the training data is used for the others. training.validation_share splits off a part if the project names no
/// validation data. Random transforms are at work on training data only. With `problems`, transforms that do not fit are left out and
/// reported there instead of being the error.
Result<DataSets> openData(const Document& document, uint64_t seed, Errors* problems = nullptr);
/// The same with sources that were opened before, for the same data sections. Sets whose transforms are the same stay the same objects.
Result<DataSets> withTransforms(const DataSets& opened, const Document& document, uint64_t seed, Errors* problems = nullptr);
/// The transforms of a project for core/data.
std::vector<TransformStep> transformSteps(const Document& document);

/// Names and types of a batch.
std::vector<std::pair<std::string, TensorType>> batchTypes(const Dataset& dataset, int64_t batchSize);

} // namespace ds
