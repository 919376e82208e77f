// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QTest>

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "core/lint/lint.h"
#include "core/train/inspect_project.h"

using namespace ds;

namespace {

/// "type name" for each layer, wired in a row from a [8, 1, 8, 8] image; the loss takes the last.
Document chain(const std::vector<LayerNode>& layers, const std::string& loss = "cross_entropy")
{
    Document d;
    d.model.layers = {{"in", "Input", {{"field", "x"}}}};
    d.model.layers.insert(d.model.layers.end(), layers.begin(), layers.end());
    for (std::size_t i = 0; i + 1 < d.model.layers.size(); ++i)
        d.model.wires.push_back({{d.model.layers[i].name}, {d.model.layers[i + 1].name}});
    d.loss = {loss, {{"prediction", layers.back().name}, {"target", "y"}}};
    d.optimizer = {"adam", {{"learning_rate", 0.001}}};
    return d;
}

Lowered lowered(const Document& d)
{
    const TensorType target = d.loss.type == "bce" ? TensorType{DType::F32, {8, 4}} : TensorType{DType::I64, {8}};
    return lower(d, {{{"x", {DType::F32, {8, 1, 8, 8}}}, {"y", target}}, true, true});
}

std::vector<Problem> problemsOf(const Document& d)
{
    const Lowered low = lowered(d);
    return findProblems(d, low, low.errors);
}

std::string rulesOf(const Document& d)
{
    std::string text;
    for (const Problem& problem : problemsOf(d)) text += (text.empty() ? "" : " ") + (problem.rule.empty() ? "error" : problem.rule);
    return text;
}

const LayerNode flat{"flat", "Flatten"}, fc{"fc", "Dense", {{"units", 4}}}, conv{"conv", "Conv2d", {{"filters", 6}, {"kernel", 3}}};

} // namespace

class RulesTest : public QObject {
    Q_OBJECT

