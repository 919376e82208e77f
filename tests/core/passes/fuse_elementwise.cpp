// SPDX-License-Identifier: Apache-2.0
#include "core/passes/fuse_elementwise.h"

#include <QtTest>

#include "tests/support/graph_text.h"

using namespace ds;
using test::expected;
using test::parse;
using test::text;

class FuseElementwiseTest : public QObject {
    Q_OBJECT

    static QString fused(const std::string& body)
    {
        return text(fuseElementwise(parse(body), [](const Graph&, const Node& node) { return node.op->name != "atan2"; }));
    }
    static void stays(const std::string& body) { QCOMPARE(fused(body), text(parse(body))); }

private slots:
    void chain()
    {
        QCOMPARE(fused("  feed %x: f32[2, 3]\n"
                       "  feed %s: f32[]\n"
                       "  %2: f32[2, 3] = mul(%x, %s)\n"
                       "  %3: f32[2, 3] = leaky_relu(%2) {slope = 0.1}\n"
                       "  %4: f32[2, 3] = add(%3, %x) @last\n"
                       "  output y = %4\n"),
                 expected("  feed %x: f32[2, 3]\n"
                          "  feed %s: f32[]\n"
                          "  %2: f32[2, 3] = elementwise(%x, %s) {stages = [\"mul 0 1\", \"leaky_relu 2 slope=0.1\", \"add 3 0\"]} @last\n"
                          "  output y = %2\n"));
    }

    /// Both branches come together again; the operand that dies stands first, since the result may take its place.
    void branches()
    {
        QCOMPARE(fused("  feed %x: f32[8]\n"
                       "  %1: f32[8] = atan2(%x, %x)\n"
                       "  %2: f32[8] = sigmoid(%x)\n"
                       "  %3: f32[8] = exp(%2)\n"
                       "  %4: f32[8] = mul(%2, %1)\n"
                       "  %5: f32[8] = sub(%3, %4)\n"
                       "  output y = %5\n"),
                 expected("  feed %x: f32[8]\n"
                          "  %1: f32[8] = atan2(%x, %x)\n"
                          "  %2: f32[8] = elementwise(%1, %x) {stages = [\"sigmoid 1\", \"exp 2\", \"mul 2 0\", \"sub 3 4\"]}\n"
                          "  output y = %2\n"));
    }

    /// The result may be written over the first operand only, and so it is over the state that it becomes.
    void theStateComesFirst()
    {
        QCOMPARE(fused("  feed %x: f32[8]\n"
                       "  state %s: f32[8]\n"
                       "  %2: f32[8] = mul(%x, %x)\n"
                       "  %3: f32[8] = add(%2, %s)\n"
                       "  update %s = %3\n"),
                 expected("  feed %x: f32[8]\n"
                          "  state %s: f32[8]\n"
                          "  %2: f32[8] = elementwise(%s, %x) {stages = [\"mul 1 1\", \"add 2 0\"]}\n"
                          "  update %s = %2\n"));
    }

    void whatOthersReadStays()
    {
        stays("  feed %x: f32[8]\n"
              "  %1: f32[8] = exp(%x)\n"
              "  %2: f32[8] = neg(%1)\n"
              "  output y = %2\n"
              "  output between = %1\n");
        stays("  feed %x: f32[8]\n"
              "  state %s: f32[8]\n"
              "  %2: f32[8] = exp(%x)\n"
              "  %3: f32[8] = neg(%2)\n"
              "  output y = %3\n"
              "  update %s = %2\n");
        stays("  feed %x: f32[8]\n"
              "  %1: f32[8] = exp(%x)\n"
              "  %2: f32[8] = neg(%1)\n"
              "  %3: f32[] = sum(%1)\n"
              "  output y = %2\n"
              "  output z = %3\n");
    }

    void onlyOneTypeAndSize()
    {
        stays("  feed %x: f32[2, 3]\n" // a row for all
              "  feed %r: f32[3]\n"
              "  %2: f32[2, 3] = exp(%x)\n"
              "  %3: f32[2, 3] = add(%2, %r)\n"
              "  output y = %3\n");
        stays("  feed %x: f32[]\n" // single numbers
              "  %1: f32[] = exp(%x)\n"
              "  %2: f32[] = neg(%1)\n"
              "  output y = %2\n");
        stays("  feed %x: f32[4]\n"
              "  %1: f32[4] = exp(%x)\n"
              "  %2: bool[4] = less(%1, %x)\n"
              "  output y = %2\n");
        stays("  feed %x: f32[4]\n" // no kernel
              "  %1: f32[4] = exp(%x)\n"
              "  %2: f32[4] = atan2(%1, %x)\n"
              "  output y = %2\n");
    }

    /// What the backward direction reads is not computed there from what would have to be kept for it.
    void lossParts()
    {
        stays("  feed %x: f32[4]\n"
              "  %1: f32[4] = tanh(%x)\n"
              "  %2: f32[] = sum(%x)\n"
              "  %3: f32[4] = square(%1)\n"
              "  output loss = %2\n"
              "  output y = %3\n");
    }

    /// The product would keep two operands alive over the matrix product instead of one result.
    void keepsNoMoreThanBefore()
    {
        const std::string begin = "  feed %x: f32[4, 4]\n"
                                  "  %1: f32[4, 4] = atan2(%x, %x)\n"
                                  "  %2: f32[4, 4] = atan2(%1, %x)\n",
                          end = "  output y = %5\n";
        const std::string far = begin +
                                "  %3: f32[4, 4] = mul(%1, %2)\n"
                                "  %4: f32[4, 4] = matmul(%x, %x)\n"
                                "  %5: f32[4, 4] = add(%3, %4)\n" +
                                end;
        stays(far);
        const QString near = fused(begin +
                                   "  %3: f32[4, 4] = matmul(%x, %x)\n"
                                   "  %4: f32[4, 4] = mul(%1, %2)\n"
                                   "  %5: f32[4, 4] = add(%3, %4)\n" +
                                   end);
        QVERIFY2(near.contains("%4: f32[4, 4] = elementwise(%1, %2, %3) {stages = [\"mul 0 1\", \"add 2 3\"]}\n"), qPrintable(near));
    }
};

QTEST_APPLESS_MAIN(FuseElementwiseTest)
#include "fuse_elementwise.moc"
