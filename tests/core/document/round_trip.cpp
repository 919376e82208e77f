// SPDX-License-Identifier: Apache-2.0
#include "core/document/document.h"

#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <fstream>

using namespace ds;

namespace {

const char* const everything = R"({
  "format": "deepseek-workbench",
  "version": 1,
  "name": "All that a project can hold",
  "data": {
    "train": {
      "type": "csv",
      "file": "a.csv"
    },
    "validation": {
      "type": "csv",
      "file": "b.csv"
    }
  },
  "model": {
    "layers": [
      {
        "name": "x",
        "type": "Input",
        "attributes": {
          "field": "x"
        },
        "position": [1.5, -20.0]
      },
      {
        "name": "block",
        "type": "Composite",
        "frozen": true,
        "model": {
          "layers": [
            {
              "name": "in",
              "type": "Input"
            },
            {
              "name": "out",
              "type": "Output",
              "muted": true
            }
          ],
          "wires": [
            ["in", "out"]
          ]
        }
      }
    ],
    "wires": [
      ["x:2", "block"]
    ]
  },
  "loss": {
    "type": "mse",
    "prediction": "block",
    "target": "y"
  },
  "optimizer": {
    "type": "sgd",
    "learning_rate": 0.1,
    "momentum": 0.9
  },
  "schedule": {
    "type": "cosine"
  },
  "training": {
    "epochs": 3,
    "metrics": ["mae", "r2"],
    "shuffle": false
  }
}
)";

Document documentOf(const std::string& text)
{
    const Result<Json> json = parseJson(text, "test");
    if (!json) qFatal("%s", json.error().message().c_str());
    ReadDocument read = documentFromJson(*json);
    if (!read.errors.empty()) qFatal("%s", messages(read.errors).c_str());
    return read.document;
}

} // namespace

class RoundTripTest : public QObject {
    Q_OBJECT

private slots:
    void sameBytes()
    {
        const Document document = documentOf(everything);
        const std::string once = writeJson(documentToJson(document));
        const std::string twice = writeJson(documentToJson(documentOf(once)));
        QCOMPARE(QString::fromStdString(twice), QString::fromStdString(once));
        // Nothing is lost, whatever the spacing is.
        QVERIFY(*parseJson(once, "") == *parseJson(everything, ""));
        QCOMPARE(document.model.layers[1].model->layers[1].muted, true);
        QCOMPARE(document.model.wires[0].from.port, 2);
        QCOMPARE(document.model.layers[0].position, (std::vector<double>{1.5, -20}));
    }

    /// A chain of names stands for one wire between each two.
    void chains()
    {
        std::string text = everything;
        const std::string wires = "[\"x:2\", \"block\"]";
        text.replace(text.find(wires), wires.size(), "[\"x\", \"block\", \"x\"]");
        const Document document = documentOf(text);
        QCOMPARE(document.model.wires.size(), std::size_t{2});
        QVERIFY((document.model.wires[1] == Wire{{"block", 0}, {"x", 0}}));
    }

    void files()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("p.dsw").toStdString();
        Document document = documentOf(everything);
        QVERIFY(saveDocument(document, path).ok());
        const Result<Document> loaded = loadDocument(path);
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->folder, QFileInfo(folder.path()).absoluteFilePath().toStdString());
        QCOMPARE(writeJson(documentToJson(*loaded)), writeJson(documentToJson(document)));
        QVERIFY(!QFile::exists(QString::fromStdString(path + ".new")));
        const std::string missing = folder.filePath("nowhere/p.dsw").toStdString();
        QCOMPARE(QString::fromStdString(saveDocument(document, missing).error().message()),
                 QString::fromStdString(missing + ": cannot be written: No such file or directory."));
        QCOMPARE(QString::fromStdString(loadDocument(missing).error().message()),
                 QString::fromStdString(missing + ": cannot be opened: No such file or directory."));
        QVERIFY(!loadDocument(folder.path().toStdString()).ok());
        std::ofstream(path) << "{\"format\": ";
        const Result<Document> broken = loadDocument(path);
        QVERIFY(!broken.ok() && QString::fromStdString(broken.error().message()).startsWith(QString::fromStdString(path)));
    }

    void paths()
    {
        Document document = documentOf(everything);
        for (const auto& [path, value] : std::vector<std::pair<const char*, const char*>>{{"training.epochs", "7"},
                                                                                          {"optimizer.learning_rate", "1e-3"},
                                                                                          {"loss.type", "mae"},
                                                                                          {"model.x.field", "z"},
                                                                                          {"training.metrics", "[\"rmse\"]"},
                                                                                          {"train.shuffled", "true"}})
            QVERIFY2(setByPath(document, path, value).ok(), path);
        QCOMPARE(document.training.integer("epochs"), 7);
        QCOMPARE(document.optimizer.attrs.number("learning_rate"), 1e-3);
        QCOMPARE(document.loss.type, std::string("mae"));
        QCOMPARE(document.model.layers[0].attrs.string("field"), std::string("z"));
        QCOMPARE(document.training.strings("metrics"), Strings{"rmse"});
        QVERIFY(document.train.attrs.boolean("shuffled"));
        QCOMPARE(QString::fromStdString(setByPath(document, "epochs", "3").error().message()),
                 QString("epochs: there is no setting of this name. Settings are written as section.name, for instance training.epochs."));
        QCOMPARE(QString::fromStdString(setByPath(document, "model.y.units", "3").error().message()),
                 QString("model.y.units: there is no layer \"y\". Write model.LAYER.ATTRIBUTE."));
        QVERIFY(!setByPath(document, "nothing.epochs", "3").ok());
    }
};

QTEST_GUILESS_MAIN(RoundTripTest)
#include "round_trip.moc"
