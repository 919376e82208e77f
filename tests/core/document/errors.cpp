// SPDX-License-Identifier: Apache-2.0
// All mistakes at once, each with its place and what to do.
#include "core/document/lower.h"

#include <QtTest>

#include <nlohmann/json.hpp>

using namespace ds;

namespace {

ReadDocument read(const std::string& text)
{
    const Result<Json> json = parseJson(text, "test");
    if (!json) qFatal("%s", json.error().message().c_str());
    return documentFromJson(*json);
}

/// The model's mistakes, for images and labels.
QStringList mistakesOf(const std::string& layers, const std::string& wires, const std::string& loss)
{
    const ReadDocument document = read(R"({"format": "deepseek-workbench", "version": 1, "name": "n", "data": {"train": {"type": "idx"}},
        "model": {"layers": [)" + layers +
                                       R"(], "wires": [)" + wires + R"(]},
        "loss": )" + loss + R"(, "optimizer": {"type": "sgd"}, "training": {}})");
    if (!document.errors.empty()) qFatal("%s", messages(document.errors).c_str());
    LowerRequest request;
    request.fields = {{"image", {DType::F32, {64, 3, 28, 28}}}, {"label", {DType::I64, {64}}}};
    QStringList list;
    for (const Error& error : lower(document.document, request).errors) list << QString::fromStdString(error.message());
    return list;
}

const std::string image = R"({"name": "image", "type": "Input", "attributes": {"field": "image"}})";
const std::string loss = R"({"type": "cross_entropy", "prediction": "fc", "target": "label"})";

} // namespace

