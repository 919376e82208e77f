// SPDX-License-Identifier: Apache-2.0
// Passes by the text of a graph before and after.
#include "core/passes/passes.h"

#include <QtTest>

#include "core/graph/view.h"
#include "core/passes/layout.h"
#include "core/passes/memory_plan.h"
#include "tests/support/graph_text.h"

using namespace ds;
using test::expected;
using test::parse;
using test::text;

class PassesTest : public QObject {
    Q_OBJECT

private slots:
    void deadCode()
    {
        const Graph graph = parse("  feed %x: f32[2]\n"
                                  "  feed %unused: f32[3]\n"
                                  "  state %s: f32[2]\n"
                                  "  %3: f32[2] = exp(%x)\n"
                                  "  %4: f32[2] = neg(%3)\n"
                                  "  %5: f32[2] = relu(%3)\n"
                                  "  %6: f32[2] = add(%s, %x)\n"
                                  "  output y = %5\n"
                                  "  update %s = %6\n");
        QCOMPARE(text(removeDeadCode(graph)), expected("  feed %x: f32[2]\n"
                                                       "  feed %unused: f32[3]\n"
                                                       "  state %s: f32[2]\n"
                                                       "  %3: f32[2] = exp(%x)\n"
                                                       "  %4: f32[2] = relu(%3)\n"
                                                       "  %5: f32[2] = add(%s, %x)\n"
                                                       "  output y = %4\n"
                                                       "  update %s = %5\n"));
    }

    void commonSubexpressions()
    {
        const Graph graph = parse("  feed %x: f32[2]\n"
                                  "  %1: f32[2] = exp(%x)\n"
                                  "  %2: f32[2] = exp(%x)\n"
                                  "  %3: f32[2] = neg(%1)\n"
                                  "  %4: f32[2] = neg(%2)\n"
                                  "  %5: f32[2] = leaky_relu(%x) {slope = 0.1}\n"
                                  "  %6: f32[2] = leaky_relu(%x) {slope = 0.2}\n"
                                  "  output a = %3\n"
                                  "  output b = %4\n"
                                  "  output c = %5\n"
                                  "  output d = %6\n");
        QCOMPARE(text(mergeCommonSubexpressions(graph)), expected("  feed %x: f32[2]\n"
                                                                  "  %1: f32[2] = exp(%x)\n"
                                                                  "  %2: f32[2] = neg(%1)\n"
                                                                  "  %3: f32[2] = leaky_relu(%x) {slope = 0.1}\n"
                                                                  "  %4: f32[2] = leaky_relu(%x) {slope = 0.2}\n"
                                                                  "  output a = %2\n"
                                                                  "  output b = %2\n"
                                                                  "  output c = %3\n"
                                                                  "  output d = %4\n"));
    }

    /// Random ops draw by their stream: two of one stream are one, two of different streams stay two.
    void randomNumbersAreMergedByStream()
    {
        const Graph graph = parse("  feed %x: f32[2]\n"
                                  "  %1: f32[2] = dropout(%x) {stream = 1}\n"
                                  "  %2: f32[2] = dropout(%x) {stream = 2}\n"
                                  "  output a = %1\n"
                                  "  output b = %2\n");
        QCOMPARE(text(mergeCommonSubexpressions(graph)), text(graph));
    }

    /// The update of w waits for the last reader of w; that of the count for the loss, although nothing else holds it.
    void hoistedUpdates()
    {
        const Graph graph = parse("  feed %x: f32[2]\n"
                                  "  state %w: f32[2]\n"
                                  "  state %count: f32[2]\n"
                                  "  %3: f32[2] = add(%count, %x)\n"
                                  "  %4: f32[2] = mul(%x, %w)\n"
                                  "  %5: f32[] = sum(%4)\n"
                                  "  %6: f32[2] = exp(%x)\n"
                                  "  %7: f32[2] = div(%6, %w)\n"
                                  "  %8: f32[2] = neg(%7)\n"
                                  "  %9: f32[2] = sub(%w, %6)\n"
                                  "  %10: f32[] = squared_norm(%6)\n"
                                  "  output loss = %5\n"
                                  "  output y = %8\n"
                                  "  output norm = %10\n"
                                  "  update %count = %3\n"
                                  "  update %w = %9\n");
        QCOMPARE(text(hoistUpdates(graph)), expected("  feed %x: f32[2]\n"
                                                     "  state %w: f32[2]\n"
                                                     "  state %count: f32[2]\n"
                                                     "  %3: f32[2] = mul(%x, %w)\n"
                                                     "  %4: f32[] = sum(%3)\n"
                                                     "  %5: f32[2] = add(%count, %x)\n"
                                                     "  %6: f32[2] = exp(%x)\n"
                                                     "  %7: f32[] = squared_norm(%6)\n"
                                                     "  %8: f32[2] = div(%6, %w)\n"
                                                     "  %9: f32[2] = sub(%w, %6)\n"
                                                     "  %10: f32[2] = neg(%8)\n"
                                                     "  output loss = %4\n"
                                                     "  output y = %10\n"
                                                     "  output norm = %7\n"
                                                     "  update %count = %5\n"
                                                     "  update %w = %9\n"));
    }

