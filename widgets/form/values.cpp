// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form/values.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace ds::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("ds::ui", text); }

QString numberText(double value)
{
    // The shortest text that reads back as the same number.
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString rangeProblem(const FormField& field, double value)
{
    if (value < field.min && field.max < 1e300) return tr("From %1 to %2").arg(numberText(field.min), numberText(field.max));
    if (value < field.min) return tr("At least %1").arg(numberText(field.min));
    if (value > field.max) return tr("At most %1").arg(numberText(field.max));
    return {};
}

QVariant number(const FormField& field, const QString& text, bool whole, QString& problem)
{
    bool good = false;
    const QString trimmed = text.trimmed();
    const double value = whole ? static_cast<double>(trimmed.toLongLong(&good)) : trimmed.toDouble(&good);
    if (!good || !std::isfinite(value)) {
        problem = whole ? tr("“%1” is no whole number").arg(trimmed) : tr("“%1” is no number").arg(trimmed);
        return {};
    }
    problem = rangeProblem(field, value);
    if (!problem.isEmpty()) return {};
    return whole ? QVariant(trimmed.toLongLong()) : QVariant(value);
}

} // namespace

QString formText(FormField::Kind kind, const QVariant& value)
{
    if (!value.isValid()) return {};
    QStringList parts;
    switch (kind) {
    case FormField::Kind::Float: return numberText(value.toDouble());
    case FormField::Kind::Ints:
        for (const QVariant& part : value.toList()) parts << QString::number(part.toLongLong());
        return parts.join(QStringLiteral(" × "));
    case FormField::Kind::Floats:
        for (const QVariant& part : value.toList()) parts << numberText(part.toDouble());
        return parts.join(QStringLiteral(", "));
    case FormField::Kind::Texts: return value.toStringList().join(QStringLiteral(", "));
    default: return value.toString();
    }
}

QVariant formValue(const FormField& field, const QString& text, QString& problem)
{
    problem.clear();
    switch (field.kind) {
    case FormField::Kind::Bool: return text == QLatin1String("true");
    case FormField::Kind::Int: return number(field, text, true, problem);
    case FormField::Kind::Float: return number(field, text, false, problem);
    case FormField::Kind::Text: return text;
    case FormField::Kind::Choice:
        if (!field.choices.contains(text)) problem = tr("“%1” is none of the choices").arg(text);
        return problem.isEmpty() ? QVariant(text) : QVariant();
    case FormField::Kind::Ints:
    case FormField::Kind::Floats: {
        static const QRegularExpression separator(QStringLiteral("[\\s,;×x]+"));
        QVariantList list;
        for (const QString& part : text.split(separator, Qt::SkipEmptyParts)) {
            const QVariant value = number(field, part, field.kind == FormField::Kind::Ints, problem);
            if (!problem.isEmpty()) return {};
            list << value;
        }
        return list;
    }
    case FormField::Kind::Texts: {
        QStringList list;
        for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) list << part.trimmed();
        return list;
    }
    }
    return {};
}

} // namespace ds::ui
