// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/attention_common.h"

#include <cmath>

namespace ds::ops {

std::vector<AttrSpec> attentionAttributes()
{
    return {
        {.name = "scale", .type = AttrType::Float, .fallback = 0.0, .min = 0, .doc = "Factor on the scores; 0: 1 / sqrt(D)."},
        {.name = "causal", .type = AttrType::Bool, .fallback = false, .doc = "Query i sees only keys up to i + S - T."},
        {.name = "dropout",
         .type = AttrType::Float,
         .fallback = 0.0,
         .min = 0,
         .max = 1,
         .doc = "Share of the probabilities set to zero; the rest is scaled up."},
        {.name = "stream",
         .type = AttrType::Int,
         .fallback = int64_t{0},
         .min = 0,
         .max = 4294967295.0,
         .doc = "Random stream of the dropout."},
    };
}

Result<TensorType> attentionType(const InferCall& c)
{
    const TensorType &q = c.in(0), &k = c.in(1), &v = c.in(2);
    if (!isFloat(q.dtype))
        return Error{phrase("Ops", "expects floating-point numbers, got %1").with({q.text()}), "", phrase("Ops", "Insert a cast.")};
    for (int i : {0, 1, 2}) {
        if (c.shape(i).rank() != 4)
            return Error{phrase("Ops", "expects q, k and v as [N, heads, length, width], got %1").with({c.shape(i).text()}), "",
                         phrase("Ops", "Split the heads first.")};
        if (c.dtype(i) != q.dtype)
            return Error{phrase("Ops", "the inputs have different dtypes, %1 and %2").with({q.text(), c.in(i).text()}), "",
                         phrase("Ops", "Insert a cast.")};
    }
    if (q.shape[0] != k.shape[0] || q.shape[3] != k.shape[3])
        return Error{phrase("Ops", "q %1 and k %2 have to agree in batch size and width").with({q.shape.text(), k.shape.text()}), "", ""};
    for (int axis : {0, 1, 2})
        if (k.shape[axis] != v.shape[axis])
            return Error{phrase("Ops", "k %1 and v %2 have to agree in all but the width").with({k.shape.text(), v.shape.text()}), "", ""};
    if (k.shape[1] == 0 || q.shape[1] % k.shape[1] != 0)
        return Error{
            phrase("Ops", "%1 query heads cannot share %2 key heads evenly").with({std::to_string(q.shape[1]), std::to_string(k.shape[1])}),
            "", phrase("Ops", "Use a multiple.")};
    const Shape scores{q.shape[0], q.shape[1], q.shape[2], k.shape[2]};
    if (c.has(3)) {
        if (c.dtype(3) != DType::Bool && c.dtype(3) != wideOf(q.dtype))
            return Error{phrase("Ops", "the mask %1 has to be bool or %2").with({c.in(3).text(), std::string(dtypeName(wideOf(q.dtype)))}),
                         "", phrase("Ops", "Insert a cast.")};
        if (const auto shape = broadcastShapes(c.shape(3), scores); !shape || *shape != scores)
            return Error{phrase("Ops", "the mask %1 cannot be broadcast to the scores %2").with({c.shape(3).text(), scores.text()}), "",
                         ""};
    }
    if (c.has(4) && c.in(4) != TensorType{DType::I64, {q.shape[0]}})
        return Error{
            phrase("Ops", "the lengths %1 have to be i64[%2], one for each example").with({c.in(4).text(), std::to_string(q.shape[0])}), "",
            ""};
    return TensorType{q.dtype, {q.shape[0], q.shape[1], q.shape[2], v.shape[3]}};
}

double attentionScale(const Attrs& attrs, const Shape& q)
{
    const double scale = attrs.number("scale");
    return scale != 0 ? scale : 1 / std::sqrt(static_cast<double>(q[3]));
}

Tensor plainAttention(const std::vector<Tensor>& inputs, double scale, bool causal)
{
    const Tensor &q = inputs[0], &k = inputs[1], &v = inputs[2];
    const bool masked = inputs.size() > 3 && inputs[3].defined(), cut = inputs.size() > 4 && inputs[4].defined();
    const int64_t heads = q.shape()[1], rows = q.shape()[2], width = q.shape()[3], keyHeads = k.shape()[1], keys = k.shape()[2],
                  out = v.shape()[3];
    Tensor y = Tensor::zeros({DType::F32, {q.shape()[0], heads, rows, out}});
    for (int64_t i = 0; i < y.count() / out; ++i) {
        const int64_t n = i / rows / heads, h = i / rows % heads, t = i % rows, kv = n * keyHeads + h / (heads / keyHeads);
        std::vector<double> p(static_cast<std::size_t>(keys));
        double total = 0;
        for (int64_t s = 0; s < keys; ++s) {
            double score = 0;
            for (int64_t d = 0; d < width; ++d) score += q.at(i * width + d) * k.at((kv * keys + s) * width + d) * scale;
            // Masks of samples have the shape [T, S].
            bool seen = !(causal && s > t + keys - rows) && !(cut && s >= static_cast<int64_t>(inputs[4].at(n)));
            if (masked && inputs[3].dtype() == DType::Bool) seen = seen && inputs[3].at(t * keys + s) != 0;
            else if (masked) score += inputs[3].at(t * keys + s);
            total += p[static_cast<std::size_t>(s)] = seen ? std::exp(score) : 0;
        }
        for (int64_t s = 0; s < keys && total > 0; ++s)
            for (int64_t d = 0; d < out; ++d)
                y.set(i * out + d, y.at(i * out + d) + p[static_cast<std::size_t>(s)] / total * v.at((kv * keys + s) * out + d));
    }
    return y;
}

} // namespace ds::ops
