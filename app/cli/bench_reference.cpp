// SPDX-License-Identifier: Apache-2.0
// The table that the reference framework shows for ResNet-50, with our own figures beside it. Machines differ, so the factors over the
// first row are what compares.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/bench_steps.h"
#include "app/cli/cli.h"
#include "core/backends/cpu/cpu.h"

namespace ds::cli {

namespace {

/// Each row has what the one before has and one thing more.
struct Variant {
    const char* name;
    const char* adds;
    const char* precision;
    bool fuse, layouts;
    double theirImagesPerSecond;
};

constexpr Variant variants[] = {
    {"base", "f32, one kernel for each op, row-major images", "f32", false, false, 120},
    {"mixed_precision", "bf16", "bf16", false, false, 240},
    {"fused", "fused kernels", "bf16", true, false, 280},
    {"all", "images in the layouts of the kernels throughout", "bf16", true, true, 350},
};

/// ResNet-50 (He et al., 2016) on random images of 224 × 224.
Document resNet50(const Variant& variant, int64_t batch)
{
    Document d;
    d.name = "ResNet-50";
    d.train = {"random", {{"shape", Ints{3, 224, 224}}, {"classes", 1000}, {"samples", batch}}};
    std::vector<LayerNode>& layers = d.model.layers;
    layers = {{"input", "Input", {{"field", "input"}}},
              {"conv1", "Conv2d", {{"filters", 64}, {"kernel", 7}, {"stride", 2}, {"padding", "3"}, {"bias", false}}},
              {"bn1", "BatchNorm"},
              {"relu1", "ReLU"},
              {"pool1", "MaxPool2d", {{"kernel", 3}, {"stride", 2}, {"padding", "1"}}}};
    constexpr int counts[] = {3, 4, 6, 3};
    for (int stage = 0; stage < 4; ++stage)
        for (int block = 0; block < counts[stage]; ++block)
            layers.push_back({fmt::format("block{}_{}", stage + 1, block + 1),
                              "BottleneckBlock",
                              {{"filters", 64 << stage}, {"stride", stage > 0 && block == 0 ? 2 : 1}}});
    layers.push_back({"pool2", "GlobalAvgPool"});
    layers.push_back({"fc", "Dense", {{"units", 1000}}});
    for (std::size_t i = 1; i < layers.size(); ++i) d.model.wires.push_back({{layers[i - 1].name}, {layers[i].name}});
    d.loss = {"cross_entropy", {{"prediction", "fc"}, {"target", "label"}}};
    d.optimizer = {"adamw", {{"learning_rate", 1e-3}}};
    d.training.set("batch_size", batch);
    d.training.set("precision", std::string(variant.precision));
    (void)validate(trainingAttributes(), d.training); // fills in the rest
    return d;
}

Result<double> millisecondsPerImage(const Variant& variant, int steps, int64_t batch)
{
    Document document = resNet50(variant, batch);
    const DataSets data = DS_TRY(openData(document, 0));
    const std::unique_ptr<Learner> learner =
        DS_TRY(Learner::create(std::move(document), {.fuse = variant.fuse, .layouts = variant.layouts}));
    const std::vector<double> times = DS_TRY(timeSteps(*learner, firstBatch(*data.train, batch), steps, false));
    return times[times.size() / 2] / static_cast<double>(batch);
}

} // namespace

int benchReference(int steps, int64_t batch, bool json)
{
    constexpr int64_t usualBatch = 16;
    if (batch == 0) batch = usualBatch;
    std::vector<std::vector<std::string>> rows{{"variant", "images/s", "ms/image", "factor", "reference: images/s", "ms/image", "factor"}};
    double base = 0;
    for (const Variant& variant : variants) {
        if (!json) fmt::print(stderr, "measuring {} …\n", variant.name);
        const Result<double> ms = millisecondsPerImage(variant, steps, batch);
        if (!ms) return tell(ms.error());
        if (base == 0) base = *ms;
        rows.push_back({variant.name, fmt::format("{:.2f}", 1000 / *ms), fmt::format("{:.1f}", *ms), fmt::format("{:.2f}", base / *ms),
                        fmt::format("{:.0f}", variant.theirImagesPerSecond), fmt::format("{:.1f}", 1000 / variant.theirImagesPerSecond),
                        fmt::format("{:.2f}", variant.theirImagesPerSecond / variants[0].theirImagesPerSecond)});
        if (json)
            printLine({{"event", "row"},
                       {"variant", variant.name},
                       {"images_per_second", 1000 / *ms},
                       {"ms_per_image", *ms},
                       {"factor", base / *ms},
                       {"reference_images_per_second", variant.theirImagesPerSecond}});
    }
    if (json) {
        printLine({{"event", "summary"}, {"name", "reference"}, {"batch", batch}, {"threads", cpuThreads()}});
        return 0;
    }
    fmt::print("ResNet-50, one training step on {} images of 224 × 224, {} threads, {}\n\n{}\n", batch, cpuThreads(), cpuVectorLevel(),
               table(rows));
    for (const Variant& variant : variants) fmt::print("{:16} {}{}\n", variant.name, &variant == variants ? "" : "and ", variant.adds);
    return 0;
}

} // namespace ds::cli
