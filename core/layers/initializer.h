// SPDX-License-Identifier: Apache-2.0
// First values of parameters. Each initialiser is one file in initializers/.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/attributes.h"
#include "core/base/philox.h"
#include "core/tensor/tensor.h"

namespace ds {

struct InitializerSpec {
    std::string_view name, doc;
    std::vector<AttrSpec> attributes; ///< `fan_in` and `fan_out` come with every parameter
    /// Fills a row-major f32 tensor.
    void (*fill)(Tensor& tensor, const Attrs& attrs, Rng& rng);
};

const std::vector<const InitializerSpec*>& allInitializers();
const InitializerSpec* findInitializer(std::string_view name);
std::vector<std::string_view> initializerNames();

/// The first value of a parameter or state: a function of its name, its type and the seed. Asserts that the initialiser exists.
Tensor initialValue(const std::string& name, const TensorType& type, std::string_view initializer, const Attrs& attrs, uint64_t seed);

} // namespace ds
