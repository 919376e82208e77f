// SPDX-License-Identifier: Apache-2.0
#include "app/cli/bench_steps.h"

#include <algorithm>
#include <chrono>

namespace ds::cli {

Feeds firstBatch(const Dataset& data, int64_t batch)
{
    Feeds feeds;
    for (const auto& [name, type] : batchTypes(data, batch)) feeds.push_back({name, Tensor(type)});
    std::vector<void*> at;
    for (int64_t i = 0; i < batch; ++i) {
        at.clear();
        for (Feed& feed : feeds)
            at.push_back(static_cast<std::byte*>(feed.value.raw()) +
                         static_cast<std::size_t>(i) * feed.value.bytes() / static_cast<std::size_t>(batch));
        data.read(i, at);
    }
    return feeds;
}

Result<std::vector<double>> timeSteps(Learner& learner, const Feeds& feeds, int steps, bool inference)
{
    constexpr int warmUp = 3;
    std::vector<double> times;
    for (int i = 0; i < steps + warmUp; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        if (inference) DS_TRY(learner.predict(feeds));
        else DS_TRY(learner.step(feeds, 1e-5));
        if (i >= warmUp) times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    return times;
}

} // namespace ds::cli
