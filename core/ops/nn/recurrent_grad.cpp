// SPDX-License-Identifier: Apache-2.0
#include "core/graph/autodiff.h"
#include "core/graph/op_set.h"
#include "core/ops/nn/recurrent_plain.h"

namespace ds::ops {

namespace {

Tensor tensorOf(const std::vector<double>& values, const Shape& shape)
{
    Tensor tensor(TensorType{DType::F32, shape});
    for (int64_t i = 0; i < tensor.count(); ++i) tensor.set(i, values[static_cast<std::size_t>(i)]);
    return tensor;
}

} // namespace

std::vector<Port> recurrentGradInputs(const RecurrentKind& kind)
{
    std::vector<Port> ports = recurrentInputs(kind);
    ports.push_back({"y", "[T, N, H], the first output"});
    ports.push_back({"grad_y", "[T, N, H]; absent: zero", PortKind::Optional});
    ports.push_back({"grad_h_last", "[N, H]; absent: zero", PortKind::Optional});
    if (kind.states > 1) ports.push_back({"grad_c_last", "[N, H]; absent: zero", PortKind::Optional});
    if (kind.tape) ports.push_back({"tape", "[T, N, tape * H], the last output"});
    return ports;
}

std::vector<Port> recurrentGradOutputs(const RecurrentKind& kind)
{
    std::vector<Port> ports = {{"dx"}, {"dh0"}};
    if (kind.states > 1) ports.push_back({"dc0"});
    for (const char* name : {"dw_ih", "dw_hh", "db_ih", "db_hh"}) ports.push_back({name});
    return ports;
}

Inferred inferRecurrentGrad(const InferCall& c, const RecurrentKind& kind)
{
    const std::vector<TensorType> outputs = DS_TRY(inferRecurrent(c, kind));
    const int y = kind.lengths() + 1;
    const auto check = [&](int i, const TensorType& expected) -> Status {
        if (!c.has(i) || c.in(i) == expected) return {};
        return Error{phrase("Ops", "input %1 %2 has to be %3")
                         .with({std::string(recurrentGradInputs(kind)[static_cast<std::size_t>(i)].name), c.in(i).text(), expected.text()}),
                     "", ""};
    };
    DS_TRY(check(y, outputs[0]));
    for (std::size_t i = 0; i < outputs.size(); ++i) DS_TRY(check(y + 1 + static_cast<int>(i), outputs[i]));
    std::vector<TensorType> types{c.in(0)};
    types.insert(types.end(), outputs.begin() + 1, outputs.begin() + kind.tapeOutput());
    const TensorType bias{c.dtype(0), {c.shape(kind.weights())[0]}};
    types.insert(types.end(), {c.in(kind.weights()), c.in(kind.weights() + 1), bias, bias});
    return types;
}

Values recurrentGradDecompose(GraphBuilder& b, const OpCall& c, const RecurrentKind& kind)
{
    const DType dtype = c.in(0).dtype();
    const Shape state{c.in(0).shape()[1], c.in(kind.weights() + 1).shape()[1]}, bias{c.in(kind.weights()).shape()[0]};
    Values inputs, grads;
    for (int i = 0; i <= kind.lengths(); ++i) {
        inputs.push_back(c.in(i));
        // Absent ones are zeros, which have a gradient, too.
        if (!inputs.back() && i < kind.lengths()) inputs.back() = b.full(0, i < kind.weights() ? state : bias, dtype);
    }
    for (int i = 0; i <= kind.states; ++i) grads.push_back(c.in(kind.lengths() + 2 + i));
    if (kind.tape) grads.emplace_back();
    Values result = gradientByDecomposition(b, *b.graph().ops().find(kind.name), inputs, c.attrs, grads);
    result.resize(static_cast<std::size_t>(kind.lengths()));
    return result;
}

Values recurrentVjp(GraphBuilder& b, const GradCall& c, const RecurrentKind& kind)
{
    if (kind.tape && c.grad(kind.tapeOutput()))
        return gradientByDecomposition(b, *b.graph().ops().find(kind.name), c.inputs, c.attrs, c.grads);
    Values inputs = c.inputs;
    inputs.resize(static_cast<std::size_t>(kind.lengths()) + 1);
    inputs.push_back(c.out());
    inputs.insert(inputs.end(), c.grads.begin(), c.grads.begin() + kind.tapeOutput());
    if (kind.tape) inputs.push_back(c.out(kind.tapeOutput()));
    return b.ops(std::string(kind.name) + "_grad", inputs, c.attrs);
}

std::vector<Sample> recurrentGradSamples(Rng& rng, const RecurrentKind& kind, const Attrs& attrs)
{
    std::vector<Sample> samples = recurrentSamples(rng, kind, attrs);
    int number = 0;
    for (Sample& sample : samples) {
        std::vector<std::vector<double>> inputs;
        for (const Tensor& input : sample.inputs) {
            inputs.emplace_back();
            for (int64_t i = 0; input.defined() && i < input.count(); ++i) inputs.back().push_back(input.at(i));
        }
        const Shape x = sample.inputs[0].shape();
        const int64_t hidden = sample.inputs[static_cast<std::size_t>(kind.weights()) + 1].shape()[1];
        const PlainRecurrent plain = plainRecurrent(kind, sample.attrs, x, hidden, inputs);
        const Tensor y = tensorOf(plain.y, {x[0], x[1], hidden});
        sample.inputs.push_back(y);
        // Some gradients are absent: each but one in turn.
        for (int output = 0; output <= kind.states; ++output) {
            const bool absent = number > 0 && number % (kind.states + 2) != output;
            sample.inputs.push_back(absent ? Tensor{} : randomTensor(rng, output == 0 ? y.shape() : Shape{x[1], hidden}));
        }
        if (number % (kind.states + 2) == kind.states + 1) sample.inputs.back() = randomTensor(rng, {x[1], hidden});
        if (kind.tape) sample.inputs.push_back(tensorOf(plain.tape, {x[0], x[1], kind.tape * hidden}));
        ++number;
    }
    return samples;
}

std::vector<BadSample> recurrentGradBadSamples(const RecurrentKind& kind)
{
    const TensorType x{DType::F32, {3, 2, 6}}, state{DType::F32, {2, 5}};
    const int64_t rows = kind.gates * 5;
    std::vector<TensorType> types{x};
    types.resize(static_cast<std::size_t>(kind.weights()), state);
    types.insert(types.end(),
                 {{DType::F32, {rows, 6}}, {DType::F32, {rows, 5}}, {DType::F32, {rows}}, {DType::F32, {rows}}, {DType::I64, {2}}});
    const TensorType y{DType::F32, {3, 2, 5}}, wrong{DType::F32, {3, 2, 4}};
    const auto with = [&](const TensorType& first, const TensorType& tape) {
        std::vector<TensorType> all = types;
        all.insert(all.end(), {first, y});
        all.resize(all.size() + static_cast<std::size_t>(kind.states), state);
        if (kind.tape) all.push_back(tape);
        return all;
    };
    const std::string name = std::string(kind.name) + "_grad: input ";
    const TensorType tape{DType::F32, {3, 2, kind.tape * 5}};
    std::vector<BadSample> samples{{with(wrong, tape), {}, name + "y f32[3, 2, 4] has to be f32[3, 2, 5]."}};
    if (kind.tape) samples.push_back({with(y, wrong), {}, name + "tape f32[3, 2, 4] has to be " + tape.text() + "."});
    return samples;
}

} // namespace ds::ops
