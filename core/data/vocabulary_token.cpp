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
    return Error{"the vocabulary of \"" + field.name + "\" has no token \"" + token + "\"", name,
                 near.empty() ? "It has " + std::to_string(field.classes.size()) + " tokens." : "Did you mean \"" + near + "\"?"};
}

Field tokenField(int64_t length) { return {"tokens", {DType::I64, {length}}, {"a", "b", "c", "d", "e", "f", "g", "h", "<n>"}}; }

} // namespace ds
