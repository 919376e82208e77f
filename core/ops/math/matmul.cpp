// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

namespace {

/// Sizes of one operand after its transposition: batch dimensions, rows, columns.
struct Matrix {
    Shape batch;
    int64_t rows, columns;
};

Matrix matrixOf(const Shape& shape, bool transposed)
{
    const Shape batch(shape.begin(), shape.rank() - 2);
    return transposed ? Matrix{batch, shape[-1], shape[-2]} : Matrix{batch, shape[-2], shape[-1]};
}

Inferred infer(const InferCall& call)
{
    DS_TRY(ops::inferSameFloat(call));
    if (call.dtype(0) != call.dtype(1))
        return Error{phrase("Ops", "the inputs have different dtypes, %1 and %2").with({call.in(0).text(), call.in(1).text()}), "",
                     phrase("Ops", "Insert a cast.")};
    for (int i : {0, 1})
        if (call.shape(i).rank() < 2)
            return Error{phrase("Ops", "expects matrices, got %1").with({call.in(i).text()}), "",
                         phrase("Ops", "Reshape it to have two dimensions.")};
    const Matrix a = matrixOf(call.shape(0), call.attrs.boolean("transpose_a")),
                 b = matrixOf(call.shape(1), call.attrs.boolean("transpose_b"));
    if (a.columns != b.rows)
        return Error{phrase("Ops", "the inner sizes differ: %1 columns of %2 against %3 rows of %4")
                         .with({std::to_string(a.columns), call.in(0).text(), std::to_string(b.rows), call.in(1).text()}),
                     "", ""};
    std::optional<Shape> shape = broadcastShapes(a.batch, b.batch);
    if (!shape)
        return Error{
            phrase("Ops", "the batch sizes of %1 and %2 cannot be broadcast together").with({call.in(0).text(), call.in(1).text()}), "",
            ""};
    shape->push_back(a.rows);
    shape->push_back(b.columns);
    return std::vector{TensorType{ops::resultType(call), *shape}};
}

Values vjp(GraphBuilder&, const GradCall& c)
{
    const bool ta = c.attrs.boolean("transpose_a"), tb = c.attrs.boolean("transpose_b");
    const Value a = c.in(0), b = c.in(1), g = c.grad();
    Value gradA, gradB;
    if (c.wants(0)) gradA = sumTo(ta ? matmul(b, g, tb, true) : matmul(g, b, false, !tb), a.shape());
    if (c.wants(1) && b.shape().rank() == 2 && a.shape().rank() > 2 && !ta) {
        // One weight for all batches: rows of all batches together are one large product instead of a sum of small ones.
        const Value rows = reshape(a, {a.shape().count(0, a.shape().rank() - 1), a.shape()[-1]});
        const Value grads = reshape(g, {g.shape().count(0, g.shape().rank() - 1), g.shape()[-1]});
        gradB = tb ? matmul(grads, rows, true, false) : matmul(rows, grads, true, false);
    } else if (c.wants(1)) {
        gradB = sumTo(tb ? matmul(g, a, true, ta) : matmul(a, g, !ta, false), b.shape());
    }
    return {gradA, gradB};
}

std::vector<Sample> samples(Rng& rng)
{
    const auto random = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
    return {{{random({3, 4}), random({4, 2})}},
            {{random({4, 3}), random({4, 2})}, {{"transpose_a", true}}},
            {{random({3, 4}), random({2, 4})}, {{"transpose_b", true}}},
            {{random({4, 3}), random({2, 4})}, {{"transpose_a", true}, {"transpose_b", true}}},
            {{random({2, 3, 4}), random({2, 4, 2})}},
            {{random({2, 3, 4}), random({4, 2})}},
            {{random({2, 3, 4}), random({2, 4})}, {{"transpose_b", true}}},
            {{random({2, 1, 4, 3}), random({3, 2, 4})}, {{"transpose_a", true}, {"transpose_b", true}}},
            {{random({1, 1}), random({1, 1})}},
            {{random({2, 0}), random({0, 3})}},
            {{random({0, 2}), random({2, 3})}}};
}

} // namespace

extern const OpSpec op_matmul = {
    .name = "matmul",
    .category = "math",
    .doc = "Matrix product over the last two dimensions; the others are batches with NumPy broadcasting.",
    .inputs = {{"a"}, {"b"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "transpose_a", .type = AttrType::Bool, .fallback = false, .doc = "Swap the last two dimensions of a first."},
                   {.name = "transpose_b", .type = AttrType::Bool, .fallback = false, .doc = "Swap the last two dimensions of b first."},
                   ops::wideAttr()},
    .infer = infer,
    .vjp = vjp,
    .samples = samples,
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2, 3}, {4, 5}}), {}, "matmul: the inner sizes differ: 3 columns of f32[2, 3] against 4 rows of f32[4, 5]."},
                {ops::f32s({{3}, {3, 5}}), {}, "matmul: expects matrices, got f32[3]. Reshape it to have two dimensions."},
                {ops::f32s({{2, 3, 4}, {3, 4, 5}}),
                 {},
                 "matmul: the batch sizes of f32[2, 3, 4] and f32[3, 4, 5] cannot be broadcast together."}};
    },
    .precision = Precision::Low,
    .flops =
        [](const Attrs& attrs, const std::vector<TensorType>& inputs, const std::vector<TensorType>& outputs) {
            const Matrix a = matrixOf(inputs[0].shape, attrs.boolean("transpose_a"));
            return 2.0 * static_cast<double>(outputs[0].count()) * static_cast<double>(a.columns);
        },
};

} // namespace ds
