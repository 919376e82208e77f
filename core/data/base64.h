// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ds {

/// RFC 4648 with padding: binary data inside of JSON.
std::string toBase64(std::string_view bytes);
/// Nothing if the text is not valid.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace ds