    /// GELU joins the product, unless its gradient needs to see what it was given.
    void linearAndGelu()
    {
        const std::string product = "  feed %x: f32[2, 3]\n"
                                    "  parameter %w: f32[3, 4] = zeros\n"
                                    "  parameter %b: f32[4] = zeros\n"
                                    "  %3: f32[2, 4] = matmul(%x, %w)\n"
                                    "  %4: f32[2, 4] = add(%3, %b)\n"
                                    "  %5: f32[2, 4] = gelu(%4) {approximate = \"tanh\"}\n";
        QCOMPARE(text(fuse(parse(product + "  output y = %5\n"))), expected("  feed %x: f32[2, 3]\n"
                                                                            "  parameter %w: f32[3, 4] = zeros\n"
                                                                            "  parameter %b: f32[4] = zeros\n"
                                                                            "  %3: f32[2, 4] = linear(%x, %w, %b) {activation = "
                                                                            "\"gelu_tanh\"}\n"
                                                                            "  output y = %3\n"));
        const QString kept = text(fuse(parse(product + "  %6: f32[2, 4] = gelu_grad(%4, %5)\n"
                                                       "  output y = %6\n")));
        QVERIFY2(kept.contains("linear(%x, %w, %b)\n") && kept.contains("= gelu("), qPrintable(kept));
    }

    void decompose()
    {
        const Graph graph = parse("  feed %x: f32[2, 3]\n"
                                  "  %1: f32[2, 3] = softmax(%x) @probabilities\n"
                                  "  output y = %1\n");
        const Result<Graph> all = decomposeUnsupported(graph, [](const Graph&, const Node&) { return true; });
        QVERIFY(all.ok());
        QCOMPARE(text(*all), text(graph));
        const Result<Graph> some = decomposeUnsupported(graph, [](const Graph&, const Node& node) { return node.op->name != "softmax"; });
        QVERIFY(some.ok());
        QCOMPARE(text(*some), expected("  feed %x: f32[2, 3]\n"
                                       "  %1: f32[2, 1] = reduce_max(%x) {axes = [-1], keep_dims = true} @probabilities\n"
                                       "  %2: f32[2, 3] = sub(%x, %1) @probabilities\n"
                                       "  %3: f32[2, 3] = exp(%2) @probabilities\n"
                                       "  %4: f32[2, 1] = sum(%3) {axes = [-1], keep_dims = true} @probabilities\n"
                                       "  %5: f32[2, 3] = div(%3, %4) @probabilities\n"
                                       "  output y = %5\n"));
        const Result<Graph> none = decomposeUnsupported(graph, [](const Graph&, const Node& node) { return node.op->name == "sub"; });
        QVERIFY(!none.ok());
        QCOMPARE(QString::fromStdString(none.error().message()),
                 QString("probabilities: this device has no kernel for reduce_max(f32[2, 3]) and it has no simpler form. Use --device "
                         "reference or another layer."));
    }

