// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/data/transform.h"

namespace ds {

namespace {

/// Means, then standard deviations, by Welford's update.
Floats learn(const PrepareCall& call, std::size_t features)
{
    Floats mean(features), squares(features);
    double seen = 0;
    call.visitSamples([&](const void* sample) {
        ++seen;
        for (std::size_t i = 0; i < features; ++i) {
            const double x = static_cast<double>(static_cast<const float*>(sample)[i]), delta = x - mean[i];
            mean[i] += delta / seen;
            squares[i] += delta * (x - mean[i]);
        }
    });
    Floats learnt = std::move(mean);
    for (double square : squares) {
        const double std = seen > 0 ? std::sqrt(square / seen) : 0;
        learnt.push_back(std > 0 && std::isfinite(std) ? std : 1); // a constant feature becomes 0
    }
    return learnt;
}

Prepared prepare(const PrepareCall& call)
{
    const auto features = static_cast<std::size_t>(call.field.type.count());
    Floats learnt = call.learnt;
    if (learnt.empty() && call.visitSamples) learnt = learn(call, features);
    if (learnt.size() != 2 * features)
        return Error{phrase("Data", "what was learnt from the training data does not fit %1").with({call.field.type.text()}), "",
                     phrase("Data", "Train the model again.")};
    std::vector<float> mean, factor;
    for (std::size_t i = 0; i < features; ++i) {
        mean.push_back(static_cast<float>(learnt[i]));
        factor.push_back(static_cast<float>(1 / learnt[features + i]));
    }
    return fieldTransform<float>(
        call.field, 0,
        [mean = std::move(mean), factor = std::move(factor)](Draws&, const float* in, float* out, float*) {
            for (std::size_t i = 0; i < mean.size(); ++i) out[i] = (in[i] - mean[i]) * factor[i];
        },
        std::move(learnt));
}

} // namespace

extern const TransformSpec transform_standardize = {
    .name = "standardize",
    .doc = "Brings each feature of rows to mean 0 and deviation 1. Both are learnt from up to 10,000 samples of the training data and kept "
           "with the model. The source csv does so by itself.",
    .kind = TransformKind::Rows,
    .prepare = prepare,
    .samples = []() -> std::vector<TransformSample> {
        return {{{"row", {DType::F32, {7}}}, {}}};
    },
    .badSamples = []() -> std::vector<BadTransform> {
        return {{{"image", {DType::F32, {1, 2, 2}}},
                 {},
                 "standardize: no input is of the kind that it works on: rows [F]. The data have image f32[1, 2, 2]."}};
    },
};

} // namespace ds
