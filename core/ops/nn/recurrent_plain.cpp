// SPDX-License-Identifier: Apache-2.0
#include "core/ops/nn/recurrent_plain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace ds::ops {

namespace {

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

/// One hidden unit after a step: its states, and what goes onto the tape.
struct Cell {
    std::array<double, 2> states{};
    std::array<double, 5> tape{};
};

/// `in` and `rec` give the two parts of a gate's sum.
template <class Part>
Cell cell(const RecurrentKind& kind, const Attrs& attrs, Part in, Part rec, double h, double c)
{
    if (kind.gates == 1) {
        const double sum = in(0) + rec(0);
        return {{attrs.string("activation") == "relu" ? std::max(sum, 0.0) : std::tanh(sum)}};
    }
    if (kind.gates == 3) {
        const double r = sigmoid(in(0) + rec(0)), z = sigmoid(in(1) + rec(1)), other = rec(2), n = std::tanh(in(2) + r * other);
        return {{(1 - z) * n + z * h}, {r, z, n, other}};
    }
    const double i = sigmoid(in(0) + rec(0)), f = sigmoid(in(1) + rec(1)), g = std::tanh(in(2) + rec(2)), o = sigmoid(in(3) + rec(3));
    const double after = f * c + i * g;
    return {{o * std::tanh(after), after}, {i, f, g, o, after}};
}

} // namespace

PlainRecurrent plainRecurrent(const RecurrentKind& kind, const Attrs& attrs, const Shape& x, int64_t hidden,
                              const std::vector<std::vector<double>>& inputs)
{
    const int64_t steps = x[0], batch = x[1], width = x[2];
    const auto input = [&](int i) -> const std::vector<double>& {
        static const std::vector<double> none;
        return i < static_cast<int>(inputs.size()) ? inputs[static_cast<std::size_t>(i)] : none;
    };
    const auto at = [](const std::vector<double>& values, int64_t i) { return values.empty() ? 0 : values[static_cast<std::size_t>(i)]; };
    const int w = kind.weights();
    PlainRecurrent result;
    result.y.resize(static_cast<std::size_t>(steps * batch * hidden));
    result.tape.resize(result.y.size() * static_cast<std::size_t>(kind.tape));
    for (int s = 0; s < kind.states; ++s) {
        result.states.push_back(input(1 + s));
        result.states.back().resize(static_cast<std::size_t>(batch * hidden));
    }
    for (int64_t step = 0; step < steps; ++step) {
        const int64_t t = attrs.boolean("reverse") ? steps - 1 - step : step;
        const std::vector<std::vector<double>> before = result.states;
        for (int64_t n = 0; n < batch; ++n) {
            if (!input(kind.lengths()).empty() && static_cast<double>(t) >= at(input(kind.lengths()), n)) continue;
            for (int64_t j = 0; j < hidden; ++j) {
                const auto part = [&](int weight, const std::vector<double>& from, int64_t start, int64_t count, int64_t gate) {
                    const int64_t row = gate * hidden + j;
                    double sum = at(input(weight + 2), row);
                    for (int64_t i = 0; i < count; ++i) sum += at(input(weight), row * count + i) * at(from, start + i);
                    return sum;
                };
                const std::function<double(int64_t)> in = [&](int64_t gate) {
                    return part(w, input(0), (t * batch + n) * width, width, gate);
                };
                const std::function<double(int64_t)> rec = [&](int64_t gate) { return part(w + 1, before[0], n * hidden, hidden, gate); };
                const int64_t unit = n * hidden + j;
                const Cell after = cell(kind, attrs, in, rec, at(before[0], unit), kind.states > 1 ? at(before[1], unit) : 0);
                for (int s = 0; s < kind.states; ++s)
                    result.states[static_cast<std::size_t>(s)][static_cast<std::size_t>(unit)] = after.states[static_cast<std::size_t>(s)];
                result.y[static_cast<std::size_t>(t * batch * hidden + unit)] = after.states[0];
                for (int64_t k = 0; k < kind.tape; ++k)
                    result.tape[static_cast<std::size_t>(((t * batch + n) * kind.tape + k) * hidden + j)] =
                        after.tape[static_cast<std::size_t>(k)];
            }
        }
    }
    return result;
}

} // namespace ds::ops
