// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

#include <algorithm>
#include <numeric>

namespace ds::ops {

Inferred inferSame(const InferCall& call) { return std::vector{call.in(0)}; }

Inferred inferSameFloat(const InferCall& call)
{
    if (!isFloat(call.dtype(0)))
        return Error{phrase("Ops", "expects floating-point numbers, got %1").with({call.in(0).text()}), "",
                     phrase("Ops", "Insert a cast.")};
    return std::vector{call.in(0)};
}

AttrSpec fusedActivation()
{
    return {.name = "activation", .type = AttrType::String, .fallback = std::string("relu"), .choices = {"relu"}, .doc = "Applied last."};
}

Inferred inferSameNumber(const InferCall& call)
{
    if (call.dtype(0) == DType::Bool)
        return Error{phrase("Ops", "expects numbers, got %1").with({call.in(0).text()}), "", phrase("Ops", "Insert a cast.")};
    return std::vector{call.in(0)};
}

Inferred inferSameBool(const InferCall& call)
{
    if (call.dtype(0) != DType::Bool)
        return Error{phrase("Ops", "expects bool, got %1").with({call.in(0).text()}), "",
                     phrase("Ops", "Compare the numbers with something.")};
    return std::vector{call.in(0)};
}

Inferred inferArithmetic(const InferCall& call)
{
    Inferred inferred = inferBroadcast(call);
    if (inferred && call.dtype(0) == DType::Bool)
        return Error{phrase("Ops", "expects numbers, got %1").with({call.in(0).text()}), "", phrase("Ops", "Insert a cast.")};
    return inferred;
}

Inferred inferBroadcastFloat(const InferCall& call)
{
    Inferred inferred = inferBroadcast(call);
    if (inferred) DS_TRY(inferSameFloat(call));
    return inferred;
}

Inferred inferLogical(const InferCall& call)
{
    Inferred inferred = inferBroadcast(call);
    if (inferred) DS_TRY(inferSameBool(call));
    return inferred;
}

Inferred inferBroadcast(const InferCall& call)
{
    if (call.dtype(0) != call.dtype(1))
        return Error{phrase("Ops", "the inputs have different dtypes, %1 and %2").with({call.in(0).text(), call.in(1).text()}), "",
                     phrase("Ops", "Insert a cast.")};
    const std::optional<Shape> shape = broadcastShapes(call.shape(0), call.shape(1));
    if (!shape)
        return Error{phrase("Ops", "the shapes %1 and %2 cannot be broadcast together").with({call.shape(0).text(), call.shape(1).text()}),
                     "", phrase("Ops", "Sizes must be equal or 1, counted from the last dimension.")};
    return std::vector{TensorType{call.dtype(0), *shape}};
}

Inferred inferCompare(const InferCall& call)
{
    Inferred inferred = inferBroadcast(call);
    if (inferred) inferred->front().dtype = DType::Bool;
    return inferred;
}

Result<int> axisOf(int64_t axis, int rank)
{
    if (axis < -rank || axis >= rank)
        return Error{phrase("Ops", "axis %1 is outside of a tensor of %2 dimensions").with({std::to_string(axis), std::to_string(rank)}),
                     "", ""};
    return static_cast<int>(axis < 0 ? axis + rank : axis);
}

Result<std::vector<int>> axesOf(const Ints& axes, int rank)
{
    std::vector<int> result;
    if (axes.empty()) {
        result.resize(static_cast<std::size_t>(rank));
        std::iota(result.begin(), result.end(), 0);
        return result;
    }
    for (int64_t axis : axes) result.push_back(DS_TRY(axisOf(axis, rank)));
    std::sort(result.begin(), result.end());
    if (std::adjacent_find(result.begin(), result.end()) != result.end())
        return Error{phrase("Ops", "the axes %1 name a dimension twice").with({attrText(axes)}), "", ""};
    return result;
}

Shape reducedShape(const Shape& shape, const std::vector<int>& axes, bool keepDims)
{
    Shape result = shape;
    for (std::size_t i = axes.size(); i-- > 0;) {
        if (keepDims) result[axes[i]] = 1;
        else result.erase(axes[i]);
    }
    return result;
}

Inferred inferReduce(const InferCall& call)
{
    const std::vector<int> axes = DS_TRY(axesOf(call.attrs.ints("axes"), call.shape(0).rank()));
    return std::vector{TensorType{call.dtype(0), reducedShape(call.shape(0), axes, call.attrs.boolean("keep_dims"))}};
}

std::vector<AttrSpec> reduceAttrs(std::vector<AttrSpec> more)
{
    std::vector<AttrSpec> attributes = {
        {.name = "axes", .type = AttrType::Ints, .fallback = Ints{}, .doc = "Dimensions to reduce; empty: all."},
        {.name = "keep_dims", .type = AttrType::Bool, .fallback = false, .doc = "Keep the reduced dimensions with size 1."}};
    attributes.insert(attributes.end(), more.begin(), more.end());
    return attributes;
}

Value withKeptDims(Value reduced, const Shape& input, const Attrs& attrs)
{
    return reshape(reduced, reducedShape(input, axesOf(attrs.ints("axes"), input.rank()).value(), true));
}

AttrSpec dtypeAttr(std::string_view fallback)
{
    return {.name = "dtype",
            .type = AttrType::String,
            .fallback = std::string(fallback),
            .choices = {"f32", "f64", "bf16", "f16", "i32", "i64", "u8", "bool"},
            .doc = "Element type of the result."};
}

DType dtypeOf(const Attrs& attrs) { return dtypeFromName(attrs.string("dtype")).value_or(DType::F32); }

DType wideOf(DType dtype) { return dtype == DType::BF16 || dtype == DType::F16 ? DType::F32 : dtype; }

AttrSpec wideAttr()
{
    return {
        .name = "wide", .type = AttrType::Bool, .fallback = false, .doc = "Whether the result is f32 where the operands are bf16 or f16."};
}

DType resultType(const InferCall& call) { return call.attrs.boolean("wide") ? wideOf(call.dtype(0)) : call.dtype(0); }

AttrSpec shapeAttr() { return {.name = "shape", .type = AttrType::Ints, .fallback = Ints{}, .min = 0, .doc = "Sizes of the result."}; }

AttrSpec axisAttr(int64_t fallback)
{
    return {.name = "axis", .type = AttrType::Int, .fallback = fallback, .doc = "The dimension; negative ones count from the end."};
}

Result<Shape> shapeOf(const Ints& sizes)
{
    if (sizes.size() > Shape::maxRank)
        return Error{phrase("Ops", "a tensor has at most %1 dimensions, got %2").with({std::to_string(Shape::maxRank), attrText(sizes)}),
                     "", ""};
    for (int64_t size : sizes)
        if (size < 0) return Error{phrase("Ops", "a size must not be negative, got %1").with({attrText(sizes)}), "", ""};
    return Shape(sizes);
}

Result<Shape> gatheredShape(const Shape& shape, const Shape& indices, int axis)
{
    Ints sizes = shape.vector();
    const auto at = sizes.erase(sizes.begin() + axis);
    sizes.insert(at, indices.begin(), indices.end());
    return shapeOf(sizes);
}

Inferred inferSegments(const InferCall& call)
{
    DS_TRY(inferSameFloat(call));
    TensorType type = call.in(0);
    if (type.shape.rank() < 1) return Error{phrase("Ops", "expects at least one dimension, got %1").with({type.text()}), "", ""};
    const TensorType ids{DType::I64, {type.shape[0]}};
    if (call.in(1) != ids) return Error{phrase("Ops", "the segment ids must be %1, got %2").with({ids.text(), call.in(1).text()}), "", ""};
    type.shape[0] = call.attrs.integer("segments");
    return std::vector{type};
}

Value call(std::string_view name, const Values& inputs, Attrs attrs)
{
    for (const Value& input : inputs)
        if (input) return input.builder().op(name, inputs, std::move(attrs));
    return {};
}

Value scalarLike(Value like, double value) { return like ? like.builder().scalar(value, like.dtype()) : Value{}; }

Value indicator(Value condition, DType dtype) { return call("cast", {condition}, {{"dtype", dtypeName(dtype)}}); }

Tensor randomTensor(Rng& rng, const Shape& shape, double low, double high)
{
    Tensor tensor(TensorType{DType::F32, shape});
    for (int64_t i = 0; i < tensor.count(); ++i) tensor.set(i, rng.uniform(low, high));
    return tensor;
}

Tensor distinctTensor(Rng& rng, const Shape& shape, double gap)
{
    Tensor tensor(TensorType{DType::F32, shape});
    std::vector<int64_t> order(static_cast<std::size_t>(tensor.count()));
    std::iota(order.begin(), order.end(), int64_t{0});
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[rng.below(i)]);
    for (int64_t i = 0; i < tensor.count(); ++i)
        tensor.set(i, gap * (static_cast<double>(order[static_cast<std::size_t>(i)]) - static_cast<double>(tensor.count()) / 2 + 0.3));
    return tensor;
}

