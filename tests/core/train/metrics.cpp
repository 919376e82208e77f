// SPDX-License-Identifier: Apache-2.0
// Metrics against numbers worked out by hand.
#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>

#include "core/train/metric.h"

using namespace ds;

namespace {

struct Batch {
    Tensor prediction, target, losses = Tensor::zeros({DType::F32, {1}}), weights = {};
};

std::unique_ptr<Metric> fed(const char* name, const std::vector<Batch>& batches)
{
    const MetricSpec* spec = findMetric(name);
    if (!spec) qFatal("no metric %s", name);
    std::unique_ptr<Metric> metric = spec->create();
    for (const Batch& batch : batches) {
        const std::string problem = spec->problem(batch.prediction.type(), batch.target.type()).english();
        if (!problem.empty()) qFatal("%s", problem.c_str());
        metric->add({batch.prediction, batch.target, batch.losses, batch.weights});
    }
    return metric;
}

double valueOf(const char* name, const std::vector<Batch>& batches) { return fed(name, batches)->value(); }

Tensor numbers(std::initializer_list<double> values) { return Tensor::of({static_cast<int64_t>(values.size())}, values); }
Tensor classes(std::initializer_list<double> values) { return Tensor::of({static_cast<int64_t>(values.size())}, values, DType::I64); }

/// Six samples of three classes in two batches. Taken for: 0 0 1 | 2 2 0; true: 0 1 1 | 2 2 2. Matrix rows: 1 0 0, 1 1 0, 1 0 2.
std::vector<Batch> threeClasses()
{
    return {{Tensor::of({3, 3}, {5, 1, 0, 3, 2, 0, 0, 4, 1}), classes({0, 1, 1})},
            {Tensor::of({3, 3}, {0, 1, 2, 1, 0, 9, 4, 3, 1}), classes({2, 2, 2})}};
}

/// Five samples with one score each. Taken for: 1 0 1 0 1; true: 1 0 0 1 1.
std::vector<Batch> oneScore() { return {{Tensor::of({5, 1}, {2, -1, 1, -0.5, 3}), classes({1, 0, 0, 1, 1})}}; }

} // namespace

#define NEAR(actual, expected) QVERIFY2(std::abs((actual) - (expected)) < 1e-6, std::to_string(actual).c_str())

class MetricsTest : public QObject {
    Q_OBJECT

private slots:
    void classification()
    {
        NEAR(valueOf("accuracy", threeClasses()), 4.0 / 6);
        NEAR(valueOf("confusion", threeClasses()), 4.0 / 6);
        NEAR(valueOf("balanced_accuracy", threeClasses()), (1 + 0.5 + 2.0 / 3) / 3);
        NEAR(valueOf("precision", threeClasses()), (1.0 / 3 + 1 + 1) / 3);
        NEAR(valueOf("recall", threeClasses()), (1 + 0.5 + 2.0 / 3) / 3);
        NEAR(valueOf("f1", threeClasses()), (2.0 / 4 + 2.0 / 3 + 4.0 / 5) / 3);
        QCOMPARE(QString::fromStdString(fed("confusion", threeClasses())->details().dump()),
                 QString("{\"classes\":3,\"matrix\":[[1,0,0],[1,1,0],[1,0,2]]}"));
        QVERIFY(fed("precision", threeClasses())->details().is_null());
    }

    void binary()
    {
        NEAR(valueOf("accuracy", oneScore()), 3.0 / 5);
        NEAR(valueOf("precision", oneScore()), 2.0 / 3);
        NEAR(valueOf("recall", oneScore()), 2.0 / 3);
        NEAR(valueOf("f1", oneScore()), 2.0 / 3);
        NEAR(valueOf("balanced_accuracy", oneScore()), (2.0 / 3 + 0.5) / 2);
    }

    /// Class 3 of four never occurs and is never predicted: it does not count.
    void absentClasses()
    {
        const std::vector<Batch> batches = {{Tensor::of({2, 4}, {9, 0, 0, 0, 0, 0, 9, 0}), classes({0, 1})}};
        NEAR(valueOf("precision", batches), 1.0 / 3); // 1, 0 / 0, 0
        NEAR(valueOf("recall", batches), 1.0 / 3);
        NEAR(valueOf("balanced_accuracy", batches), 0.5); // of the classes that there are
    }

