// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/data/dataset.h"

namespace ds::ui {

/// Of one channel of an image, one column of a row, or of a whole field where it has neither.
struct ValueSummary {
    std::string name;
    int64_t count = 0, missing = 0, zeros = 0; ///< missing: not finite
    double mean = 0, deviation = 0, min = 0, max = 0;
    std::vector<double> histogram; ///< between min and max
};

struct FieldSummary {
    Field field;
    std::vector<ValueSummary> values;
    std::vector<int64_t> classCounts; ///< of a field of class indices, one number a sample
    int64_t outOfRange = 0;           ///< class indices without a class
};

struct DataSummary {
    int64_t samples = 0, read = 0; ///< all of them, or evenly spread ones
    std::vector<FieldSummary> fields;
    std::vector<int64_t> indices; ///< of the samples that were read
    std::vector<int32_t> classOf; ///< of each of them, by the first field of classes; empty without one
    int classField = -1;          ///< that field
};

/// A field is summed up by column if it is a row of at most this many, by channel if it is an image, else as a whole.
constexpr int64_t mostColumns = 64;

/// Reads at most `limit` samples; gives what it has when `stop` becomes true. For any thread. Throws RunError as Dataset::read().
DataSummary summarise(const Dataset& dataset, int64_t limit, const std::atomic<bool>& stop);

/// Element i of a tensor of any dtype, as a number.
double elementOf(DType dtype, const void* data, int64_t i);

/// The kinds of fields that are shown differently.
enum class FieldKind { Image, Text, Row, Class, Other };
FieldKind kindOf(const Field& field);

} // namespace ds::ui
