// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/backends/reference/kernel.h"

namespace ds::reference {

namespace {

constexpr int places = 255, zeroExponent = 127; // of the histogram of each sign; that of 2^0

void statistics(Call& c)
{
    const Array& x = c.in(0);
    const bool exact = x.dtype() == DType::F64;
    const auto at = [&](int64_t i) {
        if (!c.has(1)) return x[i];
        const double difference = x[i] - c.in(1)[i];
        return exact ? difference : static_cast<double>(static_cast<float>(difference));
    };
    for (int i = 0; i < 5; ++i) c.out(5).set(i, 0);
    for (int i = 0; i < 2 * places; ++i) c.out(6).set(i, 0);
    c.out(5).set(0, static_cast<double>(x.count()));
    double count = 0, sum = 0, squares = 0, spread = 0;
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (int64_t i = 0; i < x.count(); ++i) {
        const double value = at(i);
        if (!std::isfinite(value)) {
            c.out(5).add(std::isnan(value) ? 2 : value > 0 ? 3 : 4, 1);
            continue;
        }
        ++count;
        sum += value;
        squares += value * value;
        least = std::min(least, value);
        most = std::max(most, value);
        if (value == 0) c.out(5).add(1, 1);
        else c.out(6).add(std::clamp(std::ilogb(value) + zeroExponent, 0, places - 1) + (value < 0 ? places : 0), 1);
    }
    const double none = std::numeric_limits<double>::quiet_NaN(), mean = count > 0 ? sum / count : none;
    for (int64_t i = 0; i < x.count(); ++i)
        if (std::isfinite(at(i))) spread += (at(i) - mean) * (at(i) - mean);
    c.out(0).set(0, mean);
    c.out(1).set(0, count > 0 ? spread / count : none);
    c.out(2).set(0, std::sqrt(squares));
    c.out(3).set(0, count > 0 ? least : none);
    c.out(4).set(0, count > 0 ? most : none);
}

} // namespace

void install_statistics(KernelTable& table) { table["statistics"] = statistics; }

} // namespace ds::reference
