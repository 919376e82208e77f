// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and shapes as people read them.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <cstdint>

#include "core/base/attributes.h"
#include "core/tensor/shape.h"

namespace ds::ui {

/// The context of translations for what is said outside of classes: Design::tr("...").
struct Design {
    Q_DECLARE_TR_FUNCTIONS(Design)
};

} // namespace ds::ui

namespace ds::ui::words {

/// "206 922", with narrow spaces.
QString number(int64_t value);
/// "28.9 M", "0.70 G"
QString amount(double value);
/// "12.3 MiB"
QString bytes(double value);
/// "64 × 32 × 28 × 28"; "scalar" without dimensions.
QString shape(const Shape& shape);
/// A value in a box's line: "3 × 3", "0.1", "same".
QString value(const AttrValue& value);
/// "output_padding" → "Output padding"
QString label(std::string_view name);

inline QString text(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }

} // namespace ds::ui::words
