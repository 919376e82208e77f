// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/tensor/shape.h"

namespace ds {

/// One value of a sample: an image, a row of features, a label.
struct Field {
    std::string name;
    TensorType type;                       ///< of one sample, without the batch dimension
    std::vector<std::string> classes = {}; ///< names, if the values are class or vocabulary indices; else empty
    bool target = false;                   ///< to be predicted, so it is unknown at prediction time
    std::vector<double> black = {};        ///< what a black pixel is, one number or one a channel; empty: 0, or no picture
};

/// Samples that can be read in any order. Everything but construction is thread-safe.
class Dataset {
public:
    virtual ~Dataset() = default;

    virtual int64_t size() const = 0;
    virtual const std::vector<Field>& fields() const = 0;
    /// Writes sample `index` in [0, size()): fields()[i].type.bytes() bytes, row-major, to out[i].
    /// Throws RunError if the data turn out to be unreadable (a damaged image, a failing disk).
    virtual void read(int64_t index, std::span<void* const> out) const = 0;
    /// The same for the sample as it is in an epoch: random transforms make another of it each time. Sources know no epochs.
    virtual void readInEpoch(int64_t epoch, int64_t index, std::span<void* const> out) const;
    /// What was learnt from the data and has to be used again on validation and test data and at prediction:
    /// vocabulary, class names, means, standard deviations. Null if nothing.
    virtual Json fitted() const;
    /// The same samples by what was learnt from these ones only, so that those left out for validation stay unseen. Null if
    /// the values of samples teach nothing, or if what was learnt came from elsewhere.
    virtual std::shared_ptr<const Dataset> fittedTo(std::span<const uint32_t> samples) const;
    /// Main memory that the samples take.
    virtual std::size_t residentBytes() const { return 0; }
};

} // namespace ds
