// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>

#ifdef _OPENMP
#include <omp.h>
#endif

namespace ds::cpu {

/// Splits [0, count) into one contiguous part for each thread and calls body(begin, end) on each. Runs inline below
/// `grain` elements, since waking the team costs a microsecond or two. The split depends on the number of threads only.
template <class Body>
void parallelFor(int64_t count, int64_t grain, Body body)
{
#ifdef _OPENMP
    const int64_t threads = std::min<int64_t>(omp_get_max_threads(), (count + grain - 1) / std::max<int64_t>(grain, 1));
    if (threads > 1) {
#pragma omp parallel num_threads(static_cast <int>(threads))
        {
            const int64_t part = omp_get_thread_num(), parts = omp_get_num_threads();
            // Multiples of 16 keep threads off each other's cache lines.
            const int64_t step = ((count + parts - 1) / parts + 15) / 16 * 16;
            const bool few = count < parts * 16;
            const int64_t begin = few ? count * part / parts : std::min(count, part * step);
            const int64_t end = few ? count * (part + 1) / parts : std::min(count, begin + step);
            if (begin < end) body(begin, end);
        }
        return;
    }
#else
    (void)grain;
#endif
    if (count > 0) body(int64_t{0}, count);
}

/// ... for a few large items, one after the other in each thread.
template <class Body>
void parallelItems(int64_t count, int64_t costOfOne, Body body)
{
#ifdef _OPENMP
    if (count > 1 && count * costOfOne > 16384 && omp_get_max_threads() > 1) {
#pragma omp parallel
        {
            const int64_t part = omp_get_thread_num(), parts = omp_get_num_threads();
            for (int64_t i = count * part / parts, end = count * (part + 1) / parts; i < end; ++i) body(i);
        }
        return;
    }
#else
    (void)costOfOne;
#endif
    for (int64_t i = 0; i < count; ++i) body(i);
}

/// Parts that work on `count` items is cut into when each part needs memory of its own: as many as there are threads when a
/// kernel is prepared, one if it is not worth waking them.
inline int64_t partsFor(int64_t count, int64_t costOfOne)
{
#ifdef _OPENMP
    if (count * costOfOne > 16384) return std::max<int64_t>(1, std::min<int64_t>(count, omp_get_max_threads()));
#else
    (void)count, (void)costOfOne;
#endif
    return 1;
}

/// body(part, begin, end) for contiguous parts of [0, count), whatever the number of threads is by now.
template <class Body>
void parallelParts(int64_t parts, int64_t count, Body body)
{
    const auto one = [&](int64_t part) {
        const int64_t begin = count * part / parts, end = count * (part + 1) / parts;
        if (begin < end) body(part, begin, end);
    };
#ifdef _OPENMP
#pragma omp parallel for schedule(static, 1) num_threads(static_cast <int>(parts)) if (parts > 1)
#endif
    for (int64_t part = 0; part < parts; ++part) one(part);
}

} // namespace ds::cpu
