// SPDX-License-Identifier: Apache-2.0
#include "core/layers/initializer.h"

namespace ds {

#define DS_INITIALIZER(name) extern const InitializerSpec initializer_##name;
#include "initializers.inc"
#undef DS_INITIALIZER

const std::vector<const InitializerSpec*>& allInitializers()
{
    static const std::vector<const InitializerSpec*> list = {
#define DS_INITIALIZER(name) &initializer_##name,
#include "initializers.inc"
#undef DS_INITIALIZER
    };
    return list;
}

const InitializerSpec* findInitializer(std::string_view name)
{
    for (const InitializerSpec* spec : allInitializers())
        if (spec->name == name) return spec;
    return nullptr;
}

std::vector<std::string_view> initializerNames()
{
    std::vector<std::string_view> names;
    for (const InitializerSpec* spec : allInitializers()) names.push_back(spec->name);
    return names;
}

Tensor initialValue(const std::string& name, const TensorType& type, std::string_view initializer, const Attrs& attrs, uint64_t seed)
{
    const InitializerSpec* spec = findInitializer(initializer.empty() ? "zeros" : initializer);
    assert(spec);
    Attrs filled = attrs;
    [[maybe_unused]] const Errors errors = validate(spec->attributes, filled);
    Rng rng(seed, streamOf(name.data(), name.size()));
    Tensor tensor(TensorType{DType::F32, type.shape});
    spec->fill(tensor, filled, rng);
    return tensor.to(type.dtype);
}

} // namespace ds
