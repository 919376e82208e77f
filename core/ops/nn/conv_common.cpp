// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/conv_common.h"

namespace ds::ops {

std::vector<AttrSpec> convAttributes(std::vector<AttrSpec> more)
{
    more.insert(more.begin(), {.name = "groups",
                               .type = AttrType::Int,
                               .fallback = int64_t{1},
                               .min = 1,
                               .doc = "Channels are split into so many groups that do not see each other."});
    return windowAttributes("Step of the window, one per spatial dimension; none: 1.", std::move(more));
}

Result<Shape> convShape(const Attrs& attrs, const Shape& x, const Shape& weight)
{
    if (weight.rank() != x.rank())
        return Error{phrase("Ops", "the weight %1 has to have as many dimensions as the input %2").with({weight.text(), x.text()}), "",
                     phrase("Ops", "It is [out, in / groups, kernel...].")};
    const int64_t groups = attrs.integer("groups");
    if (x[1] != weight[1] * groups)
        return Error{phrase("Ops", "the input has %1 channels but the weight expects %2")
                         .with({std::to_string(x[1]), std::to_string(weight[1] * groups)}),
                     "", phrase("Ops", "Set groups or the weight's second size.")};
    if (weight[0] % groups != 0)
        return Error{
            phrase("Ops", "%1 output channels cannot be split into %2 groups").with({std::to_string(weight[0]), std::to_string(groups)}),
            "", phrase("Ops", "Use a multiple of groups.")};
    const Window window = DS_TRY(windowOf(attrs, spatialOf(weight)));
    return withSpatial(x[0], weight[0], DS_TRY(positionsOf(window, spatialOf(x))));
}

Status checkOneFloat(const InferCall& call, int bias)
{
    for (int i = 0; i < call.count(); ++i) {
        if (!call.has(i)) continue;
        if (!isFloat(call.dtype(i)))
            return Error{phrase("Ops", "expects floating-point numbers, got %1").with({call.in(i).text()}), "",
                         phrase("Ops", "Insert a cast.")};
        const DType expected = i == bias ? wideOf(call.dtype(0)) : call.dtype(0);
        if (call.dtype(i) != expected)
            return Error{phrase("Ops", "the inputs have different dtypes, %1 and %2").with({call.in(0).text(), call.in(i).text()}), "",
                         phrase("Ops", "Insert a cast.")};
    }
    return {};
}

double convFlops(const Shape& output, const Shape& weight)
{
    return 2.0 * static_cast<double>(output.count()) * static_cast<double>(weight.count(1, weight.rank()));
}

} // namespace ds::ops
