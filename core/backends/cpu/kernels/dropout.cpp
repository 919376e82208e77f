// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/backends/cpu/half.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/random.h"

namespace ds::cpu {

namespace {

std::unique_ptr<Kernel> prepare(const KernelRequest& request)
{
    const int64_t count = request.out().count();
    const DType dtype = request.out().dtype;
    const double rate = request.attrs.number("rate");
    const auto stream = static_cast<uint32_t>(request.attrs.integer("stream"));
    const auto factors = simd::functions().dropoutFactors;
    const auto keep = simd::functions().keep;
    return makeKernel(
        [=](const KernelArgs& args) {
            const simd::RandomKey key = randomKey(*args.step, stream);
            // Four elements share one block of random numbers.
            parallelFor((count + 3) / 4, 1024, [&](int64_t begin, int64_t end) {
                constexpr int64_t chunk = 256;
                float buffer[chunk * 4], ownX[chunk * 4], ownY[chunk * 4];
                for (int64_t block = begin; block < end; block += chunk) {
                    const int64_t blocks = std::min(chunk, end - block);
                    factors(key, static_cast<uint64_t>(block), blocks, static_cast<float>(rate), static_cast<float>(1.0 / (1.0 - rate)),
                            buffer);
                    const int64_t at = block * 4, n = std::min(blocks * 4, count - at);
                    keep(readStretch(dtype, args.inputs[0], at, n, ownX), buffer, writeStretch(dtype, args.outputs[0], at, ownY), n);
                    storeStretch(dtype, args.outputs[0], at, n, ownY);
                }
            });
        },
        "dropout");
}

} // namespace

void install_dropout(KernelTable& table)
{
    table["dropout"] = {prepare,
                        [](const KernelRequest& request) { return isComputed(request.in(0).dtype) && request.attrs.number("rate") < 1; }};
}

} // namespace ds::cpu
