// SPDX-License-Identifier: Apache-2.0
// Every include of the tree must be an arrow of the design: a room includes only what this table allows it.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

namespace {

/// Room → rooms that it may include, beside itself. The longest matching folder is a file's room.
const std::map<QString, std::set<QString>>& allowed()
{
    static const std::map<QString, std::set<QString>> table = {
        {"core/base", {}},
        {"core/tensor", {"core/base"}},
        {"core/graph", {"core/base", "core/tensor"}},
        {"core/ops", {"core/base", "core/tensor", "core/graph"}},
        {"core/layers", {"core/base", "core/tensor", "core/graph"}},
        {"core/document", {"core/base", "core/tensor", "core/graph", "core/ops", "core/layers"}},
        {"core/lint", {"core/base", "core/tensor", "core/graph", "core/layers", "core/document"}},
        {"core/passes", {"core/base", "core/tensor", "core/graph"}},
        {"core/backends", {"core/base", "core/tensor", "core/graph", "core/passes"}},
        {"core/backends/reference", {"core/base", "core/tensor", "core/graph", "core/ops", "core/backends"}},
        {"core/backends/cpu", {"core/base", "core/tensor", "core/graph", "core/ops", "core/backends", "core/backends/reference"}},
        {"core/optim", {"core/base", "core/tensor", "core/graph", "core/passes"}},
        {"core/data", {"core/base", "core/tensor"}},
        {"core/store", {"core/base", "core/tensor", "core/data"}},
        {"core/train",
         {"core/base", "core/tensor", "core/graph", "core/ops", "core/layers", "core/document", "core/passes", "core/backends",
          "core/backends/reference", "core/backends/cpu", "core/optim", "core/data", "core/store"}},
        {"inspector/engine",
         {"core/base", "core/tensor", "core/graph", "core/ops", "core/layers", "core/document", "core/lint", "core/passes", "core/backends",
          "core/backends/cpu", "core/optim", "core/data", "core/store", "core/train"}},
        {"inspector/drills", {"core/base", "core/document", "core/lint", "core/train", "inspector/engine"}},
        {"widgets/theme", {}},
        {"widgets/canvas", {"widgets/theme"}},
        {"widgets/dock", {"widgets/theme"}},
        {"widgets/form", {"widgets/theme"}},
        {"widgets/image", {"widgets/theme"}},
        {"widgets/plot", {"widgets/theme"}},
        {"widgets/table", {"widgets/theme"}},
        {"app/workbench/project",
         {"core/base", "core/tensor", "core/graph", "core/ops", "core/layers", "core/document", "core/lint", "core/data", "core/store",
          "core/train", "app/workbench/words"}},
        {"app/workbench/shell", {"core/base", "widgets/dock", "widgets/theme"}},
        {"app/workbench/layout", {"core/base", "core/document", "core/layers", "app/workbench/words", "widgets/canvas"}},
        {"app/workbench/forms", {"core/base", "app/workbench/words", "widgets/form"}},
        {"app/workbench/words", {"core/base", "core/tensor"}},
        {"app/workbench/help",
         {"core/base", "core/tensor", "core/graph", "core/ops", "core/layers", "core/document", "core/optim", "core/data", "core/train",
          "inspector/drills", "inspector/engine", "app/workbench/words", "widgets/theme"}},
        {"app/workbench/pages", {"app/workbench/shell"}},
        {"app/workbench/pages/data",
         {"core/base", "core/tensor", "core/data", "core/lint", "core/train", "app/workbench/forms", "app/workbench/help",
          "app/workbench/project", "app/workbench/shell", "app/workbench/words", "widgets/dock", "widgets/form", "widgets/image",
          "widgets/plot", "widgets/theme"}},
        {"app/workbench/runs_view", {"core/base", "core/store", "app/workbench/words", "widgets/plot", "widgets/theme"}},
        {"app/workbench/pages/train",
         {"core/base", "core/tensor", "core/document", "core/data", "core/store", "core/train", "app/workbench/project",
          "app/workbench/runs", "app/workbench/runs_view", "app/workbench/shell", "app/workbench/words", "widgets/dock", "widgets/image",
          "widgets/plot", "widgets/theme"}},
        {"app/workbench/pages/runs",
         {"core/base", "core/data", "core/document", "core/layers", "core/optim", "core/store", "core/train", "app/workbench/layout",
          "app/workbench/runs", "app/workbench/runs_view", "app/workbench/shell", "app/workbench/words", "widgets/canvas", "widgets/dock",
          "widgets/plot", "widgets/table", "widgets/theme"}},
        {"app/workbench/inspection",
         {"core/base", "core/document", "core/lint", "core/store", "inspector/engine", "app/workbench/project", "app/workbench/runs_view",
          "app/workbench/words", "widgets/plot"}},
        {"app/workbench/pages/inspect",
         {"core/base",
          "core/tensor",
          "core/data",
          "core/layers",
          "core/document",
          "core/lint",
          "core/store",
          "core/train",
          "inspector/engine",
          "app/workbench/forms",
          "app/workbench/inspection",
          "app/workbench/project",
          "app/workbench/runs",
          "app/workbench/runs_view",
          "app/workbench/shell",
          "app/workbench/words",
          "widgets/dock",
          "widgets/form",
          "widgets/image",
          "widgets/plot",
          "widgets/table",
          "widgets/theme"}},
        {"app/workbench/pages/settings", {"app/workbench/shell", "widgets/form", "widgets/theme"}},
        {"app/workbench/pages/start",
         {"core/base", "core/document", "core/layers", "inspector/drills", "app/workbench/layout", "app/workbench/shell",
          "app/workbench/words", "widgets/theme"}},
        {"app/workbench/pages/design",
         {"core/base",
          "core/tensor",
          "core/graph",
          "core/layers",
          "core/document",
          "core/lint",
          "core/optim",
          "core/passes",
          "core/data",
          "core/train",
          "app/workbench/forms",
          "app/workbench/help",
          "app/workbench/inspection",
          "app/workbench/layout",
          "app/workbench/project",
          "app/workbench/shell",
          "app/workbench/words",
          "widgets/canvas",
          "widgets/dock",
          "widgets/form",
          "widgets/plot",
          "widgets/theme"}},
        {"app/workbench/program",
         {"core/base", "core/document", "core/store", "inspector/engine", "app/workbench/pages", "app/workbench/pages/design",
          "app/workbench/pages/start", "app/workbench/project", "app/workbench/runs", "app/workbench/shell", "app/workbench/window",
          "widgets/canvas", "widgets/image", "widgets/plot", "widgets/theme"}},
        {"app/workbench/window",
         {"core/base", "core/document", "core/lint", "core/store", "inspector/drills", "inspector/engine", "app/workbench/help",
          "app/workbench/inspection", "app/workbench/project", "app/workbench/runs", "app/workbench/shell", "app/workbench/words",
          "widgets/dock", "widgets/plot", "widgets/theme"}},
        {"app/workbench/runs", {"core/base", "core/document", "core/store", "core/train", "app/link", "app/workbench/words"}},
        {"app/link", {"core/base"}},
        {"app/worker",
         {"core/base", "core/tensor", "core/document", "core/backends/cpu", "core/data", "core/store", "core/train", "inspector/engine",
          "app/link"}},
        {"app/cli",
         {"app/link", "core/base", "core/tensor", "core/graph", "core/ops", "core/layers", "core/document", "core/passes", "core/backends",
          "core/backends/cpu", "core/optim", "core/data", "core/store", "core/train", "inspector/engine", "inspector/drills"}},
    };
    return table;
}

QString roomOf(const QString& path)
{
    QString best;
    for (const auto& [room, uses] : allowed())
        if (path.startsWith(room + '/') && room.size() > best.size()) best = room;
    return best;
}

} // namespace

