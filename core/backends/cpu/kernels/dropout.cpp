// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/base/philox.h"

namespace ds::cpu {

void install_dropout(KernelTable& table)
{
    table["dropout"] = {[](const KernelRequest& request) -> std::unique_ptr<Kernel> {
                            const int64_t count = request.out().count();
                            const double rate = request.attrs.number("rate");
                            const auto stream = static_cast<uint32_t>(request.attrs.integer("stream"));
                            const float scale = static_cast<float>(1.0 / (1.0 - rate));
                            const float threshold = static_cast<float>(rate);
                            return makeKernel(
                                [=](const KernelArgs& args) {
                                    const Philox random(args.step->seed, stream, args.step->step);
                                    const float* x = args.in<float>(0);
                                    float* y = args.out<float>();
                                    // Four elements share one block of random numbers.
                                    parallelFor((count + 3) / 4, 1024, [&](int64_t begin, int64_t end) {
                                        for (int64_t b = begin; b < end; ++b) {
                                            const auto bits = random.block(static_cast<uint64_t>(b));
                                            for (int64_t i = b * 4; i < std::min(count, b * 4 + 4); ++i)
                                                y[i] = Philox::toUnit(bits[static_cast<std::size_t>(i % 4)]) >= threshold ? x[i] * scale
                                                                                                                          : 0.0f;
                                        }
                                    });
                                },
                                "dropout");
                        },
                        [](const KernelRequest& request) { return request.in(0).dtype == DType::F32 && request.attrs.number("rate") < 1; }};
}

} // namespace ds::cpu
