// SPDX-License-Identifier: Apache-2.0
// The program run as a user does, in a folder with a small project.
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

namespace ds::test {

struct Ran {
    int exitCode;
    QByteArray out, err;
    QJsonObject summary() const { return QJsonDocument::fromJson(out.trimmed().split('\n').last()).object(); }
};

inline Ran deepseek(const QStringList& arguments, const QString& folder = {}, rlim_t largestFile = RLIM_INFINITY)
{
    QProcess process;
    process.setChildProcessModifier([largestFile] {
        const rlimit limit{largestFile, largestFile};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, SIG_IGN); // a write fails then, as on a full disk
    });
    if (!folder.isEmpty()) process.setWorkingDirectory(folder);
    process.start(QStringLiteral(DS_DEEPSEEK), arguments);
    process.waitForFinished(600000); // sanitizers are slow
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// A small classification problem that is learnt within a few steps.
inline const char* const smallProject = R"({
  "format": "deepseek-workbench", "version": 1, "name": "Small",
  "data": {"train": {"type": "csv", "file": "points.csv", "target": ["label"], "task": "classification"},
           "test": {"type": "csv", "file": "points.csv", "target": ["label"], "task": "classification"}},
  "model": {"layers": [{"name": "in", "type": "Input", "attributes": {"field": "features"}},
                       {"name": "fc1", "type": "Dense", "attributes": {"units": 16}},
                       {"name": "act", "type": "ReLU"},
                       {"name": "drop", "type": "Dropout", "attributes": {"rate": 0.1}},
                       {"name": "fc2", "type": "Dense", "attributes": {"units": 2}}],
            "wires": [["in", "fc1", "act", "drop", "fc2"]]},
  "loss": {"type": "cross_entropy", "prediction": "fc2", "target": "label"},
  "optimizer": {"type": "adam", "learning_rate": 0.02},
  "training": {"epochs": 10, "batch_size": 16, "validation_share": 0.2}
})";

class CliBench {
protected:
    QString folder() const { return m_folder.path(); }
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& text)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    /// With its data.
    void writeSmallProject()
    {
        QVERIFY(m_folder.isValid());
        QByteArray csv = "a,b,label\n";
        unsigned state = 12345;
        const auto next = [&] { return static_cast<double>((state = state * 1664525u + 1013904223u) >> 8) / (1 << 24) * 2 - 1; };
        for (int i = 0; i < 200; ++i) {
            const double a = next(), b = next();
            csv += QByteArray::number(a, 'f', 6) + "," + QByteArray::number(b, 'f', 6) + "," + (a + b > 0 ? "up" : "down") + "\n";
        }
        write("points.csv", csv);
        write("small.dsw", smallProject);
    }
    Ran train(const QStringList& more)
    {
        return deepseek(QStringList{"train", path("small.dsw"), "--runs", path("runs"), "--json"} + more);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace ds::test