    void fuseConvolution()
    {
        const std::string inputs = "  feed %x: f32[1, 2, 4, 4]\n  parameter %w: f32[3, 2, 3, 3] = zeros\n  parameter %b: f32[3] = zeros\n";
        const std::string attrs = "dilation = [1, 1], pad_after = [0, 0], pad_before = [0, 0], stride = [1, 1]";
        Graph graph = parse(inputs + "  %3: f32[1, 3, 2, 2] = conv(%x, %w, %b) {" + attrs +
                            "} @c\n"
                            "  %4: f32[1, 3, 2, 2] = relu(%3) @r\n"
                            "  output y = %4\n");
        const QString fused = text(fuse(graph));
        QVERIFY2(fused.contains("%3: f32[1, 3, 2, 2] = conv_activation(%x, %w, %b) {"), qPrintable(fused));
        QVERIFY2(!fused.contains("= relu"), qPrintable(fused));
        QVERIFY2(fused.contains("@c") && !fused.contains("@r"), qPrintable(fused));
        // Somebody else reads what lies between.
        graph = parse(inputs + "  %3: f32[1, 3, 2, 2] = conv(%x, %w, %b) {" + attrs +
                      "}\n"
                      "  %4: f32[1, 3, 2, 2] = relu(%3)\n"
                      "  %5: f32[1, 3, 2, 2] = neg(%3)\n"
                      "  output y = %4\n"
                      "  output z = %5\n");
        QCOMPARE(text(fuse(graph)), text(graph));
        // ... the caller, for instance.
        graph = parse(inputs + "  %3: f32[1, 3, 2, 2] = conv(%x, %w, %b) {" + attrs +
                      "}\n"
                      "  %4: f32[1, 3, 2, 2] = relu(%3)\n"
                      "  output y = %4\n"
                      "  output z = %3\n");
        QCOMPARE(text(fuse(graph)), text(graph));
    }

    void fuseMatmul()
    {
        const std::string inputs = "  feed %x: f32[2, 3]\n  parameter %w: f32[3, 4] = zeros\n  parameter %b: f32[4] = zeros\n";
        Graph graph = parse(inputs + "  %3: f32[2, 4] = matmul(%x, %w) @fc\n"
                                     "  %4: f32[2, 4] = add(%3, %b) @fc\n"
                                     "  %5: f32[2, 4] = relu(%4) @r\n"
                                     "  output y = %5\n");
        QCOMPARE(text(fuse(graph)),
                 expected(inputs + "  %3: f32[2, 4] = linear(%x, %w, %b) {activation = \"relu\"} @fc\n  output y = %3\n"));
        // Without an activation, and with the operands of add the other way round.
        graph = parse(inputs + "  %3: f32[2, 4] = matmul(%x, %w)\n"
                               "  %4: f32[2, 4] = add(%b, %3)\n"
                               "  %5: f32[2, 4] = exp(%4)\n"
                               "  output y = %5\n");
        QCOMPARE(text(fuse(graph)),
                 expected(inputs + "  %3: f32[2, 4] = linear(%x, %w, %b)\n  %4: f32[2, 4] = exp(%3)\n  output y = %4\n"));
        // The sum is read by others, too: the bias is fused, the activation not.
        graph = parse(inputs + "  %3: f32[2, 4] = matmul(%x, %w)\n"
                               "  %4: f32[2, 4] = add(%3, %b)\n"
                               "  %5: f32[2, 4] = relu(%4)\n"
                               "  output y = %5\n"
                               "  output z = %4\n");
        QCOMPARE(text(fuse(graph)),
                 expected(inputs + "  %3: f32[2, 4] = linear(%x, %w, %b)\n  %4: f32[2, 4] = relu(%3)\n  output y = %4\n  output z = %3\n"));
        // The product is read by others, or what is added is no bias.
        for (const char* body : {"  %3: f32[2, 4] = matmul(%x, %w)\n  %4: f32[2, 4] = add(%3, %b)\n  output y = %4\n  output z = %3\n",
                                 "  %3: f32[2, 4] = matmul(%x, %w)\n  %4: f32[2, 4] = add(%3, %3)\n  output y = %4\n"}) {
            graph = parse(inputs + body);
            QCOMPARE(text(fuse(graph)), text(graph));
        }
    }

    /// Clipping by a norm: the gradient is multiplied where it is used.
    void fuseGradientScale()
    {
        const std::string begin = "  feed %lr: f32[]\n  feed %factor: f32[]\n  feed %g: f32[3]\n  parameter %p: f32[3] = zeros\n";
        const std::string product = begin + "  %4: f32[3] = mul(%factor, %g)\n";
        QCOMPARE(text(removeDeadCode(fuse(parse(product + "  %5: f32[3] = sgd(%p, %4, %lr)\n  update %p = %5\n")))),
                 text(parse(begin + "  %4: f32[3] = sgd(%p, %g, %lr, _, %factor)\n  update %p = %4\n")));
        // A product of tensors is no factor.
        const Graph graph = parse(begin + "  %4: f32[3] = mul(%g, %g)\n  %5: f32[3] = sgd(%p, %4, %lr)\n  update %p = %5\n");
        QCOMPARE(text(fuse(graph)), text(graph));
    }

