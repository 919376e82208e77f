// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as people read them: thin spaces between thousands, units, no needless digits.
#pragma once

#include <QString>

namespace ds::ui {

/// "0.3127", "1 202", "1.5e-6", "NaN".
QString numberText(double value, int digits = 4);
/// "60 000".
QString countText(qint64 value);
/// "850 ms", "12 s", "3 min 12 s", "2 h 5 min".
QString durationText(double seconds);
/// "61 MiB".
QString bytesText(double bytes);
/// "93 %" of a share from 0 to 1.
QString percentText(double share, int decimals = 0);

} // namespace ds::ui
