// SPDX-License-Identifier: Apache-2.0
// Prints what a sample costs the loader, plain, and how much each transform adds for pictures of 28 x 28 and 3 x 224 x 224 (rows and
// tokens of 64 where it works on those), in nanoseconds of one thread.
#include <chrono>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "core/data/array_dataset.h"
#include "core/data/loader.h"
#include "core/data/source.h"
#include "core/data/transformed_dataset.h"

using namespace ds;

namespace {

/// Nanoseconds a sample, the best of some epochs.
double cost(const std::shared_ptr<const Dataset>& data, int threads)
{
    DataLoader loader(data, {64, true, false, 1, threads, 4});
    Batch batch;
    double best = 1e12;
    for (int epoch = 0; epoch < 9; ++epoch) {
        const auto begin = std::chrono::steady_clock::now();
        while (loader.next(batch)) {
        }
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        best = std::min(best, 1e9 * seconds / static_cast<double>(data->size()));
    }
    return best;
}

std::shared_ptr<const Dataset> random(Ints shape, int64_t samples)
{
    Opened opened = openSource("random", {{"shape", std::move(shape)}, {"samples", samples}});
    return std::move(opened).value();
}

std::shared_ptr<const Dataset> tokens(int64_t samples)
{
    return std::make_shared<ArrayDataset>(
        std::vector<ArrayDataset::Array>{{"tokens", Tensor(TensorType{DType::I64, {samples, 64}}), {"a", "b", "c"}}});
}

} // namespace

int main()
{
    const std::shared_ptr<const Dataset> small = random({1, 28, 28}, 60000), large = random({3, 224, 224}, 512);
    const std::shared_ptr<const Dataset> rows = random({64}, 100000), words = tokens(100000);
    std::printf("28 x 28: %.0f ns a sample, with a thread %.0f; 3 x 224 x 224: %.0f\n", cost(small, 0), cost(small, 1), cost(large, 0));
    for (const TransformSpec* spec : allTransforms()) {
        std::vector<TransformStep> steps{{std::string(spec->name), {}}};
        if (spec->random()) steps[0].attrs.set("probability", 1.0);
        if (spec->name == "resize" || spec->name == "center_crop") steps[0].attrs.set("size", int64_t{24});
        if (spec->name == "pad") steps[0].attrs.set("amount", int64_t{2});
        if (spec->name == "random_token_mask") steps[0].attrs.set("token", std::string("c"));
        std::printf("%-24s", std::string(spec->name).c_str());
        for (const auto& data : {small, large, rows, words}) {
            const Transformed made = transformed(data, steps, 1, true);
            if (made.errors.empty()) std::printf(" %10.0f", cost(made.dataset, 0) - cost(data, 0));
        }
        std::printf("\n");
    }
}
