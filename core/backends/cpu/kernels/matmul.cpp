// SPDX-License-Identifier: Apache-2.0
// Matrix products by oneDNN, batched and broadcast, with an optional bias and activation.
#include "core/backends/cpu/dnnl_kernel.h"
#include "core/backends/cpu/packed_linear.h"

namespace ds::cpu {

namespace {

using dnnl::memory;

/// The matrix dimensions swapped by strides, not by moving data.
memory::desc matrixDesc(const Shape& shape, DType dtype, bool transposed, int rank)
{
    Shape dims = shape, strides = rowMajorStrides(shape);
    while (dims.rank() < rank) {
        dims.insert(0, 1);
        strides.insert(0, shape.count());
    }
    if (transposed) {
        std::swap(dims[-1], dims[-2]);
        std::swap(strides[-1], strides[-2]);
    }
    return {dims.vector(), typeOf(dtype), strides.vector()};
}

/// With a plain second factor all leading dimensions of the first are rows of one matrix.
Shape flattened(const Shape& shape) { return {shape.count(0, shape.rank() - 1), shape[-1]}; }

dnnl::algorithm activationOf(const std::string& name)
{
    if (name == "relu") return dnnl::algorithm::eltwise_relu;
    if (name == "gelu") return dnnl::algorithm::eltwise_gelu_erf;
    if (name == "gelu_tanh") return dnnl::algorithm::eltwise_gelu_tanh;
    return dnnl::algorithm::undef;
}

/// Below so many rows oneDNN spends much of its time on packing the weight.
constexpr int64_t fewRows = 512;

std::unique_ptr<Kernel> prepare(const KernelRequest& request)
{
    const bool linear = request.op.name == "linear";
    if (linear && !request.inputs[1].layout.plain()) return preparePackedLinear(request);
    const bool transposeA = !linear && request.attrs.boolean("transpose_a"), transposeB = request.attrs.boolean("transpose_b");
    Shape a = request.in(0).shape, b = request.in(1).shape, y = request.out().shape;
    if (b.rank() == 2 && !transposeA) {
        a = flattened(a);
        y = flattened(y);
    }
    const int rank = std::max(a.rank(), b.rank());
    const DType dtype = request.in(0).dtype, inside = multipliedAs(dtype);
    const memory::desc aDesc = matrixDesc(a, inside, transposeA, rank), bDesc = matrixDesc(b, inside, transposeB, rank),
                       yDesc = matrixDesc(y, multipliedAs(request.out().dtype), false, rank);
    dnnl::primitive_attr attr = userScratchpad();
    if (const auto activation = linear ? activationOf(request.attrs.string("activation")) : dnnl::algorithm::undef;
        activation != dnnl::algorithm::undef) {
        dnnl::post_ops ops;
        ops.append_eltwise(1.0f, activation, 0.0f, 0.0f);
        attr.set_post_ops(ops);
    }
    Shape biasShape = y;
    for (int i = 0; i + 1 < biasShape.rank(); ++i) biasShape[i] = 1;
    const memory::desc biasDesc = plainDesc(biasShape);
    const dnnl::matmul::desc desc = linear ? dnnl::matmul::desc(aDesc, bDesc, biasDesc, yDesc) : dnnl::matmul::desc(aDesc, bDesc, yDesc);
    const dnnl::matmul::primitive_desc pd(desc, attr, engine());
    auto kernel = std::make_unique<DnnlKernel>(dnnl::matmul(pd), pd.impl_info_str());
    kernel->argument(DNNL_ARG_SRC, {Source::Input, 0}, matrixDesc(a, dtype, transposeA, rank), aDesc);
    kernel->argument(DNNL_ARG_WEIGHTS, {Source::Input, 1}, matrixDesc(b, dtype, transposeB, rank), bDesc);
    if (linear) kernel->argument(DNNL_ARG_BIAS, {Source::Input, 2}, biasDesc, biasDesc);
    kernel->argument(DNNL_ARG_DST, {Source::Output, 0}, matrixDesc(y, request.out().dtype, false, rank), yDesc);
    kernel->scratch(DNNL_ARG_SCRATCHPAD, pd.scratchpad_desc());
    return kernel;
}

bool accepts(const KernelRequest& request)
{
    if (request.out().count() == 0 || request.in(0).count() == 0) return false;
    // oneDNN broadcasts a batch dimension of either factor, up to 12 dimensions in all.
    if (request.in(0).dtype == DType::F32) return true;
    // With AMX oneDNN 2.6 runs into undefined instructions where the inner size is 63 (oneDNN issue 1661) and lets NaN leak between rows
    // where it is no multiple of 32 (issue 5717).
    const bool transposeA = request.attrs.has("transpose_a") && request.attrs.boolean("transpose_a");
    const int64_t inner = request.in(0).shape[transposeA ? -2 : -1];
    return request.in(0).dtype == DType::BF16 && computesBf16() && (inner % 32 == 0 || !hasAmx() || !multipliesBf16());
}

LayoutWish wishLinear(const KernelRequest& request)
{
    LayoutWish wish = plainLayouts(request);
    const Shape& x = request.in(0).shape;
    if (request.in(0).dtype == DType::F32 && request.inputs[1].constant && x.count(0, x.rank() - 1) <= fewRows)
        wish.inputs[1] = packedWeight(request.attrs.boolean("transpose_b"));
    return wish;
}

} // namespace

void install_matmul(KernelTable& table)
{
    table["matmul"] = {prepare, accepts};
    table["linear"] = {prepare, accepts, wishLinear};
}

} // namespace ds::cpu
