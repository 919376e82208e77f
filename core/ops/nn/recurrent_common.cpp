// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/recurrent_common.h"

#include "core/graph/autodiff.h"
#include "core/graph/op_set.h"

namespace ds::ops {

std::vector<Port> recurrentInputs(const RecurrentKind& kind)
{
    std::vector<Port> ports = {{"x", "[T, N, I]"}, {"h0", "[N, H], the state before; absent: zeros", PortKind::Optional}};
    if (kind.states > 1) ports.push_back({"c0", "[N, H], the cell before; absent: zeros", PortKind::Optional});
    ports.push_back({"w_ih", "[gates * H, I]"});
    ports.push_back({"w_hh", "[gates * H, H]"});
    ports.push_back({"b_ih", "[gates * H]", PortKind::Optional});
    ports.push_back({"b_hh", "[gates * H]", PortKind::Optional});
    ports.push_back({"lengths", "i64[N]: valid steps of each example; later ones give y = 0 and keep the state", PortKind::Optional});
    return ports;
}

std::vector<Port> recurrentOutputs(const RecurrentKind& kind)
{
    std::vector<Port> ports = {{"y", "[T, N, H], the state after each step"}, {"h_last", "[N, H], after the last step"}};
    if (kind.states > 1) ports.push_back({"c_last", "[N, H], after the last step"});
    if (kind.tape) ports.push_back({"tape", "[T, N, tape * H], what the gradient needs to know of each step; 0 where it does not count"});
    return ports;
}

std::vector<AttrSpec> recurrentAttributes(std::vector<AttrSpec> more)
{
    more.push_back({.name = "reverse", .type = AttrType::Bool, .fallback = false, .doc = "From the last valid step to the first."});
    return more;
}

Inferred inferRecurrent(const InferCall& c, const RecurrentKind& kind)
{
    const TensorType& x = c.in(0);
    if (!isFloat(x.dtype))
        return Error{phrase("Ops", "expects floating-point numbers, got %1").with({x.text()}), "", phrase("Ops", "Insert a cast.")};
    if (x.shape.rank() != 3) return Error{phrase("Ops", "expects an input [T, N, I], got %1").with({x.shape.text()}), "", ""};
    const Shape& recurrent = c.shape(kind.weights() + 1);
    if (recurrent.rank() != 2 || recurrent[0] != kind.gates * recurrent[1])
        return Error{phrase("Ops", "the weight w_hh has to be [%1H, H], got %2")
                         .with({kind.gates > 1 ? std::to_string(kind.gates) + " * " : std::string(), recurrent.text()}),
                     "", ""};
    const int64_t hidden = recurrent[1], rows = recurrent[0];
    const TensorType state{x.dtype, {x.shape[1], hidden}};
    std::vector<TensorType> expected(static_cast<std::size_t>(kind.states), state);
    expected.insert(expected.end(), {{x.dtype, {rows, x.shape[2]}}, {x.dtype, {rows, hidden}}, {x.dtype, {rows}}, {x.dtype, {rows}}});
    expected.push_back({DType::I64, {x.shape[1]}});
    const std::vector<Port> ports = recurrentInputs(kind);
    for (int i = 1; i <= kind.lengths(); ++i)
        if (const auto u = static_cast<std::size_t>(i); c.has(i) && c.in(i) != expected[u - 1])
            return Error{phrase("Ops", "input %1 %2 has to be %3 for x %4 and %5 hidden units")
                             .with({std::string(ports[u].name), c.in(i).text(), expected[u - 1].text(), x.text(), std::to_string(hidden)}),
                         "", ""};
    std::vector<TensorType> types{{x.dtype, {x.shape[0], x.shape[1], hidden}}};
    types.resize(1 + static_cast<std::size_t>(kind.states), state);
    if (kind.tape) types.push_back({x.dtype, {x.shape[0], x.shape[1], kind.tape * hidden}});
    return types;
}

double recurrentFlops(const std::vector<TensorType>& inputs, const RecurrentKind& kind)
{
    const Shape &x = inputs[0].shape, &recurrent = inputs[static_cast<std::size_t>(kind.weights()) + 1].shape;
    return 2.0 * static_cast<double>(x[0] * x[1]) * static_cast<double>(recurrent[0] * (x[2] + recurrent[1]));
}

Value gateOf(Value gates, int index, int64_t hidden)
{
    return call("slice", {gates}, {{"begin", Ints{0, index * hidden}}, {"end", Ints{gates.shape()[0], (index + 1) * hidden}}});
}

Values unroll(GraphBuilder& b, const OpCall& c, const RecurrentKind& kind, RecurrentStep step)
{
    const Shape x = c.in(0).shape();
    const DType dtype = c.in(0).dtype();
    const int w = kind.weights();
    const int64_t steps = x[0], batch = x[1], rows = c.in(w + 1).shape()[0], hidden = c.in(w + 1).shape()[1];
    Value projected = matmul(reshape(c.in(0), {steps * batch, x[2]}), c.in(w), false, true);
    if (c.in(w + 2)) projected = projected + c.in(w + 2);
    projected = reshape(projected, {steps, batch, rows});

    Values states, outputs(static_cast<std::size_t>(steps)), tapes(outputs.size());
    for (int s = 0; s < kind.states; ++s) states.push_back(c.in(1 + s) ? c.in(1 + s) : b.full(0, {batch, hidden}, dtype));
    const Value zero = b.scalar(0, dtype);
    for (int64_t i = 0; i < steps; ++i) {
        const int64_t t = c.attrs.boolean("reverse") ? steps - 1 - i : i;
        const Value input = b.op("slice", {projected}, {{"begin", Ints{t, 0, 0}}, {"end", Ints{t + 1, batch, rows}}});
        Value recurrent = matmul(states[0], c.in(w + 1), false, true);
        if (c.in(w + 3)) recurrent = recurrent + c.in(w + 3);
        Values after = step(b, c.attrs, reshape(input, {batch, rows}), recurrent, states);
        const auto u = static_cast<std::size_t>(t);
        outputs[u] = after[0];
        if (kind.tape) {
            tapes[u] = after.back();
            after.pop_back();
        }
        if (!c.in(kind.lengths())) {
            states = after;
        } else {
            const Value length = reshape(c.in(kind.lengths()), {batch, 1});
            const Value valid = b.op("greater", {length, b.scalar(static_cast<double>(t), DType::I64)});
            outputs[u] = b.op("select", {valid, outputs[u], zero});
            if (kind.tape) tapes[u] = b.op("select", {valid, tapes[u], zero});
            for (std::size_t s = 0; s < states.size(); ++s) states[s] = b.op("select", {valid, after[s], states[s]});
        }
        outputs[u] = reshape(outputs[u], {1, batch, hidden});
        if (kind.tape) tapes[u] = reshape(tapes[u], {1, batch, kind.tape * hidden});
    }
    const auto joined = [&](const Values& parts, int64_t size) {
        return steps > 0 ? b.op("concat", parts, {{"axis", 0}}) : b.full(0, {0, batch, size}, dtype);
    };
    Values result{joined(outputs, hidden)};
    result.insert(result.end(), states.begin(), states.end());
    if (kind.tape) result.push_back(joined(tapes, kind.tape * hidden));
    return result;
}

std::vector<Sample> recurrentSamples(Rng& rng, const RecurrentKind& kind, const Attrs& attrs)
{
    const auto r = [&](const Shape& shape) { return randomTensor(rng, shape, -1, 1); };
    const auto sample = [&](int64_t t, int64_t n, int64_t i, int64_t h, bool first, bool biases, const Tensor& lengths, bool reverse,
                            const char* note) {
        Sample s{{r({t, n, i})}, attrs, note};
        for (int state = 0; state < kind.states; ++state) s.inputs.push_back(first ? r({n, h}) : Tensor{});
        s.inputs.push_back(r({kind.gates * h, i}));
        s.inputs.push_back(r({kind.gates * h, h}));
        for (int bias = 0; bias < 2; ++bias) s.inputs.push_back(biases ? r({kind.gates * h}) : Tensor{});
        s.inputs.push_back(lengths);
        s.attrs.set("reverse", reverse);
        return s;
    };
    return {
        sample(3, 2, 2, 3, true, true, {}, false, "all inputs but lengths"),
        sample(2, 2, 3, 2, false, false, {}, true, "bare, reverse"),
        sample(3, 3, 1, 2, true, true, Tensor::of({3}, {2, 0, 3}, DType::I64), false, "lengths"),
        sample(3, 2, 1, 2, true, false, Tensor::of({2}, {1, 2}, DType::I64), true, "lengths, reverse"),
        sample(1, 1, 1, 1, false, true, {}, false, "one element"),
        sample(0, 2, 1, 2, true, true, {}, false, "no steps"),
    };
}

std::vector<BadSample> recurrentBadSamples(const RecurrentKind& kind)
{
    const std::string name = kind.name, factor = kind.gates > 1 ? std::to_string(kind.gates) + " * " : "";
    const auto inputs = [&](TensorType x, Shape wih, Shape whh) {
        std::vector<TensorType> types{x};
        types.resize(static_cast<std::size_t>(kind.weights()), {DType::F32, {2, 5}});
        types.push_back({DType::F32, wih});
        types.push_back({DType::F32, whh});
        return types;
    };
    const int64_t rows = kind.gates * 5;
    const std::string is = std::to_string(rows);
    std::vector<TensorType> wrongState = inputs({DType::F32, {3, 4, 6}}, {rows, 6}, {rows, 5});
    return {
        {inputs({DType::F32, {3, 2}}, {rows, 6}, {rows, 5}), {}, name + ": expects an input [T, N, I], got [3, 2]."},
        {inputs({DType::I32, {3, 2, 6}}, {rows, 6}, {rows, 5}),
         {},
         name + ": expects floating-point numbers, got i32[3, 2, 6]. Insert a cast."},
        {inputs({DType::F32, {3, 2, 6}}, {rows, 6}, {rows, 4}),
         {},
         name + ": the weight w_hh has to be [" + factor + "H, H], got [" + is + ", 4]."},
        {inputs({DType::F32, {3, 2, 6}}, {rows, 7}, {rows, 5}),
         {},
         name + ": input w_ih f32[" + is + ", 7] has to be f32[" + is + ", 6] for x f32[3, 2, 6] and 5 hidden units."},
        {wrongState, {}, name + ": input h0 f32[2, 5] has to be f32[4, 5] for x f32[3, 4, 6] and 5 hidden units."},
    };
}

} // namespace ds::ops