class ErrorsTest : public QObject {
    Q_OBJECT

private slots:
    void form()
    {
        const ReadDocument document = read(R"({
          "format": "deepseek-workbench", "version": 1, "name": 5, "modle": 1,
          "data": {"train": "idx", "tset": {"type": "idx"}},
          "model": {
            "layers": [
              {"name": "a", "type": "Dense", "attributes": {"units": null}, "frozen": "yes", "position": [1]},
              {"name": "b", "model": {}},
              7
            ],
            "wires": [["a"], ["a:x", "b"]]
          },
          "loss": {"prediction": "a"},
          "training": []
        })");
        QStringList list;
        for (const Error& error : document.errors) list << QString::fromStdString(error.message());
        const QStringList expected = {
            "modle: there is no field of this name. Did you mean \"model\"?",
            "name: expects text, got number.",
            "data.tset: there is no field of this name. Did you mean \"test\"?",
            "data.train: expects an object in braces, got string.",
            "model.a.units: expects true, a number, text or a list, got null.",
            "model.a.frozen: expects true or false, got string.",
            "model.a.position: expects two numbers, x and y.",
            "model.b.type: is missing.",
            "model.b.model: only a Composite has a model of its own.",
            "model.layers: each layer is an object in braces, got number.",
            "model.wires: a wire is a list of two names (or more, for a chain), such as [\"conv1\", \"relu1\"]; got [\"a\"].",
            "model.wires: \"a:x\" must end with the number of a port, as in \"lstm1:1\".",
            "loss.type: is missing.",
            "optimizer: is missing.",
            "training: expects an object in braces, got array.",
        };
        QCOMPARE(list, expected);
    }

    void contents()
    {
        const std::string layers = image + R"(,
            {"name": "conv", "type": "Conv2d", "attributes": {"filters": 8, "kernel": 3, "paddin": "same"}},
            {"name": "rule", "type": "ReLu"},
            {"name": "fc1", "type": "Dense", "attributes": {"units": 10}},
            {"name": "a b", "type": "ReLU"},
            {"name": "idle", "type": "ReLU"},
            {"name": "drop", "type": "Dropout", "attributes": {"rate": 1.5}},
            {"name": "norm", "type": "LayerNorm", "attributes": {"axis": 7}},
            {"name": "norm", "type": "RMSNorm"},
            {"name": "c1", "type": "ReLU"},
            {"name": "c2", "type": "ReLU"},
            {"name": "two", "type": "ReLU"},
            {"name": "other", "type": "Input", "attributes": {"field": "imgae"}},
            {"name": "fc", "type": "Dense"})";
        const std::string wires = R"(["image", "conv"], ["image", "rule"], ["image", "fc1"], ["image", "a b"], ["image", "drop"],
            ["image", "norm"], ["c1", "c2", "c1"], ["image", "two"], ["image", "two"], ["imge", "idle:1"], ["image", "fc"])";
        const QStringList expected = {
            "ReLU \"a b\": a layer's name must not be empty nor hold / : . \" or spaces.",
            "RMSNorm \"norm\": there are two layers of this name. Rename one.",
            "model: a wire names the layer \"imge\", which is not there. Did you mean \"image\"?",
            "ReLU \"c1\": is part of a circle of wires. Remove one of the wires.",
            "ReLU \"c2\": is part of a circle of wires. Remove one of the wires.",
            "Conv2d \"conv\", paddin: there is no attribute of this name. Did you mean \"padding\"?",
            "ReLu \"rule\": there is no layer of this type. Did you mean \"ReLU\"?",
            "Dense \"fc1\": expects a 2-D input, got [64, 3, 28, 28]. Insert a Flatten layer.",
            "ReLU \"idle\": has 1 inputs, a wire ends at port 1.",
            "Dropout \"drop\", rate: must be from 0 to 0.999, got 1.5.",
            "LayerNorm \"norm\": the axis 7 is outside of an input of 4 dimensions. The batch is 0; negative ones count from the end.",
            "ReLU \"two\": two wires end at port 0. Remove one, or join them with an Add or Concat layer.",
            "Input \"other\": the data has no field \"imgae\". It has image, label.",
            "Dense \"fc\", units: is missing.",
        };
        QStringList found = mistakesOf(layers, wires, loss), wanted = expected;
        found.sort();
        wanted.sort();
        QCOMPARE(found, wanted);
    }

    void lossesAndFields()
    {
        const std::string layers =
            image + R"(, {"name": "flat", "type": "Flatten"}, {"name": "fc", "type": "Dense", "attributes": {"units": 10}})";
        const std::string wires = R"(["image", "flat", "fc"])";
        QCOMPARE(mistakesOf(layers, wires, loss), QStringList());
        QCOMPARE(mistakesOf(layers, wires, R"({"type": "cross_entropie", "prediction": "fc", "target": "label"})"),
                 QStringList{"loss: there is no loss \"cross_entropie\". Did you mean \"cross_entropy\"?"});
        QCOMPARE(mistakesOf(layers, wires, R"({"type": "cross_entropy", "prediction": "fcc", "target": "label"})"),
                 QStringList{"loss, prediction: there is no layer \"fcc\". Did you mean \"fc\"?"});
        QCOMPARE(mistakesOf(layers, wires, R"({"type": "cross_entropy", "prediction": "fc", "target": "labels"})"),
                 QStringList{"loss, target: the data has no field \"labels\". It has image, label."});
        QCOMPARE(
            mistakesOf(layers, wires, R"({"type": "mse", "prediction": "fc", "target": "label"})"),
            QStringList{"loss mse: expects a target [64, 10] like the prediction, got [64]. One number for each sample needs a last layer "
                        "of one unit; for classes use cross_entropy."});
        // Variadic layers: no gap among their wires.
        QCOMPARE(mistakesOf(layers + R"(, {"name": "sum", "type": "Add"})", wires + R"(, ["fc", "sum"], ["fc", "sum:2"])", loss),
                 QStringList{"Add \"sum\": nothing is wired to port 1, but to a later one. Leave no port out."});
        // A part of a composite layer is told.
        QCOMPARE(
            mistakesOf(image + R"(, {"name": "fc", "type": "Conv2d", "attributes": {"filters": 1000000, "kernel": 60000}})",
                       R"(["image", "fc"])", loss),
            QStringList{"Conv2d \"fc\": would have weight of the shape [1000000, 3, 60000, 60000]. No memory holds that many numbers."});
    }

    void versions()
    {
        const auto first = [](const char* text) { return QString::fromStdString(read(text).errors.front().message()); };
        QCOMPARE(first(R"({"format": "deepseek-workbench", "version": 99})"),
                 QString("the file has version 99, this program knows up to 1. Use a newer DeepSeek Workbench."));
        QCOMPARE(first(R"({"format": "deepseek-workbench", "version": "1"})"), QString("\"version\" must be a whole number."));
        QCOMPARE(first(R"({"format": "onnx"})"), QString("this is not a project file: \"format\" must be \"deepseek-workbench\"."));
        QCOMPARE(first("[]"), QString("expects an object in braces."));
    }
};

QTEST_GUILESS_MAIN(ErrorsTest)
#include "errors.moc"
