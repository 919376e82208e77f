// SPDX-License-Identifier: Apache-2.0
#include "core/data/fitted.h"

#include <nlohmann/json.hpp>

#include "core/data/file_bytes.h"

namespace ds {

namespace {

template <class T>
T member(const Json* fitted, const char* key)
{
    if (!fitted || !fitted->is_object() || !fitted->contains(key)) return {};
    try {
        return fitted->at(key).get<T>();
    } catch (const Json::exception&) {
        return {};
    }
}

} // namespace

Strings fittedStrings(const Json* fitted, const char* key) { return member<Strings>(fitted, key); }
Floats fittedNumbers(const Json* fitted, const char* key) { return member<Floats>(fitted, key); }
std::string fittedString(const Json* fitted, const char* key) { return member<std::string>(fitted, key); }

Result<Shape> fittedShape(const Json* fitted, const char* key)
{
    constexpr int64_t largest = int64_t{1} << 31;
    const Ints dims = member<Ints>(fitted, key);
    int64_t count = 1;
    bool good = fitted && fitted->is_object() && fitted->contains(key) && dims.size() <= static_cast<std::size_t>(Shape::maxRank);
    for (int64_t dim : dims) good = good && dim > 0 && multiplied(count, dim) && count <= largest;
    if (!good)
        return Error{phrase("Data", "what was learnt from the training data holds no valid \"%1\"").with({std::string(key)}), "",
                     phrase("Data", "Train the model again.")};
    return Shape(dims);
}

} // namespace ds
