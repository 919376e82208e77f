// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

#include "core/backends/cpu/loops.h"
#include "core/base/attributes.h"

namespace ds::cpu {

/// A loop over one operand with its parameters; `f` is null where there is none for the op.
struct UnaryLoop {
    simd::Unary f = nullptr;
    std::array<float, 2> parameters{};
};

inline UnaryLoop unaryLoop(std::string_view op, const Attrs& attrs)
{
    const bool byTanh = op == "gelu" && attrs.string("approximate") == "tanh";
    const simd::Unary* f = findLoop(simd::functions().unary, byTanh ? "gelu_tanh" : op);
    UnaryLoop loop{f ? *f : nullptr, {}};
    if (op == "leaky_relu") loop.parameters[0] = static_cast<float>(attrs.number("slope"));
    if (op == "clamp") loop.parameters = {static_cast<float>(attrs.number("min")), static_cast<float>(attrs.number("max"))};
    return loop;
}

} // namespace ds::cpu