    void auc()
    {
        // Positives 2, -0.5, 3 against negatives -1, 1: five of six pairs are in order.
        NEAR(valueOf("auc", oneScore()), 5.0 / 6);
        // Ties count half.
        NEAR(valueOf("auc", {{numbers({1, 1, 2}), classes({0, 1, 1})}}), 0.75);
        NEAR(valueOf("auc", {{numbers({1, 2}), classes({1, 0})}}), 0.0);
        QVERIFY(std::isnan(valueOf("auc", {{numbers({1, 2}), classes({1, 1})}})));
        // Two classes with two scores are ranked by the difference of the scores.
        NEAR(valueOf("auc", {{Tensor::of({3, 2}, {0, 1, 5, 7, 9, 9}), classes({0, 1, 0})}}), 1.0);
        // One against the rest, by softmax: the second class loses one of two pairs, the third, too.
        NEAR(valueOf("auc", {{Tensor::of({3, 3}, {9, 0, 0.5, 0, 9, 2, 0, 9, 1}), classes({0, 1, 2})}}), (1.0 + 0.5 + 0.5) / 3);
    }

    void top()
    {
        const std::vector<Batch> batches = {
            {Tensor::of({3, 7}, {7, 6, 5, 4, 3, 2, 1, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0}), classes({2, 4, 3})}};
        NEAR(valueOf("top_3", batches), 1.0 / 3); // equal scores: lower numbers first, so that 3 is the fourth
        NEAR(valueOf("top_5", batches), 1.0);
        NEAR(valueOf("top_5", threeClasses()), 1.0);
    }

    void ignored()
    {
        const std::vector<Batch> batches = {{Tensor::of({2, 3}, {5, 1, 0, 3, 2, 0}), classes({0, -100})}};
        NEAR(valueOf("accuracy", batches), 1.0);
        NEAR(valueOf("confusion", batches), 1.0);
        NEAR(valueOf("top_3", batches), 1.0);
    }

    /// [N, C, T] against [N, T].
    void positions()
    {
        const std::vector<Batch> batches = {{Tensor::of({1, 2, 3}, {1, 0, 1, 0, 1, 0}), Tensor::of({1, 3}, {0, 1, 1}, DType::I64)}};
        NEAR(valueOf("accuracy", batches), 2.0 / 3);
        NEAR(valueOf("recall", batches), (1 + 0.5) / 2);
    }

    void regression()
    {
        const std::vector<Batch> batches = {{Tensor::of({2, 1}, {1, 2}), numbers({1, 4})}, {Tensor::of({2, 1}, {6, 7}), numbers({5, 10})}};
        NEAR(valueOf("mae", batches), (0 + 2 + 1 + 3) / 4.0);
        NEAR(valueOf("rmse", batches), std::sqrt((4 + 1 + 9) / 4.0));
        // The targets 1, 4, 5, 10 spread by 16 + 1 + 0 + 25 about their mean of 5.
        NEAR(valueOf("r2", batches), 1 - 14.0 / 42);
        // Far from 0 no digits are lost.
        NEAR(valueOf("r2", {{Tensor::of({3}, {1e9, 1e9 + 1, 1e9 + 2}, DType::F64), Tensor::of({3}, {1e9, 1e9 + 1, 1e9 + 3}, DType::F64)}}),
             1 - 1 / (14.0 / 3));
        NEAR(valueOf("r2", {{numbers({2, 2}), numbers({2, 2})}}), 1.0);
    }

    void perplexity()
    {
        const Tensor any = numbers({0}), target = classes({0});
        NEAR(valueOf("perplexity", {{any, target, numbers({std::log(2.0), std::log(8.0)})}}), 4.0);
        // Ignored items have loss and weight 0.
        NEAR(valueOf("perplexity",
                     {{any, target, numbers({std::log(2.0), 0}), numbers({1, 0})}, {any, target, numbers({std::log(8.0)}), numbers({1})}}),
             4.0);
    }

    void nothingToMeasure()
    {
        for (std::string_view name : metricNames()) QVERIFY2(std::isnan(findMetric(name)->create()->value()), std::string(name).c_str());
    }

    void wrongShapes()
    {
        const TensorType scores{DType::F32, {4, 3}}, labels{DType::I64, {5}};
        for (const char* name : {"accuracy", "f1", "auc", "confusion", "top_5"})
            QCOMPARE(QString::fromStdString(findMetric(name)->problem(scores, labels).english()),
                     QString("needs class scores [N, C] and class numbers [N], got f32[4, 3] and i64[5]"));
        for (const char* name : {"mae", "rmse", "r2"})
            QCOMPARE(QString::fromStdString(findMetric(name)->problem(scores, labels).english()),
                     QString("needs a prediction of the target's size, got f32[4, 3] and i64[5]"));
    }

    void described()
    {
        for (const MetricSpec* spec : allMetrics()) QVERIFY(spec->doc.back() == '.');
        QVERIFY(!findMetric("perplexity")->higherIsBetter && !findMetric("mae")->higherIsBetter && findMetric("r2")->higherIsBetter);
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "metrics.moc"
