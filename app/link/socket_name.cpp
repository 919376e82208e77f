// SPDX-License-Identifier: Apache-2.0
#include "app/link/socket_name.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <unistd.h>

namespace ds::link {

QStringList socketNames(const QString& runFolder)
{
    // QLocalServer binds in a new folder beside the name and then renames, so the name must be shorter than the system's limit.
    constexpr qsizetype mostBytes = 80;
    const QString folder = QDir(runFolder).absolutePath();
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    const QString user = QString::number(::geteuid());
    QStringList names{folder + QStringLiteral("/link")};
    if (const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR"); !runtime.isEmpty())
        names << runtime + QStringLiteral("/deepseek-") + QLatin1String(hash);
    names << QDir::tempPath() + QStringLiteral("/deepseek-") + user + u'-' + QLatin1String(hash);
    names.removeIf([](const QString& name) { return QFile::encodeName(name).size() > mostBytes; });
    return names;
}

} // namespace ds::link
