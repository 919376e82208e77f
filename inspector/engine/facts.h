// SPDX-License-Identifier: Apache-2.0
// What is known of a training before its first step.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/lint/lint.h"
#include "inspector/engine/tensor_statistics.h"

namespace ds {
struct RunParts;
}

namespace ds::inspector {

/// One field of the samples, from a part of the training data.
struct FieldFacts {
    std::string name;
    bool target = false, single = false; ///< single: one number a sample
    TensorStatistics values;             ///< of floating-point numbers
    std::vector<int64_t> counts;         ///< of class numbers: how often each comes
};

struct Facts {
    Document document; ///< with all defaults
    std::vector<Problem> problems;
    std::vector<FieldFacts> fields;
    int64_t samples = 0, batchSize = 0, updates = 0; ///< of training; updates: that are planned
    int64_t validationSeen = 0, validationKnown = 0; ///< validation samples that were looked at; of these, are training samples, too
    double trainingCompared = 1;                     ///< share of the training samples with which they were compared
    double batchClasses = 1;                         ///< classes in a batch to those in as many samples taken at random
    /// Mean loss of somebody who knows how frequent the targets are but sees no input. nan: not known for this loss.
    double chanceLoss = std::numeric_limits<double>::quiet_NaN();
    int loaderThreads = 0, computeThreads = 1, processors = 1;
    std::size_t predictedMemory = 0, memory = 0; ///< bytes; of the machine

    /// The target of the loss; null if there is none.
    const FieldFacts* target() const;
    /// The layer that the loss takes as the prediction; null within a composite.
    const LayerNode* prediction() const;
};

/// The name of the layer that the loss takes as the prediction; empty if it names none.
std::string predictionOf(const Document& document);
/// Of the field that it takes as the target; the same.
std::string targetOf(const Document& document);

/// Reads some thousand samples of the data, spread evenly.
Facts factsOf(const RunParts& parts);

} // namespace ds::inspector
