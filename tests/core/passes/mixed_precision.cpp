// SPDX-License-Identifier: Apache-2.0
// Mixed precision by the text of a graph before and after.
#include "core/passes/mixed_precision.h"

#include <QtTest>

#include "core/graph/op_spec.h"
#include "tests/support/graph_text.h"

using namespace ds;
using test::expected;
using test::parse;
using test::text;

namespace {

bool all(const OpSpec&, const Attrs&, const std::vector<const TensorType*>&, const std::vector<TensorType>&) { return true; }

Graph mixed(const Graph& graph, const HasKernel& hasKernel = all) { return mixedPrecision(graph, DType::BF16, hasKernel); }

} // namespace

class MixedPrecisionTest : public QObject {
    Q_OBJECT

private slots:
    /// What lies between products stays narrow, biases stay wide, and what only f32 ops read of a product is f32 at once.
    void betweenProducts()
    {
        const Graph graph = parse("  feed %x: f32[2, 4]\n"
                                  "  parameter %w: f32[4, 4] = zeros\n"
                                  "  parameter %b: f32[4] = zeros\n"
                                  "  %3: f32[2, 4] = linear(%x, %w, %b)\n"
                                  "  %4: f32[2, 4] = gelu(%3)\n"
                                  "  %5: f32[2, 4] = matmul(%4, %w)\n"
                                  "  %6: f32[2, 4] = exp(%5)\n"
                                  "  output y = %6\n");
        QCOMPARE(text(mixed(graph)), expected("  feed %x: f32[2, 4]\n"
                                              "  parameter %w: f32[4, 4] = zeros\n"
                                              "  parameter %b: f32[4] = zeros\n"
                                              "  %3: bf16[2, 4] = cast(%x) {dtype = \"bf16\"}\n"
                                              "  %4: bf16[4, 4] = cast(%w) {dtype = \"bf16\"}\n"
                                              "  %5: bf16[2, 4] = linear(%3, %4, %b)\n"
                                              "  %6: bf16[2, 4] = gelu(%5)\n"
                                              "  %7: f32[2, 4] = matmul(%6, %4) {wide = true}\n"
                                              "  %8: f32[2, 4] = exp(%7)\n"
                                              "  output y = %8\n"));
    }

    /// An f32 operand joins what is needed narrow further on (a residual), but nothing becomes narrow that only updates read.
    void followers()
    {
        const Graph graph = parse("  feed %x: f32[2, 4]\n"
                                  "  state %sum: f32[2, 4]\n"
                                  "  %2: f32[2, 4] = relu(%x)\n"
                                  "  %3: f32[2, 2] = matmul(%2, %2) {transpose_b = true}\n"
                                  "  %4: f32[2, 4] = matmul(%3, %2)\n"
                                  "  %5: f32[2, 4] = add(%x, %4)\n"
                                  "  %6: f32[2, 2] = matmul(%5, %2) {transpose_b = true}\n"
                                  "  %7: f32[2, 4] = add(%sum, %5)\n"
                                  "  output y = %6\n"
                                  "  update %sum = %7\n");
        QCOMPARE(text(mixed(graph)), expected("  feed %x: f32[2, 4]\n"
                                              "  state %sum: f32[2, 4]\n"
                                              "  %2: f32[2, 4] = relu(%x)\n"
                                              "  %3: bf16[2, 4] = cast(%2) {dtype = \"bf16\"}\n"
                                              "  %4: bf16[2, 2] = matmul(%3, %3) {transpose_b = true}\n"
                                              "  %5: bf16[2, 4] = matmul(%4, %3)\n"
                                              "  %6: bf16[2, 4] = cast(%x) {dtype = \"bf16\"}\n"
                                              "  %7: bf16[2, 4] = add(%6, %5)\n"
                                              "  %8: f32[2, 2] = matmul(%7, %3) {transpose_b = true, wide = true}\n"
                                              "  %9: f32[2, 4] = cast(%7)\n"
                                              "  %10: f32[2, 4] = add(%sum, %9)\n"
                                              "  output y = %8\n"
                                              "  update %sum = %10\n"));
    }

    void withoutKernels()
    {
        const Graph graph = parse("  feed %x: f32[2, 4]\n"
                                  "  %1: f32[2, 2] = matmul(%x, %x) {transpose_b = true}\n"
                                  "  %2: f32[2, 4] = matmul(%1, %x)\n"
                                  "  output y = %2\n");
        const auto none = [](const OpSpec&, const Attrs&, const std::vector<const TensorType*>&, const std::vector<TensorType>&) {
            return false;
        };
        QCOMPARE(text(mixed(graph, none)), text(graph));
        // One kernel is missing: its operands become f32 again.
        const auto some = [](const OpSpec&, const Attrs&, const std::vector<const TensorType*>&, const std::vector<TensorType>& outputs) {
            return outputs.front().shape == Shape{2, 2};
        };
        QCOMPARE(text(mixed(graph, some)), expected("  feed %x: f32[2, 4]\n"
                                                    "  %1: bf16[2, 4] = cast(%x) {dtype = \"bf16\"}\n"
                                                    "  %2: bf16[2, 2] = matmul(%1, %1) {transpose_b = true}\n"
                                                    "  %3: f32[2, 2] = cast(%2)\n"
                                                    "  %4: f32[2, 4] = matmul(%3, %x)\n"
                                                    "  output y = %4\n"));
    }

    /// Statistics and what they normalise with stay f32.
    void normalisation()
    {
        const Graph graph = parse("  feed %x: f32[2, 4]\n"
                                  "  parameter %w: f32[4, 4] = zeros\n"
                                  "  parameter %scale: f32[4] = ones\n"
                                  "  state %mean: f32[4]\n"
                                  "  %4: f32[2, 4] = matmul(%x, %w)\n"
                                  "  %5: f32[2, 4], %6: f32[4], %7: f32[4] = batch_norm(%4, %scale, %scale)\n"
                                  "  %8: f32[2, 4] = matmul(%5, %w)\n"
                                  "  output y = %8\n"
                                  "  update %mean = %6\n");
        const Graph result = mixed(graph);
        QVERIFY(verify(result).empty());
        const Node& norm = result.nodes[3];
        QCOMPARE(norm.op->name, std::string_view("batch_norm"));
        QCOMPARE(result.type(norm.inputs[0]).dtype, DType::BF16);
        QCOMPARE(result.type(norm.inputs[1]).dtype, DType::F32);
        QCOMPARE(result.type(norm.outputs[0]).dtype, DType::BF16);
        QCOMPARE(result.type(norm.outputs[1]).dtype, DType::F32);
        QCOMPARE(result.updates[0].value, norm.outputs[1]);
    }
};

QTEST_GUILESS_MAIN(MixedPrecisionTest)
#include "mixed_precision.moc"
