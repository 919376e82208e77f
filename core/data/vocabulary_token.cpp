// SPDX-License-Identifier: Apache-2.0
#include "core/data/vocabulary_token.h"

#include <algorithm>

namespace ds {

Result<int64_t> tokenFrom(const Attrs& attrs, const char* name, const Field& field)
{
    const std::string& token = attrs.string(name);
    const auto at = std::find(field.classes.begin(), field.classes.end(), token);
    if (at != field.classes.end()) return at - field.classes.begin();
    const std::string near = nearest(token, {field.classes.begin(), field.classes.end()});
    return Error{phrase("Data", "the vocabulary of \"%1\" has no token \"%2\"").with({field.name, token}), name,
                 didYouMean(near, phrase("Data", "It has %1 tokens.").with({std::to_string(field.classes.size())}))};
}

Field tokenField(int64_t length) { return {"tokens", {DType::I64, {length}}, {"a", "b", "c", "d", "e", "f", "g", "h", "<n>"}}; }

} // namespace ds
