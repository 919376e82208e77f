// SPDX-License-Identifier: Apache-2.0
#include "tests/support/compare.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace ds::test {

std::string difference(const Tensor& actual, const Tensor& expected, double tolerance)
{
    if (actual.type() != expected.type()) return "the type is " + actual.type().text() + ", expected " + expected.type().text();
    double largest = 0;
    for (int64_t i = 0; i < expected.count(); ++i)
        if (std::isfinite(expected.at(i))) largest = std::max(largest, std::abs(expected.at(i)));
    for (int64_t i = 0; i < expected.count(); ++i) {
        const double a = actual.at(i), e = expected.at(i);
        const bool same = std::isfinite(e) ? std::abs(a - e) <= tolerance * largest : a == e || (std::isnan(a) && std::isnan(e));
        if (!same) {
            char text[128];
            std::snprintf(text, sizeof text, "element %lld is %.9g, expected %.9g (largest %.3g)", static_cast<long long>(i), a, e,
                          largest);
            return text;
        }
    }
    return {};
}

bool identical(const Tensor& a, const Tensor& b)
{
    return a.type() == b.type() && (a.bytes() == 0 || std::memcmp(a.contiguous().raw(), b.contiguous().raw(), a.bytes()) == 0);
}

} // namespace ds::test