class Includes : public QObject {
    Q_OBJECT

private slots:
    void followTheDesign()
    {
        const QDir root(QStringLiteral(DS_SOURCE_DIR));
        const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""), QRegularExpression::MultilineOption);
        int seen = 0;
        QStringList wrong;
        for (const char* top : {"core", "app", "inspector", "widgets", "plugins"}) {
            QDirIterator files(root.filePath(QString::fromLatin1(top)), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = root.relativeFilePath(files.next());
                const QString room = roomOf(path);
                if (room.isEmpty()) {
                    wrong << path + ": its room is not in the table of tests/architecture/includes.cpp";
                    continue;
                }
                QFile file(root.filePath(path));
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
                auto matches = include.globalMatch(QString::fromUtf8(file.readAll()));
                while (matches.hasNext()) {
                    const QString included = matches.next().captured(1);
                    if (!included.contains('/')) continue; // a generated list of the same room
                    ++seen;
                    const QString target = roomOf(included);
                    if (target != room && !allowed().at(room).count(target)) wrong << path + " includes " + included;
                }
            }
        }
        QVERIFY2(seen > 100, "hardly any include was found: is the source folder right?");
        QVERIFY2(wrong.isEmpty(), qPrintable('\n' + wrong.join('\n')));
    }

    /// Files say under which licence they stand.
    void nameTheirLicence()
    {
        const QDir root(QStringLiteral(DS_SOURCE_DIR));
        QStringList wrong;
        for (const char* top : {"core", "app", "tests"}) {
            QDirIterator files(root.filePath(QString::fromLatin1(top)), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                if (!file.readLine().startsWith("// SPDX-License-Identifier: ")) wrong << root.relativeFilePath(file.fileName());
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable('\n' + wrong.join('\n')));
    }
};

QTEST_GUILESS_MAIN(Includes)
#include "includes.moc"
