// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of the command line of the workbench, by running the program where there is no display.
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ran {
    int exitCode;
    QByteArray out, err;
};

Ran workbench(const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* screen : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(QLatin1String(screen));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DS_WORKBENCH), arguments);
    process.waitForFinished(300000); // sanitizers are slow
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

} // namespace

class WorkbenchOptions : public QObject {
    Q_OBJECT

private slots:
    void helpAndVersionNeedNoDisplay()
    {
        const Ran help = workbench({"--help"});
        QCOMPARE(help.exitCode, 0);
        for (const char* part : {"--tour", "--measure", "--theme", "--lang", "--size", "PROJECT"})
            QVERIFY2(help.out.contains(part), help.out.constData());
        const Ran version = workbench({"--version"});
        QVERIFY2(version.exitCode == 0 && version.out.startsWith("deepseek-workbench "), version.out.constData());
    }

    void tellsWhatIsWrong()
    {
        const std::pair<QStringList, const char*> all[] = {{{}, "deepseek train"},         {{"--theme", "blue"}, "\"blue\""},
                                                           {{"--lang", "tlh"}, "\"tlh\""}, {{"--size", "wide"}, "1280x800"},
                                                           {{"--nonsense"}, "nonsense"},   {{"a.dsw", "b.dsw"}, "one project"}};
        for (const auto& [arguments, part] : all) {
            const Ran ran = workbench(arguments);
            QVERIFY2(ran.exitCode == 2 && ran.err.contains(part), ran.err.constData());
        }
    }

    void measuresWithoutDisplay()
    {
        QTemporaryDir folder;
        const QStringList aside{"--runs", folder.filePath("runs"), "--settings", folder.filePath("settings.ini")};
        const Ran plot = workbench(QStringList{"--measure", "plot"} + aside);
        QVERIFY2(plot.exitCode == 0, plot.err.constData());
        QVERIFY2(QJsonDocument::fromJson(plot.out).object()["frame_ms_p95"].toDouble() > 0, plot.out.constData());
        const Ran nothing = workbench(QStringList{"--measure", "beauty"} + aside);
        QVERIFY2(nothing.exitCode == 2 && nothing.err.contains("startup"), nothing.err.constData());
    }
};

QTEST_GUILESS_MAIN(WorkbenchOptions)
#include "options.moc"
