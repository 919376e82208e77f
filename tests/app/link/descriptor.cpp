// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "app/link/descriptor.h"
#include "app/link/log_tail.h"
#include "app/link/socket_name.h"

using namespace ds::link;

class Descriptor : public QObject {
    Q_OBJECT

private slots:
    void isFoundAgain()
    {
        const QTemporaryDir folder;
        QVERIFY(!WorkerDescriptor::read(folder.path()).ok());
        QVERIFY(WorkerDescriptor::own(QStringLiteral("/tmp/x")).write(folder.path()).ok());
        const auto read = WorkerDescriptor::read(folder.path());
        QVERIFY(read.ok());
        QCOMPARE(read->pid, QCoreApplication::applicationPid());
        QCOMPARE(read->socket, QStringLiteral("/tmp/x"));
        QVERIFY(read->alive());
    }

    void aReusedPidIsNoWorker()
    {
        WorkerDescriptor descriptor = WorkerDescriptor::own({});
        descriptor.started -= 1;
        QVERIFY(!descriptor.alive());
        descriptor = WorkerDescriptor::own({});
        descriptor.boot = QStringLiteral("before");
        QVERIFY(!descriptor.alive());
    }

    void aDeadProcessIsNoWorker()
    {
        QProcess process;
        process.start(QStringLiteral("sleep"), {QStringLiteral("100")});
        QVERIFY(process.waitForStarted());
        QFile stat(QStringLiteral("/proc/%1/stat").arg(process.processId()));
        QVERIFY(stat.open(QIODevice::ReadOnly));
        const QByteArray text = stat.readAll();
        WorkerDescriptor descriptor = WorkerDescriptor::own({});
        descriptor.pid = process.processId();
        descriptor.started = text.mid(text.lastIndexOf(')') + 2).split(' ')[19].toULongLong();
        QVERIFY(descriptor.alive());
        process.kill();
        process.waitForFinished();
        QVERIFY(!descriptor.alive());
    }

    void damagedFilesAreErrors()
    {
        const QTemporaryDir folder;
        for (const char* text : {"", "{", "[]", R"({"pid": "x"})", R"({"pid": 1, "started": "0", "socket": "s"})"}) {
            QFile file(WorkerDescriptor::path(folder.path()));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            file.close();
            QVERIFY2(!WorkerDescriptor::read(folder.path()).ok(), text);
        }
    }

    void longFoldersGetShortNames()
    {
        const QString longFolder = QDir::tempPath() + u'/' + QString(150, u'x');
        const QStringList names = socketNames(longFolder);
        QVERIFY(!names.isEmpty());
        for (const QString& name : names) QVERIFY(name.size() <= 80);
        QVERIFY(socketNames(longFolder + u'y') != names);
        QCOMPARE(socketNames(QStringLiteral("/tmp/r")).value(0), QStringLiteral("/tmp/r/link"));
    }

    void lastWordsAreOfTheLastWorker()
    {
        const QTemporaryDir folder;
        QCOMPARE(lastWords(folder.path()), QString());
        QFile file(logPath(folder.path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(logMark) + "monday\nold\n" + logMark + "tuesday\n");
        for (int i = 0; i < 30; ++i) file.write("line " + QByteArray::number(i) + "\n");
        file.close();
        const QStringList lines = lastWords(folder.path()).split(u'\n');
        QCOMPARE(lines.size(), 12);
        QCOMPARE(lines.last(), QStringLiteral("line 29"));
        QVERIFY(file.open(QIODevice::Append));
        file.write(QByteArray(logMark) + "wednesday\n");
        file.close();
        QCOMPARE(lastWords(folder.path()), QString());
    }
};

QTEST_GUILESS_MAIN(Descriptor)
#include "descriptor.moc"
