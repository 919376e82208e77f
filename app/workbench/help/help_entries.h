// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>
#include <vector>

#include "core/base/attributes.h"
#include "core/graph/op_spec.h"

namespace ds::ui {

/// What all descriptions have, of one that has a page.
struct HelpEntry {
    std::string_view registry, name, category, doc;
    const std::vector<Port>* inputs = nullptr;  ///< null: it has none
    const std::vector<Port>* outputs = nullptr; ///< null: it has none
    std::vector<AttrSpec> attributes = {};
    std::vector<std::string_view> related = {};                            ///< of the registry `relatedRegistry`
    std::string_view relatedRegistry = "metrics", title = {}, source = {}; ///< title: where people do not go by the name
};

struct HelpRegistry {
    std::string_view id; ///< "layers", as in `deepseek list layers`
    QString title;       ///< "Layers"
    QString one;         ///< "Layer"
    QString doc;
};

/// In the order in which they are listed.
const std::vector<HelpRegistry>& helpRegistries();
/// All there are, by registry; made at the first call. GUI thread.
const std::vector<HelpEntry>& helpEntries();
const HelpEntry* findHelp(std::string_view registry, std::string_view name);

/// What the entry is called where people read it.
QString helpTitle(const HelpEntry& entry);
/// "help:layers/Conv2d"
QString helpAddress(std::string_view registry, std::string_view name);

} // namespace ds::ui
