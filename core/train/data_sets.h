// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/data/dataset.h"
#include "core/document/document.h"

namespace ds {

/// The data of a project, opened. validation and test are null where there are none.
struct DataSets {
    std::shared_ptr<const Dataset> train, validation, test;

    std::size_t residentBytes() const;
};

/// What was learnt from the training data is used for the others. training.validation_share splits off a part if the project names no
/// validation data.
Result<DataSets> openData(const Document& document, uint64_t seed);

/// Names and types of a batch.
std::vector<std::pair<std::string, TensorType>> batchTypes(const Dataset& dataset, int64_t batchSize);

} // namespace ds
