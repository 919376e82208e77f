// SPDX-License-Identifier: Apache-2.0
#include "core/layers/recurrent/common.h"

namespace ds::layers {

std::vector<Port> recurrentInputs() { return {{"x", "[N, T, C]"}, {"lengths", "[N]: valid steps of each example", PortKind::Optional}}; }

std::vector<Port> recurrentOutputs()
{
    return {{"y", "[N, T, units * directions], 0 beyond the length; or the last states [N, units * directions]"}};
}

std::vector<AttrSpec> recurrentAttributes(const char* biasInitializer)
{
    return {
        {.name = "units",
         .type = AttrType::Int,
         .required = true,
         .min = 1,
         .max = 1 << 16,
         .doc = "Width of the state, of each direction."},
        {.name = "layers", .type = AttrType::Int, .fallback = int64_t{1}, .min = 1, .max = 64, .doc = "Layers on top of each other."},
        {.name = "bidirectional", .type = AttrType::Bool, .fallback = false, .doc = "Also from the end to the start, side by side."},
        {.name = "return_sequences", .type = AttrType::Bool, .fallback = true, .doc = "The state after each step, else only the last one."},
        rateAttr("dropout", 0.0, "Share that is dropped between the layers in training."),
        {.name = "bias", .type = AttrType::Bool, .fallback = true, .doc = "Whether learned offsets are added."},
        initializerAttr("xavier_uniform"),
        initializerAttr("orthogonal", "recurrent_initializer"),
        initializerAttr(biasInitializer, "bias_initializer", "How the offsets start.")};
}

namespace {

class Recurrent {
public:
    Recurrent(LayerBuilder& builder, const LayerCall& call, std::string_view op, int gates, int states, Attrs attrs)
        : m_builder(builder), m_call(call), m_op(op), m_gates(gates), m_states(states), m_attrs(std::move(attrs)),
          m_units(call.attrs.integer("units"))
    {
    }

    Values run()
    {
        const Shape shape = m_call.in().shape();
        if (!expectsSequence(m_builder, shape) || !expectsReal(m_builder, m_call.in().type())) return {{}};
        m_lengths = lengthsOf(m_builder, m_call.in(1), shape[0]);
        if (m_builder.failed()) return {{}};
        Value x = transpose(m_call.in(), {1, 0, 2}), last;
        const int64_t count = m_call.attrs.integer("layers");
        for (int64_t layer = 0; layer < count; ++layer) {
            const std::string name = "l" + std::to_string(layer);
            if (layer > 0) x = m_builder.layer("Dropout", name + "_dropout", {x}, {{"rate", m_call.attrs.number("dropout")}}).front();
            Values y = direction(x, name, false);
            if (m_call.attrs.boolean("bidirectional")) {
                const Values back = direction(x, name + "_reverse", true);
                y = {m_builder.op("concat", {y[0], back[0]}, {{"axis", 2}}), m_builder.op("concat", {y[1], back[1]}, {{"axis", 1}})};
            }
            if (m_builder.failed()) return {{}};
            x = y[0];
            last = y[1];
        }
        return {m_call.attrs.boolean("return_sequences") ? transpose(x, {1, 0, 2}) : last};
    }

private:
    /// The sequence and the last state.
    Values direction(Value x, const std::string& name, bool reverse)
    {
        if (m_builder.failed()) return Values(2);
        const int64_t features = x.shape()[2], rows = m_gates * m_units;
        Values inputs{x};
        inputs.resize(1 + static_cast<std::size_t>(m_states)); // the first states are zero
        inputs.push_back(
            m_builder.parameter(name + ".input.weight", {rows, features}, m_call.attrs.string("initializer"), features, m_units));
        inputs.push_back(m_builder.parameter(name + ".recurrent.weight", {rows, m_units}, m_call.attrs.string("recurrent_initializer"),
                                             m_units, m_units));
        const bool biased = m_call.attrs.boolean("bias");
        inputs.push_back(biased ? m_builder.parameter(name + ".input.bias", {rows}, m_call.attrs.string("bias_initializer")) : Value{});
        inputs.push_back(biased ? m_builder.parameter(name + ".recurrent.bias", {rows}, "zeros") : Value{});
        inputs.push_back(m_lengths);
        Attrs attrs = m_attrs;
        attrs.set("reverse", reverse);
        return m_builder.ops(m_op, inputs, std::move(attrs));
    }

    LayerBuilder& m_builder;
    const LayerCall& m_call;
    std::string_view m_op;
    int m_gates, m_states;
    Attrs m_attrs;
    int64_t m_units;
    Value m_lengths;
};

} // namespace

Values buildRecurrent(LayerBuilder& b, const LayerCall& c, std::string_view op, int gates, int states, Attrs attrs)
{
    return Recurrent(b, c, op, gates, states, std::move(attrs)).run();
}

std::vector<LayerSample> recurrentSamples()
{
    return {{{f32({2, 3, 2})}, {{"units", 3}}},
            {{f32({2, 3, 2})}, {{"units", 2}, {"return_sequences", false}, {"bidirectional", true}, {"bias", false}}},
            {{f32({3, 3, 2}), i64({3})}, {{"units", 2}, {"layers", 2}, {"bidirectional", true}, {"dropout", 0.2}}}};
}

std::vector<BadLayerSample> recurrentBadSamples()
{
    return {
        {{f32({8, 28})},
         {{"units", 4}},
         "expects a sequence [N, T, C], got [8, 28]. Insert an Embedding layer for numbers of words, or an Unsqueeze layer for numbers."},
        {{f32({8, 1, 28, 28})},
         {{"units", 4}},
         "expects a sequence [N, T, C], got [8, 1, 28, 28]. Insert a Reshape layer that leaves two dimensions beside the batch."},
        {{f32({8, 5, 3}), i64({5})}, {{"units", 4}}, "expects lengths of the shape [8], one for each example, got [5]."}};
}

} // namespace ds::layers