Tensor randomIndices(Rng& rng, const Shape& shape, int64_t below, DType dtype)
{
    Tensor tensor(TensorType{dtype, shape});
    for (int64_t i = 0; i < tensor.count(); ++i) tensor.set(i, static_cast<double>(rng.below(static_cast<uint64_t>(below))));
    return tensor;
}

std::vector<Sample> unarySamples(Rng& rng, double low, double high, const Attrs& attrs)
{
    std::vector<Sample> samples;
    for (const Shape& shape : {Shape{3, 5}, Shape{}, Shape{1}, Shape{0, 4}, Shape{2, 3, 4}})
        samples.push_back({{randomTensor(rng, shape, low, high)}, attrs});
    return samples;
}

std::vector<Sample> binarySamples(Rng& rng, double low, double high)
{
    std::vector<Sample> samples;
    const std::vector<std::pair<Shape, Shape>> shapes = {{{3, 4}, {3, 4}}, {{2, 3, 4}, {3, 1}}, {{}, {5}},
                                                         {{1}, {1}},       {{3, 1}, {1, 4}},    {{0, 3}, {3}}};
    for (const auto& [a, b] : shapes) samples.push_back({{randomTensor(rng, a, low, high), randomTensor(rng, b, low, high)}});
    return samples;
}

