// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace ds::ui {

struct HelpEntry;

/// A small use of what an entry describes.
struct HelpExample {
    QString text;        ///< as it stands in a project file
    QStringList in, out; ///< shapes of what goes in and comes out; empty where there are none
};

/// Nothing if the description has no sample.
std::optional<HelpExample> helpExample(const HelpEntry& entry);

} // namespace ds::ui
