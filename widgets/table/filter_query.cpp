// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table/filter_query.h"

#include <QStringList>

#include <cmath>
#include <utility>

namespace ds::ui {

namespace {

/// Parts between spaces; quotes hold spaces together.
QStringList parts(const QString& text)
{
    QStringList list;
    QString part;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            if (!part.isEmpty()) list << std::exchange(part, {});
        } else {
            part += c;
        }
    }
    if (!part.isEmpty()) list << part;
    return list;
}

} // namespace

std::vector<FilterTerm> parseFilter(const QString& text)
{
    using Op = FilterTerm::Op;
    // The longer ones first: "<=" is not "<".
    static const std::pair<QLatin1String, Op> operators[] = {
        {QLatin1String("<="), Op::LessEqual}, {QLatin1String(">="), Op::GreaterEqual}, {QLatin1String("!="), Op::NotEqual},
        {QLatin1String("<"), Op::Less},       {QLatin1String(">"), Op::Greater},       {QLatin1String("="), Op::Equal},
        {QLatin1String(":"), Op::Has},
    };
    std::vector<FilterTerm> terms;
    for (QString part : parts(text.toLower())) {
        FilterTerm term;
        if (part.size() > 1 && part.startsWith('-')) {
            term.negated = true;
            part.remove(0, 1);
        }
        term.text = part;
        qsizetype first = -1;
        for (const auto& [sign, op] : operators) {
            const qsizetype at = part.indexOf(sign);
            if (at <= 0 || (first >= 0 && at >= first)) continue;
            first = at;
            term.op = op;
            term.key = part.left(at);
            term.text = part.mid(at + sign.size());
        }
        // Half typed, as in "lr<": as if it were not there.
        if (term.op != Op::Word && term.text.isEmpty()) continue;
        QString number = term.text;
        const bool percent = number.endsWith('%');
        if (percent) number.chop(1);
        term.number = number.toDouble(&term.numeric) / (percent ? 100 : 1);
        terms.push_back(std::move(term));
    }
    return terms;
}

bool holds(const FilterTerm& term, double value)
{
    using Op = FilterTerm::Op;
    if (std::isnan(value) || !term.numeric) return term.negated;
    bool yes = false;
    switch (term.op) {
    case Op::Less: yes = value < term.number; break;
    case Op::LessEqual: yes = value <= term.number; break;
    case Op::Greater: yes = value > term.number; break;
    case Op::GreaterEqual: yes = value >= term.number; break;
    case Op::NotEqual: yes = value != term.number; break;
    case Op::Equal:
    case Op::Has:
    case Op::Word: yes = value == term.number; break;
    }
    return yes != term.negated;
}

bool holds(const FilterTerm& term, const QString& value)
{
    using Op = FilterTerm::Op;
    // Read as a number only where that may matter: it takes ten times as long as a search for a word.
    if (term.numeric && term.op != Op::Word && term.op != Op::Has) {
        bool number = false;
        const double parsed = value.toDouble(&number);
        if (number) return holds(term, parsed);
    }
    bool yes = false;
    switch (term.op) {
    case Op::Word:
    case Op::Has: yes = value.contains(term.text); break;
    case Op::Equal: yes = value == term.text; break;
    case Op::NotEqual: yes = value != term.text; break;
    default: return term.negated; // a text is not less than a number
    }
    return yes != term.negated;
}

} // namespace ds::ui
