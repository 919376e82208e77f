// SPDX-License-Identifier: Apache-2.0
#include "core/layers/normalisation/common.h"

namespace ds::layers {

AttrSpec learnedAttr(std::string_view name, bool fallback)
{
    return {.name = name,
            .type = AttrType::Bool,
            .fallback = fallback,
            .doc = name == "scale" ? "Whether a learned factor is applied." : "Whether a learned offset is added."};
}

namespace {

/// The inputs of the op: x and what is learned, of the given shape.
Values withLearned(LayerBuilder& b, const LayerCall& c, const Shape& shape)
{
    Values inputs{c.in()};
    inputs.push_back(c.attrs.boolean("scale") ? b.parameter("scale", shape, "ones") : Value{});
    if (c.attrs.has("bias")) inputs.push_back(c.attrs.boolean("bias") ? b.parameter("bias", shape, "zeros") : Value{});
    return inputs;
}

} // namespace

Values buildTailNorm(LayerBuilder& b, const LayerCall& c, std::string_view op)
{
    const Shape x = c.in().shape();
    if (x.rank() < 2) return {b.fail(phrase("Layers", "expects an input [N, ..., C], got %1").with({x.text()}))};
    const int axis = innerAxis(b, c.attrs.integer("axis"), x.rank());
    if (axis < 0 || !expectsReal(b, c.in().type())) return {{}};
    return {
        b.op(op, withLearned(b, c, Shape(x.begin() + axis, x.rank() - axis)), {{"axis", axis}, {"epsilon", c.attrs.number("epsilon")}})};
}

std::vector<BadLayerSample> tailNormBadSamples()
{
    return {{{f32({5})}, {}, "expects an input [N, ..., C], got [5]."},
            {{f32({5, 3})}, {{"axis", 0}}, "the axis 0 is the batch, which stays as it is. Use another axis."},
            {{f32({5, 3})},
             {{"axis", 2}},
             "the axis 2 is outside of an input of 2 dimensions. The batch is 0; negative ones count from the end."}};
}

Values buildChannelNorm(LayerBuilder& b, const LayerCall& c, std::string_view op, Attrs attrs)
{
    if (!expectsReal(b, c.in().type())) return {{}};
    attrs.set("epsilon", c.attrs.number("epsilon"));
    return {b.op(op, withLearned(b, c, {c.in().shape()[1]}), std::move(attrs))};
}

} // namespace ds::layers