    std::set<std::string> m_rows; // of each()

private slots:
    void each_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("json");
        m_rows.clear();
        const auto row = [this](const char* rule, const Document& d) {
            QTest::newRow(rule) << rule << QString::fromStdString(documentToJson(d).dump());
            m_rows.insert(rule);
        };
        row("softmax_before_cross_entropy", chain({flat, fc, {"soft", "Softmax"}}));
        row("sigmoid_before_bce", chain({flat, fc, {"sig", "Sigmoid"}}, "bce"));
        row("bias_before_batch_norm", chain({conv, {"bn", "BatchNorm"}, {"relu", "ReLU"}, flat, fc}));
        row("dropout_after_last_layer", chain({flat, fc, {"drop", "Dropout"}}));
        row("batch_norm_after_dropout", chain({conv, {"relu", "ReLU"}, {"drop", "Dropout"}, {"bn", "BatchNorm"}, flat, fc}));
        row("double_activation", chain({conv, {"relu", "ReLU"}, {"tanh", "Tanh"}, flat, fc}));
        row("linear_after_linear", chain({flat, {"fc1", "Dense", {{"units", 5}}}, fc}));
        row("activation_after_last_layer", chain({flat, fc, {"relu", "ReLU"}}));
        row("high_dropout", chain({flat, {"drop", "Dropout", {{"rate", 0.8}}}, fc}));
        Document rate = chain({flat, fc});
        rate.optimizer.attrs.set("learning_rate", 0.5);
        row("learning_rate", rate);
        Document unused = chain({flat, fc});
        unused.model.layers.push_back({"side", "ReLU"});
        unused.model.wires.push_back({{"flat"}, {"side"}});
        row("unused_layer", unused);
        Document batch =
            chain({{"conv", "Conv2d", {{"filters", 6}, {"kernel", 3}, {"bias", false}}}, {"bn", "BatchNorm"}, {"relu", "ReLU"}, flat, fc});
        batch.training.set("batch_size", int64_t{2});
        row("batch_norm_small_batch", batch);
    }
    void each()
    {
        QFETCH(QString, rule);
        QFETCH(QString, json);
        Document d = documentFromJson(Json::parse(json.toStdString())).document;
        QCOMPARE(QString::fromStdString(rulesOf(d)), rule);
        // Each mend makes the problem go away, and makes no other.
        const std::vector<Problem> problems = problemsOf(d);
        for (const QuickFix& fix : problems.front().fixes) {
            Document mended = d;
            fix.apply(mended);
            QCOMPARE(QString::fromStdString(rulesOf(mended)), QString());
        }
    }

    void everyRuleHasARow()
    {
        for (const LintSpec* rule : allLints()) QVERIFY2(m_rows.count(std::string(rule->name)), rule->name.data());
    }

    void aHintBecomesAMend()
    {
        Document d = chain({conv, {"relu", "ReLU"}, fc});
        const std::vector<Problem> problems = problemsOf(d);
        QCOMPARE(problems.size(), std::size_t{1});
        QVERIFY(problems[0].severity == Problem::Severity::Error);
        QCOMPARE(problems[0].layer, std::string("fc"));
        QCOMPARE(problems[0].fixes.size(), std::size_t{1});
        QCOMPARE(problems[0].fixes[0].title.english(), std::string("Insert Flatten"));
        problems[0].fixes[0].apply(d);
        QCOMPARE(QString::fromStdString(rulesOf(d)), QString());
    }

    void anErrorNamesLayerAndAttribute()
    {
        LayerNode wrong = fc;
        wrong.attrs.set("units", "ten");
        const std::vector<Problem> problems = problemsOf(chain({conv, {"flat", "Flatten"}, wrong}));
        QCOMPARE(problems.size(), std::size_t{1});
        QCOMPARE(problems[0].layer, std::string("fc"));
        QCOMPARE(problems[0].field, std::string("units"));
        QCOMPARE(problems[0].text.english(), std::string("expects a whole number, got \"ten\""));
    }

    /// The problem names the layer by its path, and its mend works there.
    void problemsInsideOfGroups()
    {
        Document d = chain({conv, {"relu", "ReLU"}, fc});
        Model inner;
        inner.layers = {{"in", "Input"}, fc, {"out", "Output"}};
        inner.wires = {{{"in", 0}, {fc.name, 0}}, {{fc.name, 0}, {"out", 0}}};
        LayerNode& last = d.model.layers.back();
        last.type = "Composite";
        last.attrs = {};
        last.model = std::make_shared<Model>(inner);
        const std::vector<Problem> problems = problemsOf(d);
        QVERIFY(!problems.empty());
        QCOMPARE(problems[0].layer, std::string("fc/fc"));
        QCOMPARE(problems[0].fixes.size(), std::size_t{1});
        const auto before = last.model;
        problems[0].fixes[0].apply(d);
        QCOMPARE(before->layers.size(), std::size_t{3}); // who holds the old model sees no change
        QVERIFY(d.model.layers.back().model->find("flatten"));
        QCOMPARE(QString::fromStdString(rulesOf(d)), QString());
    }

    void mutedLayersAreLookedThrough()
    {
        Document d = chain({conv, {"relu", "ReLU"}, {"bn", "BatchNorm"}, flat, fc});
        QCOMPARE(QString::fromStdString(rulesOf(d)), QString());
        d.model.layers[2].muted = true;
        QVERIFY(QString::fromStdString(rulesOf(d)).startsWith(QStringLiteral("bias_before_batch_norm")));
    }

    /// A layer that is put in between is read where the other one was.
    void layersArePutInBetween()
    {
        Document d = chain({flat, {"relu", "ReLU"}, fc});
        d.model.wires.push_back({{"flat"}, {"fc"}}); // a second reader
        const std::string behind = insertAfter(d, "flat", "BatchNorm"), before = insertBefore(d, "fc", 0, "Dropout");
        const auto has = [&](const char* from, const char* to) {
            return std::find(d.model.wires.begin(), d.model.wires.end(), Wire{{from}, {to}}) != d.model.wires.end();
        };
        QVERIFY(has("flat", behind.c_str()) && has(behind.c_str(), "relu") && has(behind.c_str(), before.c_str()) &&
                has(before.c_str(), "fc"));
        QVERIFY(!has("flat", "relu") && !has("flat", "fc") && !has("relu", "fc"));
        QCOMPARE(insertAfter(d, "gone", "ReLU"), std::string());
    }

    void shippedProjectsAreQuiet_data()
    {
        QTest::addColumn<QString>("path");
        for (const QFileInfo& file : QDir(QStringLiteral(DS_SOURCE_DIR "/resources/projects")).entryInfoList({"*.dsw"}))
            QTest::newRow(qPrintable(file.baseName())) << file.filePath();
    }
    void shippedProjectsAreQuiet()
    {
        QFETCH(QString, path);
        const Result<Document> document = loadDocument(path.toStdString());
        QVERIFY(document.ok());
        const ProjectCheck check = checkProject(*document);
        std::string text;
        for (const Problem& problem : findProblems(check.document, check.lowered, check.errors)) text += problem.text.english() + '\n';
        QCOMPARE(QString::fromStdString(text), QString());
    }
};

QTEST_GUILESS_MAIN(RulesTest)
#include "rules.moc"
