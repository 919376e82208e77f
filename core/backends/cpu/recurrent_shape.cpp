// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/recurrent_shape.h"

#include <algorithm>
#include <string_view>

#include "core/backends/cpu/gemm.h"

namespace ds::cpu {

RecurrentShape::RecurrentShape(const KernelRequest& request) : simd(simd::functions())
{
    const std::string_view name = request.op.name;
    kind = name.starts_with("lstm") ? Kind::Lstm : name.starts_with("gru") ? Kind::Gru : Kind::Rnn;
    states = kind == Kind::Lstm ? 2 : 1;
    const Shape& x = request.in(0).shape;
    steps = x[0], batch = x[1], input = x[2], hidden = request.in(weights() + 1).shape[1];
    reverse = request.attrs.boolean("reverse");
    for (int i = 0; i < static_cast<int>(request.inputs.size()); ++i) given |= static_cast<uint32_t>(request.has(i)) << i;
    if (kind != Kind::Rnn) return;
    relu = request.attrs.string("activation") == "relu";
    for (int i = 0; i < simd.unary.count; ++i)
        if (request.attrs.string("activation") == simd.unary.items[i].name) activation = simd.unary.items[i].f;
}

bool RecurrentShape::first(const KernelArgs& args, int64_t t, int64_t n) const
{
    return reverse ? t == std::min(steps, length(args, n)) - 1 : t == 0;
}

void RecurrentShape::copyState(const KernelArgs& args, int i, int64_t begin, int64_t rows, float* to) const
{
    if (!present(i)) {
        std::fill(to, to + rows * hidden, 0.0f);
        return;
    }
    const float* from = args.in<float>(i) + begin * hidden;
    std::copy(from, from + rows * hidden, to);
}

void RecurrentShape::projectInput(const KernelArgs& args, float* gates, int64_t step) const
{
    gemm(false, true, steps * batch, width(), input, 1, args.in<float>(0), input, args.in<float>(weights()), input, 0, gates, step);
}

void RecurrentShape::cell(const KernelArgs& args, float* gates, float* recurrent, const float* hBefore, const float* cBefore, float* c,
                          float* h) const
{
    const int biases = weights() + 2;
    if (present(biases)) simd.addRow(args.in<float>(biases), gates, width());
    if (present(biases + 1)) simd.addRow(args.in<float>(biases + 1), separate() ? recurrent : gates, width());
    switch (kind) {
    case Kind::Lstm: simd.lstmCell(gates, cBefore, c, h, hidden); break;
    case Kind::Gru: simd.gruCell(gates, recurrent, hBefore, h, hidden); break;
    case Kind::Rnn:
        activation(gates, gates, hidden, nullptr);
        std::copy(gates, gates + hidden, h);
        break;
    }
}

void RecurrentShape::cellGrad(const float* known, float* gates, float* recurrent, const float* hBefore, const float* cBefore, float* dh,
                              float* dc) const
{
    switch (kind) {
    case Kind::Lstm:
        simd.lstmCellGrad(known, cBefore, known + width(), dh, dc, gates, hidden);
        std::fill(dh, dh + hidden, 0.0f);
        break;
    case Kind::Gru:
        std::copy(known, known + width(), gates);
        std::copy(known + width(), known + tape(), recurrent + 2 * hidden);
        simd.gruCellGrad(gates, recurrent, hBefore, dh, hidden);
        break;
    case Kind::Rnn:
        std::copy(known, known + hidden, gates);
        simd.rnnCellGrad(gates, dh, hidden, relu);
        std::fill(dh, dh + hidden, 0.0f);
        break;
    }
}

} // namespace ds::cpu