    /// What the normalisation does to each filter goes into the weight and the bias; they are computed before the convolution.
    void fold()
    {
        const std::string inputs = "  feed %x: f32[1, 2, 4, 4]\n  parameter %w: f32[3, 2, 3, 3] = zeros\n  parameter %s: f32[3] = ones\n"
                                   "  parameter %b: f32[3] = zeros\n  state %m: f32[3]\n  state %v: f32[3]\n";
        const std::string conv = " {dilation = [1, 1], pad_after = [0, 0], pad_before = [0, 0], stride = [1, 1]} @c\n";
        Graph graph = parse(inputs + "  %6: f32[1, 3, 2, 2] = conv(%x, %w)" + conv +
                            "  %7: f32[1, 3, 2, 2] = batch_norm_inference(%6, %s, %b, %m, %v) @bn\n"
                            "  output y = %7\n");
        const QString folded = text(foldBatchNorm(graph));
        QVERIFY2(!folded.contains("batch_norm") && folded.count("= conv(") == 1 && folded.contains("= rsqrt("), qPrintable(folded));
        // The result between them is read by others, too.
        graph = parse(inputs + "  %6: f32[1, 3, 2, 2] = conv(%x, %w)" + conv +
                      "  %7: f32[1, 3, 2, 2] = batch_norm_inference(%6, %s, %b, %m, %v) @bn\n"
                      "  output y = %7\n  output z = %6\n");
        QCOMPARE(text(foldBatchNorm(graph)), text(graph));
    }

    /// The activation goes into the normalisation, and into its gradient if that follows the activation's and nothing else does.
    void fuseBatchNorm()
    {
        const std::string inputs =
            "  feed %x: f32[4, 3]\n  feed %r: f32[4, 3]\n  parameter %s: f32[3] = ones\n  parameter %b: f32[3] = zeros\n";
        const std::string forward = "  %4: f32[4, 3], %5: f32[3], %6: f32[3] = batch_norm(%x, %s, %b) @bn\n"
                                    "  %7: f32[4, 3] = relu(%4) @relu\n";
        const std::string fused = "  %4: f32[4, 3], %5: f32[3], %6: f32[3] = batch_norm_activation(%x, %s, %b) @bn\n";
        Graph graph = parse(inputs + forward +
                            "  %8: f32[4, 3] = relu_grad(%7, %r)\n"
                            "  %9: f32[4, 3], %10: f32[3], %11: f32[3] = batch_norm_grad(%x, %s, %5, %6, %8) @bn\n"
                            "  output y = %7\n"
                            "  output dx = %9\n"
                            "  output ds = %10\n"
                            "  output mean = %5\n");
        QCOMPARE(text(fuse(graph)), expected(inputs + fused +
                                             "  %7: f32[4, 3], %8: f32[3], %9: f32[3] = batch_norm_activation_grad(%x, %s, %b, %5, %6, %r) "
                                             "@bn\n"
                                             "  output y = %4\n"
                                             "  output dx = %7\n"
                                             "  output ds = %8\n"
                                             "  output mean = %5\n"));
        // The gradient of the sum is read by others, too.
        graph = parse(inputs + forward +
                      "  %8: f32[4, 3] = relu_grad(%7, %r)\n"
                      "  %9: f32[4, 3], %10: f32[3], %11: f32[3] = batch_norm_grad(%x, %s, %5, %6, %8)\n"
                      "  output dx = %9\n"
                      "  output dr = %8\n");
        QCOMPARE(text(fuse(graph)), expected(inputs + fused +
                                             "  %7: f32[4, 3] = relu_grad(%4, %r)\n"
                                             "  %8: f32[4, 3], %9: f32[3], %10: f32[3] = batch_norm_grad(%x, %s, %5, %6, %7)\n"
                                             "  output dx = %8\n"
                                             "  output dr = %7\n"));
        // With a residual in between, on either side of the sum.
        for (const char* sum : {"%4, %r", "%r, %4"}) {
            graph = parse(inputs + "  %4: f32[4, 3], %5: f32[3], %6: f32[3] = batch_norm(%x, %s, %b)\n  %7: f32[4, 3] = add(" + sum +
                          ")\n  %8: f32[4, 3] = relu(%7)\n  output y = %8\n");
            QCOMPARE(
                text(fuse(graph)),
                expected(inputs + "  %4: f32[4, 3], %5: f32[3], %6: f32[3] = batch_norm_activation(%x, %s, %b, %r)\n  output y = %4\n"));
        }
        // The residual comes later, is broadcast, or the sum is read by others: nothing can be done.
        for (const char* rest : {"  %7: f32[4, 3] = exp(%r)\n  %8: f32[4, 3] = add(%4, %7)\n  %9: f32[4, 3] = relu(%8)\n  output y = %9\n",
                                 "  %7: f32[4, 3] = add(%4, %b)\n  %8: f32[4, 3] = relu(%7)\n  output y = %8\n",
                                 "  %7: f32[4, 3] = add(%4, %r)\n  %8: f32[4, 3] = relu(%7)\n  output y = %8\n  output z = %7\n"}) {
            graph = parse(inputs + "  %4: f32[4, 3], %5: f32[3], %6: f32[3] = batch_norm(%x, %s, %b)\n" + rest);
            QCOMPARE(text(fuse(graph)), text(graph));
        }
    }

