// SPDX-License-Identifier: Apache-2.0
// Thousands of damaged project files: whatever stands in one, it is read, refused or lowered, and that soon.
#include <QElapsedTimer>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

#include "core/base/philox.h"
#include "core/document/lower.h"
#include "core/graph/verify.h"
#include "core/layers/layer.h"

using namespace ds;

namespace {

constexpr int count = 8000;
constexpr qint64 longest = 2000; // milliseconds for one file

std::string realProject()
{
    std::ifstream file(DS_PROJECTS "/fashion-mnist.dsw");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Sequences, composites and layers of many inputs.
const char* const sequences = R"({"format": "deepseek-workbench", "version": 1, "name": "sequences",
  "data": {"train": {"type": "text", "file": "a.txt", "length": 16}},
  "model": {"layers": [
    {"name": "text", "type": "Input", "attributes": {"field": "tokens"}},
    {"name": "embed", "type": "Embedding", "attributes": {"vocabulary": 50, "units": 8}},
    {"name": "position", "type": "PositionalEncoding", "attributes": {"kind": "learned", "max_length": 64}},
    {"name": "block", "type": "Composite", "model": {"layers": [
      {"name": "in", "type": "Input"},
      {"name": "attend", "type": "TransformerEncoderLayer", "attributes": {"heads": 2, "causal": true, "position": "rotary"}},
      {"name": "inner", "type": "Composite", "frozen": true, "model": {"layers": [
        {"name": "in", "type": "Input"}, {"name": "norm", "type": "LayerNorm"}, {"name": "out", "type": "Output"}],
        "wires": [["in", "norm", "out"]]}},
      {"name": "sum", "type": "Add"},
      {"name": "out", "type": "Output"}], "wires": [["in", "attend", "inner", "sum", "out"], ["attend", "sum:1"]]}},
    {"name": "lstm", "type": "LSTM", "attributes": {"units": 4, "layers": 2, "bidirectional": true, "dropout": 0.1}},
    {"name": "heads", "type": "MultiHeadAttention", "attributes": {"heads": 4, "kv_heads": 2, "position": "alibi"}},
    {"name": "parts", "type": "Split", "attributes": {"axis": -1, "sizes": [3, 5]}},
    {"name": "join", "type": "Concat", "attributes": {"axis": 2}},
    {"name": "shape", "type": "Reshape", "attributes": {"shape": [-1, 2, 4]}},
    {"name": "flat", "type": "Permute", "attributes": {"order": [1, 3, 2]}},
    {"name": "conv", "type": "Conv2d", "attributes": {"filters": 3, "kernel": [3, 1], "stride": 2, "padding": "same"}},
    {"name": "residual", "type": "BottleneckBlock", "attributes": {"filters": 2, "stride": 2}},
    {"name": "up", "type": "Upsample", "attributes": {"factor": [2, 1], "mode": "linear"}},
    {"name": "pad", "type": "ZeroPad"},
    {"name": "pool", "type": "GlobalAvgPool"},
    {"name": "pick", "type": "Slice", "attributes": {"begin": 1, "end": -1}},
    {"name": "more", "type": "Unsqueeze"},
    {"name": "less", "type": "Squeeze"},
    {"name": "fc", "type": "Dense", "attributes": {"units": 50}}],
    "wires": [["text", "embed", "position", "block", "lstm", "heads", "parts", "join"], ["parts:1", "join:1"], ["block", "heads:1"],
      ["join", "shape", "flat", "conv", "residual", "up", "pad", "pool", "pick", "more", "less", "fc"]]},
  "loss": {"type": "cross_entropy", "prediction": "fc", "target": "label", "class_weights": [], "label_smoothing": 0.1},
  "optimizer": {"type": "adamw"}, "training": {"epochs": 3}})";

/// Damages text as a careless editor or a bad disk does.
std::string damageText(std::string text, Rng& rng)
{
    for (uint64_t times = 1 + rng.below(4); times > 0 && !text.empty(); --times) {
        const std::size_t at = rng.below(text.size()), length = std::min<std::size_t>(text.size() - at, 1 + rng.below(30));
        switch (rng.below(5)) {
        case 0: text[at] = static_cast<char>(rng.below(256)); break;
        case 1: text.erase(at, length); break;
        case 2: text.insert(at, text.substr(rng.below(text.size()), length)); break;
        case 3: text.insert(at, 1, "{}[],:\"0-9e.\\"[rng.below(13)]); break;
        default: text.resize(at); break;
        }
    }
    return text;
}