std::vector<Sample> reduceSamples(Rng& rng, double gap)
{
    return {{{distinctTensor(rng, {3, 4}, gap)}},
            {{distinctTensor(rng, {3, 4}, gap)}, {{"axes", Ints{1}}}},
            {{distinctTensor(rng, {2, 3, 4}, gap)}, {{"axes", Ints{0, -1}}, {"keep_dims", true}}},
            {{distinctTensor(rng, {2, 1, 3}, gap)}, {{"axes", Ints{1}}, {"keep_dims", true}}},
            {{distinctTensor(rng, {}, gap)}},
            {{distinctTensor(rng, {0, 2}, gap)}, {{"axes", Ints{1}}}}};
}

std::vector<BadSample> refusesIntegers(const std::string& name)
{
    return {{{{DType::I32, {2}}}, {}, name + ": expects floating-point numbers, got i32[2]. Insert a cast."}};
}

std::vector<BadSample> refusesBool(const std::string& name)
{
    return {{{{DType::Bool, {2}}}, {}, name + ": expects numbers, got bool[2]. Insert a cast."}};
}

std::vector<BadSample> refusesBroadcast(const std::string& name)
{
    return {{f32s({{2, 3}, {4}}),
             {},
             name + ": the shapes [2, 3] and [4] cannot be broadcast together. Sizes must be equal or 1, counted from the last dimension."},
            {{{DType::F32, {2}}, {DType::I32, {2}}}, {}, name + ": the inputs have different dtypes, f32[2] and i32[2]. Insert a cast."}};
}

std::vector<BadSample> refusesAxes(const std::string& name)
{
    return {{f32s({{2, 3}}), {{"axes", Ints{2}}}, name + ": axis 2 is outside of a tensor of 2 dimensions."},
            {f32s({{2, 3}}), {{"axes", Ints{1, -1}}}, name + ": the axes [1, -1] name a dimension twice."}};
}

std::vector<TensorType> f32s(std::initializer_list<Shape> shapes)
{
    std::vector<TensorType> types;
    for (const Shape& shape : shapes) types.push_back({DType::F32, shape});
    return types;
}

} // namespace ds::ops
