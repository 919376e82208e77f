// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/attention_block.h"

#include <algorithm>
#include <cmath>

namespace ds::cpu {

AttentionShape::AttentionShape(const KernelRequest& request) : q(request.inputs[0]), k(request.inputs[1]), v(request.inputs[2])
{
    const Shape &query = request.in(0).shape, &value = request.in(2).shape;
    batch = query[0], heads = query[1], rows = query[2], width = query[3];
    keyHeads = value[1], keys = value[2], outWidth = value[3];
    const double given = request.attrs.number("scale");
    scale = static_cast<float>(given != 0 ? given : 1 / std::sqrt(static_cast<double>(width)));
    rate = static_cast<float>(request.attrs.number("dropout"));
    stream = static_cast<uint32_t>(request.attrs.integer("stream"));
    causal = request.attrs.boolean("causal");
    masked = request.has(3);
    boolMask = masked && request.in(3).dtype == DType::Bool;
    cut = request.has(4);
    std::fill(maskStep, maskStep + 4, 0);
    if (masked) {
        const Shape& mask = request.in(3).shape;
        int64_t step = 1;
        for (int axis = 1; axis <= mask.rank(); ++axis) {
            maskStep[4 - axis] = mask[-axis] == 1 ? 0 : step;
            step *= mask[-axis];
        }
    }
    // A block of scores stays in the second-level cache.
    blockRows = std::min(rows, std::clamp<int64_t>(65536 / keys, 16, 64));
    blocks = (rows + blockRows - 1) / blockRows;
    ld = (keys + 15) / 16 * 16;
}

AttentionBlock attentionBlock(const AttentionShape& s, const KernelArgs& args, int64_t head, int64_t block)
{
    AttentionBlock b{head, block * s.blockRows, 0, s.keys};
    b.rows = std::min(s.blockRows, s.rows - b.first);
    if (s.causal) b.columns = std::min(b.columns, b.first + b.rows + s.keys - s.rows);
    if (s.cut) b.columns = std::min(b.columns, args.in<int64_t>(4)[head / s.heads]);
    b.columns = std::max<int64_t>(b.columns, 0);
    return b;
}

void attentionProbabilities(const AttentionShape& s, const KernelArgs& args, const AttentionBlock& b, const float* q,
                            const PackedMatrix& keys, float* p)
{
    const int64_t n = b.head / s.heads, h = b.head % s.heads;
    keys.multiply(q, s.width, false, b.rows, s.width, b.columns, p, s.ld, false);
    const auto row = simd::functions().attentionRow;
    for (int64_t r = 0; r < b.rows; ++r) {
        const int64_t t = b.first + r;
        const int64_t seen = s.causal ? std::clamp<int64_t>(t + s.keys - s.rows + 1, 0, b.columns) : b.columns;
        const int64_t at = n * s.maskStep[0] + h * s.maskStep[1] + t * s.maskStep[2];
        row(p + r * s.ld, b.columns, seen, s.masked && !s.boolMask ? args.in<float>(3) + at : nullptr, s.maskStep[3],
            s.boolMask ? args.in<uint8_t>(3) + at : nullptr, s.maskStep[3]);
    }
}

const float* attentionFactors(const AttentionShape& s, const KernelArgs& args, const AttentionBlock& b, int64_t row, float* buffer)
{
    if (s.rate <= 0) return nullptr;
    const int64_t first = (b.head * s.rows + b.first + row) * s.keys;
    const int64_t blocks = (first + b.columns + 3) / 4 - first / 4;
    simd::functions().dropoutFactors(randomKey(*args.step, s.stream), static_cast<uint64_t>(first / 4), blocks, s.rate,
                                     s.rate < 1 ? static_cast<float>(1.0 / (1.0 - static_cast<double>(s.rate))) : 0.0f, buffer);
    return buffer + first % 4;
}

bool acceptsAttention(const KernelRequest& request)
{
    for (int i : {0, 1, 2})
        if (!isComputed(request.in(i).dtype) || request.in(i).count() == 0) return false;
    return true;
}

} // namespace ds::cpu
