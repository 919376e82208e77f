// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace ds::ui {

/// The page of one entry ("layers", "Conv2d") as rich text in the colours of the present theme; without a name, what the registry holds;
/// without a registry, all registries. Empty if there is no such page.
QString helpHtml(std::string_view registry, std::string_view name);

} // namespace ds::ui
