// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "core/layers/layer.h"

namespace ds::layers {

/// The name of an op as a template argument, since a description holds plain function pointers.
template <std::size_t size>
struct OpName {
    constexpr OpName(const char (&literal)[size]) { std::copy_n(literal, size, text); }
    char text[size];
};

/// A layer that is one elementwise op; the layer's attributes are the op's.
template <OpName op>
LayerSpec activation(std::string_view name, std::string_view doc, const std::vector<AttrSpec>& attributes = {})
{
    return {.name = name,
            .category = "activation",
            .doc = doc,
            .inputs = {{"x"}},
            .outputs = {{"y"}},
            .attributes = attributes,
            .build = [](LayerBuilder& b, const LayerCall& c) -> Values { return {b.op(op.text, {c.in()}, c.attrs)}; },
            .samples = []() -> std::vector<LayerSample> {
                return {{{{DType::F32, {3, 4}}}}, {{{DType::F32, {2, 3, 4, 5}}}}};
            }};
}

} // namespace ds::layers
