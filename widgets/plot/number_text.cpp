// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ds::ui {

namespace {

constexpr QChar thin(0x2009);

QString grouped(QString digits)
{
    for (qsizetype at = digits.size() - 3; at > (digits.startsWith('-') ? 1 : 0); at -= 3) digits.insert(at, thin);
    return digits;
}

/// "0.3100" → "0.31"
QString trimmed(QString text)
{
    if (!text.contains('.')) return text;
    while (text.endsWith('0')) text.chop(1);
    if (text.endsWith('.')) text.chop(1);
    return text;
}

struct Numbers {
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

} // namespace

QString countText(qint64 value) { return grouped(QString::number(value)); }

QString numberText(double value, int digits)
{
    if (std::isnan(value)) return QStringLiteral("NaN");
    if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const double size = std::abs(value);
    if (size == 0) return QStringLiteral("0");
    if (size >= 1e9 || size < 1e-4) {
        QString text = QString::number(value, 'e', std::max(0, digits - 2));
        const qsizetype e = text.indexOf('e');
        return trimmed(text.left(e)) + 'e' + QString::number(QStringView(text).mid(e + 1).toInt());
    }
    const int before = std::max(1, static_cast<int>(std::floor(std::log10(size))) + 1);
    const int leading = size < 1 ? static_cast<int>(-std::floor(std::log10(size))) - 1 : 0;
    const int decimals = std::max(0, size < 1 ? digits + leading : digits - before);
    QString text = trimmed(QString::number(value, 'f', decimals));
    const qsizetype point = text.indexOf('.');
    return point < 0 ? grouped(text) : grouped(text.left(point)) + text.mid(point);
}

QString durationText(double seconds)
{
    if (!std::isfinite(seconds)) return QStringLiteral("–");
    if (seconds < 0.9995) return Numbers::tr("%1 ms").arg(qRound(1000 * seconds));
    if (seconds < 10) return Numbers::tr("%1 s").arg(trimmed(QString::number(seconds, 'f', 1)));
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60) return Numbers::tr("%1 s").arg(whole);
    if (whole < 3600)
        return whole % 60 ? Numbers::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60) : Numbers::tr("%1 min").arg(whole / 60);
    const qint64 minutes = whole / 60;
    if (minutes < 24 * 60)
        return minutes % 60 ? Numbers::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60) : Numbers::tr("%1 h").arg(minutes / 60);
    return Numbers::tr("%1 d %2 h").arg(minutes / (24 * 60)).arg(minutes / 60 % 24);
}

QString bytesText(double bytes)
{
    static constexpr const char* units[] = {"B", "KiB", "MiB", "GiB", "TiB"};
    int unit = 0;
    while (bytes >= 1000 && unit < 4) {
        bytes /= 1024;
        ++unit;
    }
    return numberText(bytes, 3) + ' ' + QLatin1String(units[unit]);
}

QString percentText(double share, int decimals) { return QString::number(100 * share, 'f', decimals) + QStringLiteral("\u00A0%"); }

} // namespace ds::ui