    void sumAndNorm()
    {
        const std::string inputs = "  feed %x: f32[4, 3]\n  feed %r: f32[4, 3]\n  parameter %s: f32[3] = ones\n"
                                   "  parameter %b: f32[3] = zeros\n  feed %g: f32[4, 3]\n";
        const std::string outputs = "  output y = %7\n  output z = %6\n";
        // The dropout may be on either side of the sum; the sum is there for others, too.
        for (const char* terms : {"%5, %r", "%r, %5"})
            QCOMPARE(text(fuseLayerNorm(parse(inputs + "  %5: f32[4, 3] = dropout(%x) {rate = 0.1, stream = 7}\n  %6: f32[4, 3] = add(" +
                                              terms + ")\n  %7: f32[4, 3] = layer_norm(%6, %s, %b) @norm\n" + outputs))),
                     expected(inputs + "  %5: f32[4, 3], %6: f32[4, 3] = add_layer_norm(%x, %r, %s, %b) {rate = 0.1, stream = 7} @norm\n"
                                       "  output y = %6\n  output z = %5\n"));
        // What is dropped is read by others: it is made, and read.
        QCOMPARE(text(fuseLayerNorm(parse(inputs + "  %5: f32[4, 3] = dropout(%x)\n  %6: f32[4, 3] = add(%5, %r)\n"
                                                   "  %7: f32[4, 3] = layer_norm(%6, %s, %b)\n  output y = %7\n  output z = %5\n"))),
                 expected(inputs + "  %5: f32[4, 3] = dropout(%x)\n  %6: f32[4, 3], %7: f32[4, 3] = add_layer_norm(%5, %r, %s, %b)\n"
                                   "  output y = %7\n  output z = %5\n"));
        // The gradient.
        const std::string gradient = "f32[4, 3], %6: f32[3], %7: f32[3] = layer_norm_grad(%x, %s, %g";
        QCOMPARE(text(fuseLayerNorm(
                     parse(inputs + "  %5: " + gradient + ")\n  %8: f32[4, 3] = add(%r, %5)\n  output dx = %8\n  output ds = %6\n"))),
                 expected(inputs + "  %5: " + gradient + ", %r)\n  output dx = %5\n  output ds = %6\n"));
        // Broadcast, another first reader, a norm that is made again where the sum is not, a gradient that others read.
        for (const std::string& rest :
             {std::string("  %5: f32[4, 3] = add(%x, %b)\n  %6: f32[4, 3] = layer_norm(%5, %s, %b)\n  output y = %6\n"),
              "  %5: f32[4, 3] = add(%x, %r)\n  %6: f32[4, 3] = exp(%5)\n  %7: f32[4, 3] = layer_norm(%5, %s, %b)\n" + outputs,
              "  %5: " + gradient + ")\n  %8: f32[4, 3] = add(%r, %5)\n  output dx = %8\n  output d = %5\n"}) {
            const Graph graph = parse(inputs + rest);
            QCOMPARE(text(fuseLayerNorm(graph)), text(graph));
        }
        Graph graph = parse(inputs + "  %5: f32[4, 3] = add(%x, %r)\n  %6: f32[4, 3] = layer_norm(%5, %s, %b)\n  output y = %6\n");
        graph.nodes.back().again = true;
        QCOMPARE(text(fuseLayerNorm(graph)), text(graph));
    }

