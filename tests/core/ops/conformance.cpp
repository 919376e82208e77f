// SPDX-License-Identifier: Apache-2.0
// Every op of the list, by its own description, on every backend.
#include <QtTest>

#include <map>

#include "core/graph/builder.h"
#include "core/graph/text.h"
#include "core/graph/verify.h"
#include "core/ops/all.h"
#include "tests/support/backends.h"
#include "tests/support/compare.h"
#include "tests/support/derivatives.h"
#include "tests/support/evaluate.h"
#include "tests/support/half.h"
#include "tests/support/request.h"

using namespace ds;

namespace {

constexpr StepContext step{7, 2};

const std::vector<Sample>& samplesOf(const OpSpec& op)
{
    static std::map<std::string_view, std::vector<Sample>> cache;
    const auto [at, fresh] = cache.try_emplace(op.name);
    if (fresh && op.samples) {
        Rng rng(1, streamOf(op.name.data(), op.name.size()));
        at->second = op.samples(rng);
    }
    return at->second;
}

bool hasReal(const std::vector<Tensor>& tensors)
{
    return std::any_of(tensors.begin(), tensors.end(), [](const Tensor& t) { return t.defined() && isFloat(t.dtype()); });
}

bool isReal(const Sample& sample) { return sample.differentiable && hasReal(sample.inputs); }

bool hasKernel(Backend& backend, const OpSpec& op, const Sample& sample)
{
    const test::SampleRequest request(op, sample.inputs, sample.attrs);
    return request.error().empty() && backend.supports(request.request());
}

/// What the decomposition of the op gives on the reference.
test::Evaluation decomposed(const OpSpec& op, const Sample& sample)
{
    Graph graph(allOps());
    GraphBuilder builder(graph);
    Values inputs;
    std::vector<Tensor> present;
    std::vector<const TensorType*> types;
    for (const Tensor& tensor : sample.inputs) {
        inputs.push_back(tensor.defined() ? builder.input("x" + std::to_string(inputs.size()), tensor.type()) : Value{});
        types.push_back(tensor.defined() ? &tensor.type() : nullptr);
        if (tensor.defined()) present.push_back(tensor);
    }
    Attrs attrs = sample.attrs;
    if (const Inferred inferred = inferTypes(op, types, attrs); !inferred) return {{}, inferred.error().message()};
    const Values outputs = op.decompose(builder, {attrs, inputs});
    if (builder.failed()) return {{}, builder.error().message()};
    for (const Value& output : outputs) builder.output("y" + std::to_string(graph.outputs.size()), output);
    if (const Errors errors = verify(graph); !errors.empty()) return {{}, messages(errors)};
    return test::evaluate(graph, present, test::reference(), step);
}

} // namespace

#define CHECK_TEXT(text) QVERIFY2((text).empty(), (text).c_str())

class Conformance : public QObject {
    Q_OBJECT

private:
    const OpSpec& op() const
    {
        QFETCH(QString, name);
        return *allOps().find(name.toStdString());
    }
    const Sample& sample() const
    {
        QFETCH(int, index);
        return samplesOf(op())[static_cast<std::size_t>(index)];
    }
    static void rows(bool (*wanted)(const OpSpec&, const Sample&))
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("index");
        for (const OpSpec* op : allOps().list()) {
            int index = 0;
            for (const Sample& sample : samplesOf(*op)) {
                const std::string name(op->name);
                if (wanted(*op, sample))
                    QTest::addRow("%s %d %s", name.c_str(), index, sample.note.c_str()) << QString::fromStdString(name) << index;
                ++index;
            }
        }
    }
    static void opRows()
    {
        QTest::addColumn<QString>("name");
        for (const OpSpec* op : allOps().list()) {
            const std::string name(op->name);
            QTest::addRow("%s", name.c_str()) << QString::fromStdString(name);
        }
    }

