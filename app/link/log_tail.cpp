// SPDX-License-Identifier: Apache-2.0
#include "app/link/log_tail.h"

#include <QFile>
#include <QStringList>

namespace ds::link {

QString logPath(const QString& runFolder) { return runFolder + QStringLiteral("/worker.log"); }

QString lastWords(const QString& runFolder)
{
    constexpr qint64 mostBytes = 8 << 10;
    constexpr qsizetype mostLines = 12;
    QFile file(logPath(runFolder));
    if (!file.open(QIODevice::ReadOnly)) return {};
    file.seek(std::max<qint64>(0, file.size() - mostBytes));
    QString text = QString::fromUtf8(file.read(mostBytes));
    if (const qsizetype mark = text.lastIndexOf(QLatin1String(logMark)); mark >= 0) {
        const qsizetype end = text.indexOf(u'\n', mark);
        text = end < 0 ? QString() : text.mid(end + 1);
    }
    QStringList lines = text.trimmed().split(u'\n', Qt::SkipEmptyParts);
    if (lines.size() > mostLines) lines = lines.mid(lines.size() - mostLines);
    return lines.join(u'\n');
}

} // namespace ds::link