    void probe()
    {
        const Graph graph = parse("  feed %x: f32[2]\n"
                                  "  %1: f32[2] = exp(%x) @a\n"
                                  "  %2: f32[2] = neg(%1) @a/inner\n"
                                  "  %3: f32[2] = relu(%2) @b\n"
                                  "  %4: f32[2] = mul(%3, %1) @a\n"
                                  "  output y = %4\n");
        const Result<Graph> probed = ds::probe(graph, {"a", "b", "x", "a/inner"});
        QVERIFY(probed.ok());
        QString wanted = text(graph);
        wanted.replace("  output y = %4\n",
                       "  output y = %4\n  output probe.a = %2\n  output probe.b = %3\n  output probe.x = %x\n  output "
                       "probe.a/inner = %2\n");
        QCOMPARE(text(*probed), wanted);
        const Result<Graph> wrong = ds::probe(graph, {"c"});
        QVERIFY(!wrong.ok());
        QCOMPARE(QString::fromStdString(wrong.error().message()), QString("g: there is no layer or input \"c\" to watch."));
    }

    /// A device whose convolutions want a block of 16 channels: one reorder in front, none between, one behind.
    void layout()
    {
        const Layout blocked("aBcd16b");
        const LayoutsOf wishes = [&](const Graph&, const Node& node, const std::vector<Layout>&) {
            LayoutWish wish{std::vector<Layout>(node.inputs.size()), std::vector<Layout>(node.outputs.size())};
            if (node.op->name == "conv") {
                wish.inputs[0] = wish.outputs[0] = blocked;
                wish.inputs[1] = Layout("ABcd16b16a");
            }
            return wish;
        };
        const std::string attrs = "{dilation = [1, 1], pad_after = [0, 0], pad_before = [0, 0], stride = [1, 1]}";
        const Graph graph = parse("  feed %x: f32[1, 16, 4, 4]\n"
                                  "  parameter %w: f32[16, 16, 1, 1] = zeros\n"
                                  "  parameter %v: f32[16, 16, 1, 1] = zeros\n"
                                  "  %3: f32[1, 16, 4, 4] = conv(%x, %w) " +
                                  attrs +
                                  "\n"
                                  "  %4: f32[1, 16, 4, 4] = relu(%3)\n"
                                  "  %5: f32[1, 16, 4, 4] = conv(%4, %v) " +
                                  attrs +
                                  "\n"
                                  "  %6: f32[1, 16, 4, 4] = add(%5, %3)\n"
                                  "  output y = %6\n");
        const Layout kept;
        const Graph result = assignLayouts(graph, wishes, [&](const std::string& name) { return name == "v" ? &kept : nullptr; });
        QVERIFY2(verify(result).empty(), messages(verify(result)).c_str());
        std::string order;
        for (const Node& node : result.nodes) order += std::string(node.op->name) + ":" + result.value(node.outputs[0]).layout.tag() + " ";
        // The state w takes the layout of its first reader; v is kept in another one already and is reordered.
        QCOMPARE(QString::fromStdString(order),
                 QString("reorder:aBcd16b conv:aBcd16b relu:aBcd16b reorder:ABcd16b16a conv:aBcd16b add:aBcd16b reorder: "));
        QCOMPARE(result.value(result.findInput("w")).layout.tag(), std::string("ABcd16b16a"));
        QVERIFY(result.value(result.findInput("v")).layout.plain());
        QVERIFY(result.value(result.findOutput("y")).layout.plain());
        // A state that is cast first takes the layout that the cast is wanted in, and so does its update.
        const Graph narrow = parse("  feed %x: bf16[1, 16, 4, 4]\n"
                                   "  parameter %w: f32[16, 16, 1, 1] = zeros\n"
                                   "  %2: bf16[16, 16, 1, 1] = cast(%w) {dtype = \"bf16\"}\n"
                                   "  %3: bf16[1, 16, 4, 4] = conv(%x, %2) " +
                                   attrs +
                                   "\n"
                                   "  %4: f32[16, 16, 1, 1] = neg(%w)\n"
                                   "  output y = %3\n"
                                   "  update %w = %4\n");
        const Graph laid = assignLayouts(narrow, wishes, [](const std::string&) { return nullptr; });
        QVERIFY2(verify(laid).empty(), messages(verify(laid)).c_str());
        order.clear();
        for (const Node& node : laid.nodes) order += std::string(node.op->name) + ":" + laid.value(node.outputs[0]).layout.tag() + " ";
        QCOMPARE(QString::fromStdString(order), QString("cast:ABcd16b16a reorder:aBcd16b conv:aBcd16b neg:ABcd16b16a reorder: "));
        QCOMPARE(laid.value(laid.findInput("w")).layout.tag(), std::string("ABcd16b16a"));
        // Where nobody wants anything, nothing changes.
        const LayoutsOf plain = [](const Graph&, const Node& node, const std::vector<Layout>&) {
            return LayoutWish{std::vector<Layout>(node.inputs.size()), std::vector<Layout>(node.outputs.size())};
        };
        QCOMPARE(text(assignLayouts(graph, plain, [](const std::string&) { return nullptr; })), text(graph));
    }

