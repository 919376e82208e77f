// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

#include <algorithm>

namespace ds::layers {

bool expectsSequence(LayerBuilder& b, const Shape& shape)
{
    if (shape.rank() == 3) return true;
    Phrase hint;
    if (shape.rank() == 2) hint = phrase("Layers", "Insert an Embedding layer for numbers of words, or an Unsqueeze layer for numbers.");
    if (shape.rank() > 3) hint = phrase("Layers", "Insert a Reshape layer that leaves two dimensions beside the batch.");
    b.fail(phrase("Layers", "expects a sequence [N, T, C], got %1").with({shape.text()}), hint);
    return false;
}

bool expectsSpatial(LayerBuilder& b, const Shape& shape)
{
    if (shape.rank() >= 3 && shape.rank() <= 5) return true;
    b.fail(phrase("Layers", "expects an input [N, C, ...] with 1 to 3 spatial dimensions, got %1").with({shape.text()}),
           shape.rank() < 3 ? phrase("Layers", "Insert a Reshape layer, or leave this layer out.")
                            : phrase("Layers", "Insert a Reshape layer."));
    return false;
}

bool expectsReal(LayerBuilder& b, const TensorType& type)
{
    if (isFloat(type.dtype)) return true;
    b.fail(phrase("Layers", "expects floating-point numbers, got %1").with({type.text()}),
           phrase("Layers", "Insert a Cast layer, or an Embedding layer for numbers of words."));
    return false;
}

Value wholeNumbers(LayerBuilder& b, Value x, std::string_view what)
{
    if (!isInteger(x.dtype()))
        return b.fail(phrase("Layers", "expects %1 that are whole numbers, got %2").with({std::string(what), x.type().text()}),
                      phrase("Layers", "Insert a Cast layer."));
    return cast(x, DType::I64);
}

Value lengthsOf(LayerBuilder& b, Value lengths, int64_t batch)
{
    if (!lengths) return {};
    const Shape shape = lengths.shape();
    if (shape != Shape{batch} && shape != Shape{batch, 1})
        return b.fail(phrase("Layers", "expects lengths of the shape [%1], one for each example, got %2")
                          .with({std::to_string(batch), shape.text()}));
    return reshape(wholeNumbers(b, lengths, "lengths"), {batch});
}

int innerAxis(LayerBuilder& b, int64_t axis, int rank)
{
    if (axis >= -rank && axis < rank && axis != 0 && axis != -rank) return static_cast<int>(axis < 0 ? axis + rank : axis);
    if (axis == 0 || axis == -rank)
        b.fail(phrase("Layers", "the axis %1 is the batch, which stays as it is").with({std::to_string(axis)}),
               phrase("Layers", "Use another axis."));
    else
        b.fail(phrase("Layers", "the axis %1 is outside of an input of %2 dimensions").with({std::to_string(axis), std::to_string(rank)}),
               phrase("Layers", "The batch is 0; negative ones count from the end."));
    return -1;
}

Ints innerAxes(LayerBuilder& b, const Ints& axes, int rank)
{
    Ints result;
    for (int64_t axis : axes) {
        const int inner = innerAxis(b, axis, rank);
        if (inner < 0) return {};
        result.push_back(inner);
    }
    for (int axis = 1; axes.empty() && axis < rank; ++axis) result.push_back(axis);
    std::sort(result.begin(), result.end());
    if (std::adjacent_find(result.begin(), result.end()) != result.end()) {
        b.fail(phrase("Layers", "the axes %1 name a dimension twice").with({attrText(axes)}));
        return {};
    }
    if (result.empty())
        b.fail(phrase("Layers", "there is no dimension beside the batch"),
               phrase("Layers", "Insert an Unsqueeze layer, or leave this layer out."));
    return result;
}

Value iota(LayerBuilder& b, const Shape& shape, int axis, DType dtype)
{
    return b.op("iota", {}, {{"shape", shape.vector()}, {"axis", axis}, {"dtype", dtypeName(dtype)}});
}

Value validSteps(LayerBuilder& b, Value lengths, int64_t steps)
{
    return b.op("less", {iota(b, {1, steps}, 1, DType::I64), reshape(lengths, {lengths.shape().count(), 1})});
}

Value cast(Value x, DType dtype)
{
    if (!x || x.dtype() == dtype) return x;
    return x.builder().op("cast", {x}, {{"dtype", dtypeName(dtype)}});
}

Value perChannel(Value vector, int rank)
{
    Shape shape{1, vector.shape().count()};
    while (shape.rank() < rank) shape.push_back(1);
    return reshape(vector, shape);
}

AttrSpec rateAttr(std::string_view name, double fallback, std::string_view doc)
{
    return {.name = name, .type = AttrType::Float, .fallback = fallback, .min = 0, .max = 0.999, .doc = doc};
}

AttrSpec epsilonAttr(double fallback)
{
    return {.name = "epsilon",
            .type = AttrType::Float,
            .fallback = fallback,
            .min = 0,
            .max = 1,
            .doc = "Added to the variance, so that constant data does not divide by zero."};
}

AttrSpec axisAttr(int64_t fallback, std::string_view doc)
{
    return {.name = "axis", .type = AttrType::Int, .fallback = fallback, .min = -8, .max = 8, .doc = doc};
}

} // namespace ds::layers
