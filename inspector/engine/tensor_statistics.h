// SPDX-License-Identifier: Apache-2.0
// What is known about the elements of a tensor, or of several of them. From the op `statistics`; adds up over steps and devices.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>

namespace ds::inspector {

struct TensorStatistics {
    static constexpr int exponents = 255, zeroExponent = 127; // places of a histogram; that of numbers from 1 to 2

    int64_t count = 0, zeros = 0, nan = 0, positiveInfinite = 0, negativeInfinite = 0;
    /// Of the finite elements; nan if there is none.
    double mean = std::numeric_limits<double>::quiet_NaN(), variance = mean, min = mean, max = mean;
    double norm = 0; ///< L2, of the finite elements
    /// Finite elements other than 0 with 2^(e - zeroExponent) <= |x| < 2^(e - zeroExponent + 1); [1]: negative ones.
    std::array<std::array<int64_t, exponents>, 2> histogram{};

    int64_t finite() const { return count - nan - positiveInfinite - negativeInfinite; }
    /// Of all elements; 0 of none.
    double zeroShare() const { return count > 0 ? static_cast<double>(zeros) / static_cast<double>(count) : 0; }
    double deviation() const;
    double rootMeanSquare() const;
    /// The number below which the share q of the finite elements lies, from the histogram: within a factor of 2 at worst. nan if none is
    /// finite.
    double quantile(double q) const;
    /// Both together. Chan, Golub & LeVeque, "Algorithms for computing the sample variance", 1983.
    void add(const TensorStatistics& other);
};

/// Of numbers in main memory, at leisure; a plan has an op for it.
TensorStatistics statisticsOf(std::span<const float> values);

} // namespace ds::inspector
