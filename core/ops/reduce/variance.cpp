// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

namespace {

/// Elements that are reduced into one.
double countOf(const Shape& shape, const Attrs& attrs)
{
    double count = 1;
    const std::vector<int> axes = ops::axesOf(attrs.ints("axes"), shape.rank()).value();
    for (int axis : axes) count *= static_cast<double>(shape[axis]);
    return count;
}

std::vector<AttrSpec> attributes()
{
    std::vector<AttrSpec> specs = ops::reduceAttrs();
    specs.push_back({.name = "correction",
                     .type = AttrType::Int,
                     .fallback = int64_t{0},
                     .min = 0,
                     .doc = "Taken off the count: 1 gives the estimate without bias."});
    return specs;
}

} // namespace

extern const OpSpec op_variance = {
    .name = "variance",
    .category = "reduce",
    .doc = "Mean square distance from the mean, over dimensions.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = attributes(),
    .infer = [](const InferCall& call) -> Inferred {
        DS_TRY(ops::inferSameFloat(call));
        return ops::inferReduce(call);
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        const Value distance = c.in(0) - mean(c.in(0), c.attrs.ints("axes"), true);
        const double count = countOf(c.in(0).shape(), c.attrs) - static_cast<double>(c.attrs.integer("correction"));
        return {sum(ops::call("square", {distance}), c.attrs.ints("axes"), c.attrs.boolean("keep_dims")) / count};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 4})}},
                {{ops::randomTensor(rng, {3, 4})}, {{"axes", Ints{1}}, {"correction", 1}}},
                {{ops::randomTensor(rng, {2, 3, 2})}, {{"axes", Ints{0, 2}}, {"keep_dims", true}}},
                {{ops::randomTensor(rng, {2, 1})}, {{"axes", Ints{1}}}}};
    },
    .badSamples = [] { return ops::refusesAxes("variance"); },
    .precision = Precision::High,
};

} // namespace ds
