// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <utility>
#include <vector>

namespace ds::ui {

/// What a person can choose, described once: the settings page, defaults and limits come from here. Texts are for translation in the
/// context "Settings".
struct SettingSpec {
    enum class Kind { Bool, Int, Text, Choice };

    const char* key;
    const char* section; ///< says when it takes effect where that is not at once
    const char* label;
    const char* doc;
    Kind kind;
    QVariant fallback;
    double min = -1e300, max = 1e300;
    const char* unit = "";
    std::vector<std::pair<const char*, const char*>> choices = {}; ///< value, what people read
};

const std::vector<SettingSpec>& settingSpecs();
/// Null if there is none of this key.
const SettingSpec* findSetting(const QString& key);

} // namespace ds::ui
