// SPDX-License-Identifier: Apache-2.0
// What is known about the elements of a tensor, or of several of them. From the op `statistics`; adds up over steps and devices.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace ds::inspector {

/// How many numbers there are of each exponent. Only the range that is occupied takes memory: a trace keeps many of these. Copies share the
/// counts, which never change once they are there: who reads a run while it is at work copies its trace again and again.
class ExponentCounts {
public:
    ExponentCounts() = default;
    /// Of all exponents from 0 on.
    explicit ExponentCounts(std::span<const int64_t> counts);

    int64_t operator[](int exponent) const
    {
        return exponent >= m_first && exponent < end() ? (*m_counts)[static_cast<std::size_t>(exponent - m_first)] : 0;
    }
    /// All others are 0.
    int begin() const { return m_first; }
    int end() const { return m_first + (m_counts ? static_cast<int>(m_counts->size()) : 0); }

    void add(int exponent, int64_t count);
    void add(const ExponentCounts& other);
    bool operator==(const ExponentCounts& other) const;

private:
    int m_first = 0;
    std::shared_ptr<const std::vector<int64_t>> m_counts; // null: none
};

struct TensorStatistics {
    static constexpr int exponents = 255, zeroExponent = 127; // places of a histogram; that of numbers from 1 to 2

    int64_t count = 0, zeros = 0, nan = 0, positiveInfinite = 0, negativeInfinite = 0;
    /// Of the finite elements; nan if there is none.
    double mean = std::numeric_limits<double>::quiet_NaN(), variance = mean, min = mean, max = mean;
    double norm = 0; ///< L2, of the finite elements
    /// Finite elements other than 0 with 2^(e - zeroExponent) <= |x| < 2^(e - zeroExponent + 1); [1]: negative ones.
    std::array<ExponentCounts, 2> histogram;

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
