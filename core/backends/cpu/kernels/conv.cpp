// SPDX-License-Identifier: Apache-2.0
// Convolutions by oneDNN. One-dimensional ones run as such; groups get a dimension of their own in the weights.
#include "core/backends/cpu/dnnl_kernel.h"
#include "core/backends/cpu/half.h"

namespace ds::cpu {

namespace {

using dnnl::algorithm;
using dnnl::memory;
using dnnl::prop_kind;

struct Geometry {
    memory::dims strides, dilates, before, after;
    int64_t groups;
};

memory::dims spatial(const KernelRequest& request, const char* name, int64_t fallback, int rank)
{
    const Ints& given = request.attrs.ints(name);
    return given.empty() ? memory::dims(static_cast<std::size_t>(rank), fallback) : memory::dims(given);
}

Geometry geometry(const KernelRequest& request, int rank)
{
    Geometry g{spatial(request, "stride", 1, rank), spatial(request, "dilation", 1, rank), spatial(request, "pad_before", 0, rank),
               spatial(request, "pad_after", 0, rank), request.attrs.integer("groups")};
    for (int64_t& d : g.dilates) --d; // oneDNN counts the gaps
    return g;
}

/// [O, C/g, k...] as [g, O/g, C/g, k...].
Shape grouped(const Shape& weight, int64_t groups)
{
    if (groups == 1) return weight;
    Shape shape = weight;
    shape[0] /= groups;
    shape.insert(0, groups);
    return shape;
}

Operand groupedOperand(const Operand& weight, int64_t groups)
{
    if (groups == 1) return weight;
    return {{weight.type.dtype, grouped(weight.type.shape, groups)}, {}, true};
}

memory::desc anyOf(const Operand& operand) { return anyDesc(operand.type.shape, multipliedAs(operand.type.dtype)); }

dnnl::primitive_attr activationOf(const KernelRequest& request)
{
    dnnl::primitive_attr attr = userScratchpad();
    if (request.attrs.has("activation") && request.attrs.string("activation") == "relu") {
        dnnl::post_ops ops;
        if (request.has(3)) ops.append_sum(1.0f);
        ops.append_eltwise(1.0f, algorithm::eltwise_relu, 0.0f, 0.0f);
        attr.set_post_ops(ops);
    }
    return attr;
}

dnnl::convolution_forward::primitive_desc forward(const Operand& x, const Operand& weight, const Operand* bias, const Operand& y,
                                                  const Geometry& g, const dnnl::primitive_attr& attr)
{
    const Operand w = groupedOperand(weight, g.groups);
    // forward_training and forward_inference choose the same kernels.
    if (bias)
        return {{prop_kind::forward_training, algorithm::convolution_direct, anyOf(x), anyOf(w), anyOf(*bias), anyOf(y), g.strides,
                 g.dilates, g.before, g.after},
                attr,
                engine()};
    return {
        {prop_kind::forward_training, algorithm::convolution_direct, anyOf(x), anyOf(w), anyOf(y), g.strides, g.dilates, g.before, g.after},
        attr,
        engine()};
}

dnnl::convolution_forward::primitive_desc forwardFor(const KernelRequest& request)
{
    const Geometry g = geometry(request, request.in(0).shape.rank() - 2);
    return forward(request.inputs[0], request.inputs[1], request.has(2) ? &request.inputs[2] : nullptr, request.outputs[0], g,
                   activationOf(request));
}

dnnl::convolution_backward_data::primitive_desc backwardData(const KernelRequest& request)
{
    const Operand &dy = request.inputs[0], &w = request.inputs[1], &dx = request.outputs[0];
    const Geometry g = geometry(request, dy.type.shape.rank() - 2);
    const auto hint = forward(dx, w, nullptr, dy, g, userScratchpad());
    return {
        {algorithm::convolution_direct, anyOf(dx), anyOf(groupedOperand(w, g.groups)), anyOf(dy), g.strides, g.dilates, g.before, g.after},
        userScratchpad(),
        engine(),
        hint};
}

dnnl::convolution_backward_weights::primitive_desc backwardWeights(const KernelRequest& request)
{
    const Operand &x = request.inputs[0], &dy = request.inputs[1], &dw = request.outputs[0];
    const Geometry g = geometry(request, x.type.shape.rank() - 2);
    const Operand weight{{x.type.dtype, dw.type.shape}, {}}; // the gradient itself may be wider
    const auto hint = forward(x, weight, nullptr, dy, g, userScratchpad());
    return {
        {algorithm::convolution_direct, anyOf(x), anyOf(groupedOperand(dw, g.groups)), anyOf(dy), g.strides, g.dilates, g.before, g.after},
        userScratchpad(),
        engine(),
        hint};
}

Layout weightLayout(const memory::desc& desc, int64_t groups) { return groups == 1 ? layoutOf(desc) : Layout{}; }

template <class Pd>
std::unique_ptr<DnnlKernel> kernelFor(const Pd& pd, const dnnl::primitive& primitive)
{
    auto kernel = std::make_unique<DnnlKernel>(primitive, pd.impl_info_str());
    kernel->scratch(DNNL_ARG_SCRATCHPAD, pd.scratchpad_desc());
    return kernel;
}

std::unique_ptr<Kernel> prepareForward(const KernelRequest& request)
{
    const auto pd = forwardFor(request);
    auto kernel = kernelFor(pd, dnnl::convolution_forward(pd));
    const Operand w = groupedOperand(request.inputs[1], request.attrs.integer("groups"));
    kernel->argument(DNNL_ARG_SRC, {Source::Input, 0}, descOf(request.inputs[0]), pd.src_desc());
    kernel->argument(DNNL_ARG_WEIGHTS, {Source::Input, 1}, descOf(w), pd.weights_desc());
    if (request.has(2)) kernel->argument(DNNL_ARG_BIAS, {Source::Input, 2}, descOf(request.inputs[2]), pd.bias_desc());
    kernel->argument(DNNL_ARG_DST, {Source::Output, 0}, descOf(request.outputs[0]), pd.dst_desc());
    if (request.has(3)) kernel->preload(DNNL_ARG_DST, {Source::Input, 3}, descOf(request.inputs[3]));
    return kernel;
}

LayoutWish wishForward(const KernelRequest& request)
{
    const auto pd = forwardFor(request);
    LayoutWish wish = plainLayouts(request);
    wish.inputs[0] = layoutOf(pd.src_desc());
    wish.inputs[1] = weightLayout(pd.weights_desc(), request.attrs.integer("groups"));
    wish.outputs[0] = layoutOf(pd.dst_desc());
    if (request.has(3)) wish.inputs[3] = wish.outputs[0];
    return wish;
}

std::unique_ptr<Kernel> prepareData(const KernelRequest& request)
{
    const auto pd = backwardData(request);
    auto kernel = kernelFor(pd, dnnl::convolution_backward_data(pd));
    const Operand w = groupedOperand(request.inputs[1], request.attrs.integer("groups"));
    kernel->argument(DNNL_ARG_DIFF_DST, {Source::Input, 0}, descOf(request.inputs[0]), pd.diff_dst_desc());
    kernel->argument(DNNL_ARG_WEIGHTS, {Source::Input, 1}, descOf(w), pd.weights_desc());
    kernel->argument(DNNL_ARG_DIFF_SRC, {Source::Output, 0}, descOf(request.outputs[0]), pd.diff_src_desc());
    return kernel;
}

LayoutWish wishData(const KernelRequest& request)
{
    const auto pd = backwardData(request);
    LayoutWish wish = plainLayouts(request);
    wish.inputs[0] = layoutOf(pd.diff_dst_desc());
    // The weights stay as the forward direction keeps them (in groups: row-major); the kernel reorders its own copy.
    if (request.attrs.integer("groups") == 1) wish.inputs[1] = request.inputs[1].layout;
    wish.outputs[0] = layoutOf(pd.diff_src_desc());
    return wish;
}

std::unique_ptr<Kernel> prepareWeights(const KernelRequest& request)
{
    const auto pd = backwardWeights(request);
    auto kernel = kernelFor(pd, dnnl::convolution_backward_weights(pd));
    const Operand dw = groupedOperand(request.outputs[0], request.attrs.integer("groups"));
    kernel->argument(DNNL_ARG_SRC, {Source::Input, 0}, descOf(request.inputs[0]), pd.src_desc());
    kernel->argument(DNNL_ARG_DIFF_DST, {Source::Input, 1}, descOf(request.inputs[1]), pd.diff_dst_desc());
    kernel->argument(DNNL_ARG_DIFF_WEIGHTS, {Source::Output, 0}, descOf(dw), pd.diff_weights_desc());
    return kernel;
}

LayoutWish wishWeights(const KernelRequest& request)
{
    const auto pd = backwardWeights(request);
    LayoutWish wish = plainLayouts(request);
    wish.inputs[0] = layoutOf(pd.src_desc());
    wish.inputs[1] = layoutOf(pd.diff_dst_desc());
    wish.outputs[0] = weightLayout(pd.diff_weights_desc(), request.attrs.integer("groups"));
    return wish;
}

/// Where oneDNN 2.6 computes nonsense in bf16: kernels of height 1 that stride over rows (fixed in 2.7.4). Gradients of weights read memory
/// that nobody wrote where an image is narrower than the stride over its columns, and where a volume is padded and strided in depth.
bool isWrongInBf16(const KernelRequest& request)
{
    const bool forward = request.op.name == "conv" || request.op.name == "conv_activation";
    const Shape& image = request.op.name == "conv_input_grad" ? request.out().shape : request.in(0).shape;
    const Shape& weight = request.op.name == "conv_weight_grad" ? request.out().shape : request.in(1).shape;
    const int rank = image.rank() - 2;
    const memory::dims strides = spatial(request, "stride", 1, rank);
    if (forward && rank >= 2 && weight[-2] == 1 && weight[-1] > 1 && strides[strides.size() - 2] > 1) return true;
    if (rank == 3 && strides.front() > 1 &&
        spatial(request, "pad_before", 0, rank).front() + spatial(request, "pad_after", 0, rank).front() > 0)
        return true;
    return image[-1] < strides.back();
}

/// oneDNN refuses empty tensors; negative padding (cropping) appears in second derivatives.
bool accepts(const KernelRequest& request)
{
    const DType dtype = request.in(0).dtype;
    if (!isComputed(dtype) || (dtype == DType::BF16 && (!computesBf16() || (multipliesBf16() && isWrongInBf16(request))))) return false;
    for (const Operand& operand : request.inputs)
        if (operand.present && operand.type.count() == 0) return false;
    for (const char* name : {"pad_before", "pad_after"})
        for (int64_t pad : request.attrs.ints(name))
            if (pad < 0) return false;
    return request.out().count() > 0;
}

} // namespace

void install_conv(KernelTable& table)
{
    table["conv"] = {prepareForward, accepts, wishForward};
    table["conv_activation"] = {prepareForward, accepts, wishForward};
    table["conv_input_grad"] = {prepareData, accepts, wishData};
    table["conv_weight_grad"] = {prepareWeights, accepts, wishWeights};
}

} // namespace ds::cpu
