// SPDX-License-Identifier: Apache-2.0
#include "core/passes/recompute.h"

#include <QtTest>

#include "core/passes/passes.h"
#include "tests/support/graph_text.h"

using namespace ds;
using test::expected;
using test::parse;
using test::text;

namespace {

/// exp → tanh → mul in one layer, then a loss; the gradient reads what lies between.
const std::string forward = "  feed %x: f32[64]\n"
                            "  %1: f32[64] = exp(%x) @block/a\n"
                            "  %2: f32[64] = tanh(%1) @block/b\n"
                            "  %3: f32[64] = reshape(%2) {shape = [64]} @block/c\n"
                            "  %4: f32[64] = mul(%3, %1) @block/d\n"
                            "  %5: f32[] = sum(%4) @loss\n";

} // namespace

class RecomputeTest : public QObject {
    Q_OBJECT

private slots:
    /// What leaves the layer is kept, the rest is made again before its first reader behind the loss, each once.
    void aLayer()
    {
        const Graph graph = parse(forward + "  %6: f32[64] = neg(%4)\n"
                                            "  %7: f32[64] = mul(%6, %3)\n"
                                            "  %8: f32[64] = mul(%7, %1)\n"
                                            "  output loss = %5\n"
                                            "  output grad.x = %8\n");
        const Graph changed = recompute(graph, recomputeLayers(graph, {"blo*"}));
        QCOMPARE(text(changed), expected(forward + "  %6: f32[64] = neg(%4)\n"
                                                   "  %7: f32[64] = exp(%x) again @block/a\n"
                                                   "  %8: f32[64] = tanh(%7) again @block/b\n"
                                                   "  %9: f32[64] = reshape(%8) {shape = [64]} again @block/c\n"
                                                   "  %10: f32[64] = mul(%6, %9)\n"
                                                   "  %11: f32[64] = mul(%10, %7)\n"
                                                   "  output loss = %5\n"
                                                   "  output grad.x = %11\n"));
        // The text form keeps the mark, and nodes that run again are not merged with the first ones.
        QCOMPARE(text(*parseGraph(printGraph(changed), allOps())), text(changed));
        QCOMPARE(text(mergeCommonSubexpressions(changed)), text(changed));
        QCOMPARE(recomputeCost(changed).nodes, 2);
        QCOMPARE(text(recompute(graph, recomputeLayers(graph, {"block/x"}))), text(graph));
    }

    /// What the caller reads or a state takes on is kept, by way of views, too.
    void promisedValuesAreKept()
    {
        const std::string rest = "  %6: f32[64] = mul(%3, %1)\n"
                                 "  output loss = %5\n"
                                 "  output grad.x = %6\n"
                                 "  output seen = %3\n";
        const Graph graph = parse(forward + rest);
        QCOMPARE(text(recompute(graph, recomputeLayers(graph, {"block"}))), expected(forward + "  %6: f32[64] = exp(%x) again @block/a\n"
                                                                                               "  %7: f32[64] = mul(%3, %6)\n"
                                                                                               "  output loss = %5\n"
                                                                                               "  output grad.x = %7\n"
                                                                                               "  output seen = %3\n"));
    }

    /// Where products are kept, only what is cheap runs again.
    void contractionsMayBeKept()
    {
        const Graph graph = parse("  feed %x: f32[8, 8]\n"
                                  "  parameter %w: f32[8, 8] = zeros\n"
                                  "  %2: f32[8, 8] = tanh(%x) @a\n"
                                  "  %3: f32[8, 8] = matmul(%2, %w) @a\n"
                                  "  %4: f32[8, 8] = exp(%3) @a\n"
                                  "  %5: f32[8, 8] = neg(%4) @b\n"
                                  "  %6: f32[] = sum(%5) @loss\n"
                                  "  %7: f32[8, 8] = mul(%3, %2)\n"
                                  "  output loss = %6\n"
                                  "  output grad.x = %7\n");
        RecomputeChoice choice = recomputeLayers(graph, {"a"});
        QCOMPARE(recomputeCost(recompute(graph, choice)).nodes, 2);
        choice.contractions = false;
        const Graph changed = recompute(graph, choice);
        QCOMPARE(recomputeCost(changed).nodes, 1);
        QVERIFY(text(changed).contains("tanh(%x) again @a"));
    }

    void withoutALossNothingHappens()
    {
        const Graph graph = parse(forward + "  output y = %4\n");
        QCOMPARE(text(recompute(graph, recomputeLayers(graph, {"*"}))), text(graph));
        QCOMPARE(text(recompute(graph, chooseRecompute(graph, 1))), text(graph));
    }
};

QTEST_APPLESS_MAIN(RecomputeTest)
#include "recompute.moc"
