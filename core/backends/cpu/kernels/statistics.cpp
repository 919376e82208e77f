// SPDX-License-Identifier: Apache-2.0
// One pass over memory: moments and exponents of a stretch while it is in the nearest cache, then the next one.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/backends/cpu/half.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/loops.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

constexpr int places = 255, tables = 4, tableSize = 512; // of the histogram of one sign; as Functions::exponents wants them
constexpr int notFinite = 255;                           // the exponent of infinities and NaN

/// What is known of the elements seen so far. Chan, Golub & LeVeque, "Algorithms for computing the sample variance", 1983.
struct Summary {
    double count = 0, mean = 0, spread = 0;
    double least = std::numeric_limits<double>::infinity(), most = -least;

    void add(const Summary& other)
    {
        if (other.count == 0) return;
        const double all = count + other.count, difference = other.mean - mean;
        mean += difference * other.count / all;
        spread += other.spread + difference * difference * count * other.count / all;
        count = all;
        least = std::min(least, other.least);
        most = std::max(most, other.most);
    }
};

/// What one part of the elements is counted in.
struct Part {
    Summary summary;
    int64_t zeros[2] = {}, nan = 0, infinite[2] = {}; // [1]: negative
    std::array<uint32_t, tables * tableSize> bins{};

    void take(const float* x, int64_t n)
    {
        const int64_t before = counted(0, notFinite) + counted(1, notFinite);
        simd::functions().exponents(x, n, bins.data());
        if (counted(0, notFinite) + counted(1, notFinite) == before) return takeFinite(x, n);
        std::array<float, halfTile> finite;
        int64_t left = 0;
        for (int64_t i = 0; i < n; ++i) {
            if (std::isfinite(x[i])) finite[static_cast<std::size_t>(left++)] = x[i];
            else ++(std::isnan(x[i]) ? nan : infinite[x[i] < 0]);
        }
        takeFinite(finite.data(), left);
    }

    int64_t counted(int sign, int exponent) const
    {
        int64_t total = 0;
        for (int table = 0; table < tables; ++table) total += bins[static_cast<std::size_t>(table * tableSize + sign * 256 + exponent)];
        return total;
    }

private:
    void takeFinite(const float* x, int64_t n)
    {
        if (n == 0) return;
        const simd::StretchMoments m = simd::functions().stretchMoments(x, n);
        summary.add({static_cast<double>(n), m.mean, m.spread, m.least, m.most});
        zeros[0] += m.zeros;
        zeros[1] += m.negativeZeros;
    }
};

void write(const KernelArgs& args, const Part* parts, int64_t partCount, int64_t elements)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    Summary s;
    int64_t zeros[2] = {}, nan = 0, infinite[2] = {};
    for (int64_t p = 0; p < partCount; ++p) {
        s.add(parts[p].summary);
        nan += parts[p].nan;
        for (int sign = 0; sign < 2; ++sign) zeros[sign] += parts[p].zeros[sign], infinite[sign] += parts[p].infinite[sign];
    }
    const bool some = s.count > 0;
    *args.out<double>(0) = some ? s.mean : none;
    *args.out<double>(1) = some ? s.spread / s.count : none;
    *args.out<double>(2) = std::sqrt(s.spread + s.mean * s.mean * s.count);
    *args.out<double>(3) = some ? s.least : none;
    *args.out<double>(4) = some ? s.most : none;
    const int64_t counts[] = {elements, zeros[0] + zeros[1], nan, infinite[0], infinite[1]};
    std::copy(std::begin(counts), std::end(counts), args.out<int64_t>(5));
    for (int sign = 0; sign < 2; ++sign)
        for (int exponent = 0; exponent < places; ++exponent) {
            int64_t total = exponent == 0 ? -zeros[sign] : 0; // zeros are counted with the subnormal numbers
            for (int64_t p = 0; p < partCount; ++p) total += parts[p].counted(sign, exponent);
            args.out<int64_t>(6)[sign * places + exponent] = total;
        }
}

std::unique_ptr<Kernel> prepare(const KernelRequest& request)
{
    const int64_t count = request.in(0).count(), stretches = (count + halfTile - 1) / halfTile;
    const int64_t parts = partsFor(stretches, halfTile);
    const DType dtype = request.in(0).dtype;
    const bool difference = request.has(1);
    const simd::Binary* sub = findLoop(simd::functions().binary, "sub");
    return makeKernel(
        [=](const KernelArgs& args) {
            auto* own = static_cast<Part*>(args.workspace);
            std::fill(own, own + parts, Part{});
            parallelParts(parts, stretches, [&](int64_t part, int64_t begin, int64_t end) {
                float left[halfTile], right[halfTile];
                for (int64_t at = begin * halfTile, last = std::min(count, end * halfTile); at < last; at += halfTile) {
                    const int64_t n = std::min(halfTile, last - at);
                    const float* x = readStretch(dtype, args.inputs[0], at, n, left);
                    if (difference) {
                        sub->vv(x, readStretch(dtype, args.inputs[1], at, n, right), left, n);
                        x = left;
                    }
                    own[part].take(x, n);
                }
            });
            write(args, own, parts, count);
        },
        "statistics", static_cast<std::size_t>(parts) * sizeof(Part));
}

bool accepts(const KernelRequest& request) { return isComputed(request.in(0).dtype); }

/// The order of the elements does not matter, but padding does.
LayoutWish layouts(const KernelRequest& request)
{
    LayoutWish wish = plainLayouts(request);
    if (storedCount(request.inputs[0]) != request.in(0).count()) return wish;
    for (std::size_t i = 0; i < wish.inputs.size(); ++i)
        if (request.inputs[i].present) wish.inputs[i] = request.inputs[0].layout;
    return wish;
}

} // namespace

void install_statistics(KernelTable& table) { table["statistics"] = {prepare, accepts, layouts}; }

} // namespace ds::cpu
