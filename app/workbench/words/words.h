// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and shapes as people read them.
#pragma once

#include <QString>

#include <cstdint>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/phrase.h"
#include "core/tensor/shape.h"

namespace ds::ui::words {

/// "206 922", with narrow spaces.
QString number(int64_t value);
/// "28.9 M", "0.70 G"
QString amount(double value);
/// "12.3 MiB"
QString bytes(double value);
/// "14.6 ms", "2.10 s"
QString time(double seconds);
/// "64 × 32 × 28 × 28"; "scalar" without dimensions.
QString shape(const Shape& shape);
/// A value in a box's line: "3 × 3", "0.1", "same".
QString value(const AttrValue& value);
/// "output_padding" → "Output padding", in the language of the program.
QString label(std::string_view name);
/// The same in English.
QString plainLabel(std::string_view name);
/// What the engine says, in the language of the program.
QString said(const Phrase& phrase);
/// The same of an error as one paragraph: where, what, what to do.
QString said(const Error& error);
/// What a description says, in the language of the program.
QString described(std::string_view text);

inline QString text(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }

} // namespace ds::ui::words