    /// A transposition moves nothing where a reader takes the result as it lies, or where it undoes a layout.
    void transpositionsInPlace()
    {
        const Layout inside("acbd");
        const LayoutsOf wishes = [&](const Graph&, const Node& node, const std::vector<Layout>& now) {
            LayoutWish wish{std::vector<Layout>(node.inputs.size()), std::vector<Layout>(node.outputs.size())};
            if (node.op->name == "attention" && now[0] == inside) wish.inputs[0] = wish.outputs[0] = inside;
            return wish;
        };
        const Graph graph = parse("  feed %x: f32[2, 3, 4, 5]\n"
                                  "  %1: f32[2, 4, 3, 5] = transpose(%x) {order = [0, 2, 1, 3]}\n"
                                  "  %2: f32[5, 4, 3, 2] = transpose(%x) {order = [3, 2, 1, 0]}\n"
                                  "  %3: f32[2, 4, 3, 5] = attention(%1, %1, %1, _, _)\n"
                                  "  %4: f32[2, 3, 4, 5] = transpose(%3) {order = [0, 2, 1, 3]}\n"
                                  "  output y = %4\n"
                                  "  output z = %2\n");
        const Graph result = assignLayouts(graph, wishes, [](const std::string&) { return nullptr; });
        QVERIFY2(verify(result).empty(), messages(verify(result)).c_str());
        std::string order;
        for (const Node& node : result.nodes)
            order += std::string(node.op->name) + ":" + result.value(node.outputs[0]).layout.tag() + (isView(result, node) ? "* " : " ");
        // Keys and values are wanted row-major: one reorder for both.
        QCOMPARE(QString::fromStdString(order), QString("transpose:acbd* transpose: reorder: attention:acbd transpose:* "));
        const MemoryPlan plan = planMemory(result, std::vector<std::size_t>(result.nodes.size()));
        QVERIFY(plan.places[static_cast<std::size_t>(result.nodes[0].outputs[0])].home == Home::Feed);
    }

    void differentiate()
    {
        const Graph graph = parse("  feed %x: f32[3]\n"
                                  "  parameter %w: f32[3] = zeros\n"
                                  "  parameter %idle: f32[3] = zeros\n"
                                  "  %3: f32[3] = mul(%x, %w)\n"
                                  "  %4: f32[] = sum(%3)\n"
                                  "  output loss = %4\n"
                                  "  output y = %3\n");
        const Result<Graph> result = ds::differentiate(graph, "loss");
        QVERIFY(result.ok() && verify(*result).empty());
        QVERIFY(result->findOutput("grad.w") != noId);
        QVERIFY(result->findOutput("grad.idle") == noId);
        QCOMPARE(QString::fromStdString(ds::differentiate(graph, "y").error().message()),
                 QString("g: the loss must be one number, got f32[3]. Reduce it with mean or sum."));
        QVERIFY(!ds::differentiate(graph, "nothing").ok());
    }
};

QTEST_GUILESS_MAIN(PassesTest)
#include "passes.moc"
