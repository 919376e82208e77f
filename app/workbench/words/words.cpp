// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/words/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace ds::ui::words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// Three figures that count.
QString three(double value) { return QString::number(value, 'f', value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2); }

struct Visitor {
    QString operator()(bool v) const { return v ? QStringLiteral("true") : QStringLiteral("false"); }
    QString operator()(int64_t v) const { return QString::number(v); }
    QString operator()(double v) const { return QString::number(v, 'g', 6); }
    QString operator()(const std::string& v) const { return QString::fromStdString(v); }
    QString operator()(const Ints& v) const { return join(v, QStringLiteral(" × ")); }
    QString operator()(const Floats& v) const { return join(v, QStringLiteral(", ")); }
    QString operator()(const Strings& v) const { return join(v, QStringLiteral(", ")); }
    template <class List>
    QString join(const List& list, const QString& between) const
    {
        QStringList parts;
        for (const auto& v : list) parts << (*this)(v);
        return parts.join(between);
    }
};

} // namespace

QString number(int64_t value)
{
    QString digits = QString::number(std::llabs(value));
    for (qsizetype i = digits.size() - 3; i > 0; i -= 3) digits.insert(i, QChar(0x202F));
    return value < 0 ? QChar(0x2212) + digits : digits;
}

QString amount(double value)
{
    if (value < 1000) return number(std::llround(value));
    const char* const units[] = {"k", "M", "G", "T", "P"};
    std::size_t unit = 0;
    for (value /= 1000; value >= 999.5 && unit + 1 < std::size(units); value /= 1000) ++unit;
    return three(value) + QChar(0x202F) + QLatin1String(units[unit]);
}

QString bytes(double value)
{
    if (value < 1024) return number(std::llround(value)) + QStringLiteral("\u202FB");
    const char* const units[] = {"KiB", "MiB", "GiB", "TiB"};
    std::size_t unit = 0;
    for (value /= 1024; value >= 1023.5 && unit + 1 < std::size(units); value /= 1024) ++unit;
    return three(value) + QChar(0x202F) + QLatin1String(units[unit]);
}

QString time(double seconds)
{
    const QChar space(0x202F);
    if (seconds < 1e-3) return three(seconds * 1e6) + space + QStringLiteral("µs");
    if (seconds < 1) return three(seconds * 1e3) + space + QStringLiteral("ms");
    if (seconds < 120) return three(seconds) + space + QStringLiteral("s");
    return three(seconds / 60) + space + QStringLiteral("min");
}

QString shape(const Shape& shape)
{
    if (shape.rank() == 0) return Words::tr("scalar");
    QStringList parts;
    for (const int64_t size : shape) parts << QString::number(size);
    return parts.join(QStringLiteral(" × "));
}

QString value(const AttrValue& value) { return std::visit(Visitor{}, value); }

QString plainLabel(std::string_view name)
{
    QString label = text(name);
    label.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!label.isEmpty()) label[0] = label[0].toUpper();
    return label;
}

QString label(std::string_view name) { return described(plainLabel(name).toStdString()); }

QString said(const Phrase& phrase)
{
    if (phrase.context.empty()) return QString::fromStdString(phrase.pattern);
    const QString pattern = QCoreApplication::translate(phrase.context.c_str(), phrase.pattern.c_str());
    return QString::fromStdString(phrase.filled(pattern.toStdString(), [](const Phrase& value) { return said(value).toStdString(); }));
}

QString said(const Error& error)
{
    QString sentence = said(error.text);
    if (!error.where.empty())
        sentence = QCoreApplication::translate("Error", "%1: %2", "place, problem").arg(QString::fromStdString(error.where), sentence);
    static const QString ends = QStringLiteral(".?!。？！");
    if (!sentence.isEmpty() && !ends.contains(sentence.back()))
        sentence = QCoreApplication::translate("Error", "%1.", "a sentence with its full stop").arg(sentence);
    return error.hint.empty() ? sentence : QCoreApplication::translate("Error", "%1 %2", "two sentences").arg(sentence, said(error.hint));
}

QString described(std::string_view text) { return QCoreApplication::translate("Registry", std::string(text).c_str()); }

} // namespace ds::ui::words
