// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/backends/reference/kernel.h"
#include "core/backends/reference/kernels/indexing.h"
#include "core/base/philox.h"
#include "core/ops/nn/attention_common.h"

namespace ds::reference {

namespace {

void attention(Call& c)
{
    const Array &q = c.in(0), &k = c.in(1), &v = c.in(2);
    const int64_t heads = q.shape()[1], rows = q.shape()[2], width = q.shape()[3];
    const int64_t keyHeads = k.shape()[1], keys = k.shape()[2], outWidth = v.shape()[3];
    const double scale = ops::attentionScale(c.attrs, q.shape()), rate = c.attrs.number("dropout");
    const bool causal = c.attrs.boolean("causal");
    const Shape scores{q.shape()[0], heads, rows, keys};
    const Philox random(c.step.seed, static_cast<uint32_t>(c.attrs.integer("stream")), c.step.step);

    for (int64_t row = 0; row < q.shape()[0] * heads * rows; ++row) {
        const int64_t n = row / (heads * rows), h = row / rows % heads, t = row % rows;
        const int64_t keyHead = n * keyHeads + h / (heads / keyHeads);
        std::vector<double> p(static_cast<std::size_t>(keys));
        double top = -std::numeric_limits<double>::infinity(), total = 0;
        for (int64_t s = 0; s < keys; ++s) {
            double& score = p[static_cast<std::size_t>(s)];
            for (int64_t d = 0; d < width; ++d) score += scale * q[row * width + d] * k[(keyHead * keys + s) * width + d];
            bool seen = (!causal || s <= t + keys - rows) && (!c.has(4) || static_cast<double>(s) < c.in(4)[n]);
            if (c.has(3)) {
                const double mask = c.in(3)[broadcastIndex(row * keys + s, scores, c.in(3).shape())];
                if (c.in(3).dtype() == DType::Bool) seen = seen && mask != 0;
                else score += mask;
            }
            if (!seen) score = -std::numeric_limits<double>::infinity();
            top = std::max(top, score);
        }
        if (std::isinf(top) && top < 0) p.assign(p.size(), 0); // it sees nothing
        else
            for (double& score : p) total += score = std::exp(score - top);
        for (int64_t s = 0; s < keys; ++s) {
            double& probability = p[static_cast<std::size_t>(s)];
            if (total > 0) probability /= total;
            if (rate > 0 && random.uniform(static_cast<uint64_t>(row * keys + s)) < static_cast<float>(rate)) probability = 0;
            else if (rate > 0) probability /= 1 - rate;
        }
        for (int64_t d = 0; d < outWidth; ++d) {
            double sum = 0;
            for (int64_t s = 0; s < keys; ++s) sum += p[static_cast<std::size_t>(s)] * v[(keyHead * keys + s) * outWidth + d];
            c.out().set(row * outWidth + d, sum);
        }
    }
}

} // namespace

void install_attention(KernelTable& table) { table["attention"] = attention; }

} // namespace ds::reference
