// SPDX-License-Identifier: Apache-2.0
// JSON that keeps the order of keys, so that project files diff well. Only the forward declaration:
// include <nlohmann/json.hpp> in the source file that needs more.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/phrase.h"

namespace ds {

using Json = nlohmann::ordered_json;

/// Parses text; the error names line and column. Nesting deeper than 64 is refused.
Result<Json> parseJson(std::string_view text, const std::string& where);
/// Two spaces of indentation, short lists of numbers on one line, a newline at the end.
std::string writeJson(const Json& json);

/// One attribute. Null, objects and mixed lists are errors.
Result<AttrValue> attrFromJson(const Json& json);
Json attrToJson(const AttrValue& value);
/// All keys of an object as attributes. Problems are appended to `errors` with the key as place.
Attrs attrsFromJson(const Json& object, Errors& errors);
Json attrsToJson(const Attrs& attrs);

/// A string, or [CONTEXT, PATTERN, VALUE...] of a phrase that can be said in other languages.
Json phraseToJson(const Phrase& phrase);
/// Empty where the JSON is no phrase.
Phrase phraseFromJson(const Json& json);

} // namespace ds