private slots:
    void description_data() { opRows(); }
    void description()
    {
        const OpSpec& spec = op();
        QVERIFY(!spec.doc.empty() && spec.doc.back() == '.');
        QVERIFY(!spec.category.empty());
        QVERIFY(spec.infer);
        QVERIFY(!spec.outputs.empty());
        for (const AttrSpec& attribute : spec.attributes) QVERIFY2(!attribute.doc.empty(), std::string(attribute.name).c_str());
        QVERIFY2(!samplesOf(spec).empty(), "no samples");
        for (const Sample& sample : samplesOf(spec))
            QVERIFY2(spec.decompose || hasKernel(test::reference(), spec, sample), "neither a kernel nor a decomposition");
        if (spec.constant) return;
        QVERIFY2(spec.vjp || spec.decompose, "no gradient");
        const auto& samples = samplesOf(spec);
        QVERIFY2(std::any_of(samples.begin(), samples.end(), isReal), "no sample checks the gradient");
    }

    void forward_data()
    {
        rows([](const OpSpec&, const Sample&) { return true; });
    }
    void forward()
    {
        const test::Evaluation expected = test::evaluateOp(op(), sample().inputs, sample().attrs, test::reference(), step);
        CHECK_TEXT(expected.error);
        for (Backend* backend : test::backends()) {
            const test::Evaluation actual = test::evaluateOp(op(), sample().inputs, sample().attrs, *backend, step);
            const std::string where = backend->name() + ": ";
            QVERIFY2(actual.error.empty(), (where + actual.error).c_str());
            for (std::size_t i = 0; i < expected.outputs.size(); ++i) {
                const std::string problem = test::difference(actual.outputs[i], expected.outputs[i], op().tolerance);
                QVERIFY2(problem.empty(), (where + "output " + std::to_string(i) + ": " + problem).c_str());
            }
        }
    }

    void halfPrecision_data()
    {
        rows([](const OpSpec& op, const Sample& sample) { return test::inHalf(op, sample.inputs).has_value(); });
    }
    /// In bf16, with results in bf16 and in f32: on each backend that mixed precision would run it on.
    void halfPrecision()
    {
        const std::vector<Tensor> inputs = *test::inHalf(op(), sample().inputs);
        for (bool wide : {false, true}) {
            if (wide && !test::canBeWide(op())) continue;
            Attrs attrs = sample().attrs;
            if (wide) attrs.set("wide", true);
            const test::Evaluation expected = test::exactly(op(), inputs, attrs, step);
            CHECK_TEXT(expected.error);
            for (Backend* backend : test::backends()) {
                if (!backend->native(test::SampleRequest(op(), inputs, attrs).request())) continue;
                const test::Evaluation actual = test::evaluateOp(op(), inputs, attrs, *backend, step);
                const std::string where = backend->name() + ": ";
                QVERIFY2(actual.error.empty(), (where + actual.error).c_str());
                for (std::size_t i = 0; i < expected.outputs.size(); ++i) {
                    const std::string problem = test::halfDifference(op(), actual.outputs[i], expected.outputs[i]);
                    QVERIFY2(problem.empty(), (where + "output " + std::to_string(i) + ": " + problem).c_str());
                }
            }
        }
    }

    void decomposition_data()
    {
        rows([](const OpSpec& op, const Sample&) { return op.decompose != nullptr; });
    }
    void decomposition()
    {
        const test::Evaluation expected = test::evaluateOp(op(), sample().inputs, sample().attrs, test::reference(), step);
        const test::Evaluation actual = decomposed(op(), sample());
        CHECK_TEXT(expected.error);
        CHECK_TEXT(actual.error);
        QCOMPARE(actual.outputs.size(), expected.outputs.size());
        for (std::size_t i = 0; i < expected.outputs.size(); ++i)
            CHECK_TEXT(test::difference(actual.outputs[i], expected.outputs[i], op().tolerance));
    }

    void strided_data()
    {
        rows([](const OpSpec&, const Sample& sample) {
            return std::any_of(sample.inputs.begin(), sample.inputs.end(),
                               [](const Tensor& t) { return t.defined() && t.shape().rank() > 1; });
        });
    }
    void strided()
    {
        // The same numbers in another order of memory.
        std::vector<Tensor> inputs = sample().inputs;
        for (Tensor& tensor : inputs)
            if (tensor.defined() && tensor.shape().rank() > 1) tensor = tensor.transposed(0, -1).clone().transposed(0, -1);
        for (Backend* backend : test::backends()) {
            const test::Evaluation dense = test::evaluateOp(op(), sample().inputs, sample().attrs, *backend, step);
            const test::Evaluation strided = test::evaluateOp(op(), inputs, sample().attrs, *backend, step);
            CHECK_TEXT(dense.error);
            CHECK_TEXT(strided.error);
            for (std::size_t i = 0; i < dense.outputs.size(); ++i) QVERIFY(test::identical(dense.outputs[i], strided.outputs[i]));
        }
    }

    void inPlace_data()
    {
        rows([](const OpSpec& op, const Sample&) { return !op.inPlace.empty(); });
    }
    void inPlace()
    {
        for (Backend* backend : test::backends()) {
            const test::Evaluation expected = test::evaluateOp(op(), sample().inputs, sample().attrs, *backend, step);
            CHECK_TEXT(expected.error);
            for (const InPlace& pair : op().inPlace) {
                const test::Evaluation actual = test::evaluateInPlace(op(), sample().inputs, sample().attrs, *backend, pair, step);
                CHECK_TEXT(actual.error);
                for (std::size_t i = 0; i < actual.outputs.size(); ++i)
                    CHECK_TEXT(test::difference(actual.outputs[i], expected.outputs[i], 0));
            }
        }
    }

    void firstDerivatives_data()
    {
        rows([](const OpSpec& op, const Sample& sample) { return !op.constant && isReal(sample); });
    }
    void firstDerivatives() { CHECK_TEXT(test::checkFirstDerivatives(op(), sample())); }

    void secondDerivatives_data()
    {
        rows([](const OpSpec& op, const Sample& sample) { return !op.constant && isReal(sample) && sample.twiceDifferentiable; });
    }
    void secondDerivatives() { CHECK_TEXT(test::checkSecondDerivatives(op(), sample())); }

    void text_data()
    {
        rows([](const OpSpec&, const Sample&) { return true; });
    }
    void text()
    {
        std::string error;
        const Graph graph = test::graphOf(op(), sample().inputs, sample().attrs, error);
        CHECK_TEXT(error);
        CHECK_TEXT(messages(verify(graph)));
        const std::string printed = printGraph(graph);
        const Result<Graph> parsed = parseGraph(printed, allOps());
        QVERIFY2(parsed.ok(), parsed ? "" : parsed.error().message().c_str());
        QCOMPARE(QString::fromStdString(printGraph(*parsed)), QString::fromStdString(printed));
        QVERIFY(parsed->nodes.front().attrs == graph.nodes.front().attrs);
    }

    void badInput_data() { opRows(); }
    void badInput()
    {
        if (!op().badSamples) return;
        for (const BadSample& bad : op().badSamples()) {
            std::vector<const TensorType*> types;
            for (const TensorType& type : bad.inputs) types.push_back(&type);
            Attrs attrs = bad.attrs;
            const Inferred inferred = inferTypes(op(), types, attrs);
            QVERIFY2(!inferred.ok(), bad.text.c_str());
            QCOMPARE(QString::fromStdString(inferred.error().message()), QString::fromStdString(bad.text));
        }
    }

    void randomness_data()
    {
        rows([](const OpSpec& op, const Sample&) { return op.random; });
    }
    void randomness()
    {
        for (Backend* backend : test::backends()) {
            const auto run = [&](uint64_t seed, uint64_t at) {
                return test::evaluateOp(op(), sample().inputs, sample().attrs, *backend, {seed, at}).outputs;
            };
            const std::vector<Tensor> once = run(3, 8), again = run(3, 8);
            QVERIFY(!once.empty() && test::identical(once.front(), again.front()));
            if (once.front().count() < 1000) continue;
            QVERIFY(!test::identical(once.front(), run(4, 8).front()));
            QVERIFY(!test::identical(once.front(), run(3, 9).front()));
        }
    }

    void moments_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("variance");
        QTest::addRow("random_uniform") << "random_uniform" << 1.0 << 16.0 / 12;
        QTest::addRow("random_normal") << "random_normal" << 2.0 << 0.25;
        QTest::addRow("bernoulli") << "bernoulli" << 0.3 << 0.21;
    }
    void moments()
    {
        QFETCH(double, mean);
        QFETCH(double, variance);
        for (Backend* backend : test::backends()) {
            const Sample& first = samplesOf(op()).front();
            const test::Evaluation result = test::evaluateOp(op(), first.inputs, first.attrs, *backend, step);
            const Tensor& y = result.outputs.front();
            const auto count = static_cast<double>(y.count());
            double sum = 0, squares = 0;
            for (int64_t i = 0; i < y.count(); ++i) sum += y.at(i);
            for (int64_t i = 0; i < y.count(); ++i) squares += (y.at(i) - sum / count) * (y.at(i) - sum / count);
            // Four standard errors; that of a variance is at most sqrt(2 / n) of it for these distributions.
            QVERIFY2(std::abs(sum / count - mean) < 4 * std::sqrt(variance / count), std::to_string(sum / count).c_str());
            QVERIFY2(std::abs(squares / count - variance) < 4 * variance * std::sqrt(2 / count), std::to_string(squares / count).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(Conformance)
#include "conformance.moc"
