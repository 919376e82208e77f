// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/tensor_statistics.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace ds::inspector {

ExponentCounts::ExponentCounts(std::span<const int64_t> counts)
{
    const auto occupied = [](int64_t count) { return count != 0; };
    const auto first = std::find_if(counts.begin(), counts.end(), occupied);
    const auto last = std::find_if(counts.rbegin(), counts.rend(), occupied).base();
    if (first == counts.end()) return;
    m_first = static_cast<int>(first - counts.begin());
    m_counts = std::make_shared<const std::vector<int64_t>>(first, last);
}

void ExponentCounts::add(int exponent, int64_t count)
{
    if (count == 0) return;
    ExponentCounts one;
    one.m_first = exponent;
    one.m_counts = std::make_shared<const std::vector<int64_t>>(1, count);
    add(one);
}

void ExponentCounts::add(const ExponentCounts& other)
{
    if (!other.m_counts) return;
    if (!m_counts) {
        *this = other;
        return;
    }
    const int first = std::min(m_first, other.m_first), last = std::max(end(), other.end());
    std::vector<int64_t> counts;
    for (int e = first; e < last; ++e) counts.push_back((*this)[e] + other[e]);
    m_first = first;
    m_counts = std::make_shared<const std::vector<int64_t>>(std::move(counts));
}

bool ExponentCounts::operator==(const ExponentCounts& other) const
{
    if (!m_counts || !other.m_counts) return !m_counts && !other.m_counts;
    return m_first == other.m_first && *m_counts == *other.m_counts;
}

double TensorStatistics::deviation() const { return std::sqrt(variance); }

double TensorStatistics::rootMeanSquare() const { return finite() > 0 ? norm / std::sqrt(static_cast<double>(finite())) : 0; }

double TensorStatistics::quantile(double q) const
{
    if (finite() == 0) return std::numeric_limits<double>::quiet_NaN();
    const double wanted = std::clamp(q, 0.0, 1.0) * static_cast<double>(finite());
    double seen = 0, result = max;
    // A place of the histogram, of numbers between `first` and `last`: their logarithms are taken to be spread evenly.
    const auto passes = [&](int64_t inPlace, double first, double last) {
        first = std::clamp(first, min, max);
        last = std::clamp(last, min, max);
        const auto n = static_cast<double>(inPlace);
        if (n == 0 || seen + n < wanted) {
            seen += n;
            return false;
        }
        result = first == 0 ? 0 : first * std::pow(last / first, (wanted - seen) / n);
        return true;
    };
    const auto edge = [](int place) { return std::ldexp(1.0, place - zeroExponent); };
    const auto find = [&] {
        for (int e = histogram[1].end() - 1; e >= histogram[1].begin(); --e)
            if (passes(histogram[1][e], -edge(e + 1), -edge(e))) return;
        if (passes(zeros, 0, 0)) return;
        for (int e = histogram[0].begin(); e < histogram[0].end(); ++e)
            if (passes(histogram[0][e], edge(e), edge(e + 1))) return;
    };
    find();
    return std::clamp(result, min, max);
}

void TensorStatistics::add(const TensorStatistics& other)
{
    const auto ours = static_cast<double>(finite()), theirs = static_cast<double>(other.finite());
    if (ours == 0) {
        mean = other.mean, variance = other.variance, min = other.min, max = other.max, norm = other.norm;
    } else if (theirs > 0) {
        const double all = ours + theirs, difference = other.mean - mean;
        variance = (variance * ours + other.variance * theirs + difference * difference * ours * theirs / all) / all;
        mean += difference * theirs / all;
        min = std::min(min, other.min);
        max = std::max(max, other.max);
        norm = std::hypot(norm, other.norm);
    }
    count += other.count;
    zeros += other.zeros;
    nan += other.nan;
    positiveInfinite += other.positiveInfinite;
    negativeInfinite += other.negativeInfinite;
    for (std::size_t sign = 0; sign < 2; ++sign) histogram[sign].add(other.histogram[sign]);
}

TensorStatistics statisticsOf(std::span<const float> values)
{
    TensorStatistics s;
    s.count = static_cast<int64_t>(values.size());
    double finite = 0, mean = 0, around = 0, squares = 0;
    std::array<std::array<int64_t, TensorStatistics::exponents>, 2> counts{};
    for (const float value : values) {
        if (std::isnan(value)) ++s.nan;
        else if (std::isinf(value)) ++(value > 0 ? s.positiveInfinite : s.negativeInfinite);
        if (!std::isfinite(value)) continue;
        const double x = value, before = x - mean;
        mean += before / ++finite; // Welford, 1962
        around += before * (x - mean);
        squares += x * x;
        s.min = finite == 1 ? x : std::min(s.min, x);
        s.max = finite == 1 ? x : std::max(s.max, x);
        const auto bits = std::bit_cast<uint32_t>(value);
        if (value == 0) ++s.zeros;
        else ++counts[bits >> 31][bits >> 23 & 0xff];
    }
    for (std::size_t sign = 0; sign < 2; ++sign) s.histogram[sign] = ExponentCounts(counts[sign]);
    s.norm = std::sqrt(squares);
    if (finite > 0) s.mean = mean, s.variance = around / finite;
    return s;
}

} // namespace ds::inspector
