// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ds::ui {

/// `lr<0.01 accuracy>0.9 state:finished -word "two words"`: every part must hold.
struct FilterTerm {
    enum class Op { Word, Has, Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual } op = Op::Word;
    QString key;  ///< empty for a word
    QString text; ///< in lower case
    double number = 0;
    bool numeric = false;
    bool negated = false;
};

std::vector<FilterTerm> parseFilter(const QString& text);
bool holds(const FilterTerm& term, double value);
bool holds(const FilterTerm& term, const QString& lowerCaseValue);

} // namespace ds::ui