/// Any value within the tree.
Json& anyOf(Json& root, Rng& rng)
{
    Json* at = &root;
    while (at->is_structured() && !at->empty() && rng.below(6) != 0) {
        auto item = at->begin();
        std::advance(item, static_cast<std::ptrdiff_t>(rng.below(at->size())));
        at = &*item;
    }
    return *at;
}

Json anyValue(const Json& root, Rng& rng)
{
    static const Json extremes = {0,       -1,       1,     2,      7,    1e300, -1e300, 0.5,           int64_t{1} << 62, INT64_MIN,
                                  nullptr, true,     "",    "same", "-1", "a:9", ":",    Json::array(), Json::object(),   {1, 2, 3},
                                  {0},     {-1, -1}, 65536, 1 << 20};
    if (rng.below(4) == 0) return layerNames().empty() ? Json() : Json(std::string(layerNames()[rng.below(layerNames().size())]));
    if (rng.below(3) == 0) {
        Json copy = root;
        return anyOf(copy, rng);
    }
    return extremes[rng.below(extremes.size())];
}

/// Damages the tree: well-formed JSON of the wrong contents, which gets further than damaged text.
std::string damageTree(const Json& root, Rng& rng)
{
    Json json = root;
    for (uint64_t times = 1 + rng.below(4); times > 0; --times) {
        Json& place = anyOf(json, rng);
        if (&place == &json) continue;
        if (place.is_array() && !place.empty() && rng.below(2)) {
            if (rng.below(2)) place.erase(rng.below(place.size()));
            else place.push_back(place[rng.below(place.size())]);
        } else {
            const Json value = anyValue(root, rng);
            place = value;
        }
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

class MutantsTest : public QObject {
    Q_OBJECT

private:
    /// Whether it could be lowered without an error.
    static bool readAndLower(const std::string& text)
    {
        const Result<Json> json = parseJson(text, "mutant");
        if (!json) return false;
        const ReadDocument read = documentFromJson(*json);
        if (!read.errors.empty()) {
            for (const Error& error : read.errors)
                if (error.text.empty()) qFatal("an error without a text");
            return false;
        }
        // What can be read can be written and read again.
        const std::string once = writeJson(documentToJson(read.document));
        if (writeJson(documentToJson(documentFromJson(*parseJson(once, "")).document)) != once) qFatal("%s", text.c_str());
        LowerRequest request;
        request.fields = {{"image", {DType::F32, {4, 1, 28, 28}}}, {"label", {DType::I64, {4}}}, {"tokens", {DType::I64, {4, 16}}}};
        bool good = true;
        for (bool training : {true, false}) {
            request.training = training;
            const Lowered lowered = lower(read.document, request);
            good = good && lowered.errors.empty();
            if (const Errors errors = verify(lowered.graph); !errors.empty()) qFatal("%s\n%s", messages(errors).c_str(), text.c_str());
        }
        return good;
    }

private slots:
    void originals()
    {
        QVERIFY(readAndLower(realProject()));
        QVERIFY(readAndLower(sequences));
    }

    void mutants_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("fashion-mnist") << QByteArray::fromStdString(realProject());
        QTest::addRow("sequences") << QByteArray(sequences);
    }
    void mutants()
    {
        QFETCH(QByteArray, text);
        const std::string original = text.toStdString();
        const Json tree = *parseJson(original, "");
        Rng rng(29);
        int good = 0, refused = 0;
        for (int i = 0; i < count / 2; ++i) {
            const std::string mutant = i % 4 == 0 ? damageText(original, rng) : damageTree(tree, rng);
            QElapsedTimer timer;
            timer.start();
            (readAndLower(mutant) ? good : refused) += 1;
            QVERIFY2(timer.elapsed() < longest, mutant.c_str());
        }
        // Both happen, or the mutants teach nothing.
        QVERIFY2(good > count / 100, std::to_string(good).c_str());
        QVERIFY2(refused > count / 10, std::to_string(refused).c_str());
    }
};

QTEST_GUILESS_MAIN(MutantsTest)
#include "mutants.moc"
