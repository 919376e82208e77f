// SPDX-License-Identifier: Apache-2.0
#include "tests/support/request.h"

#include <cstring>

#include "core/graph/builder.h"

namespace ds::test {

SampleRequest::SampleRequest(const OpSpec& op, const std::vector<Tensor>& inputs, const Attrs& attrs)
    : m_attrs(attrs), m_request{op, m_attrs, {}, {}}
{
    std::vector<const TensorType*> types;
    for (const Tensor& input : inputs) {
        types.push_back(input.defined() ? &input.type() : nullptr);
        m_request.inputs.push_back({input.type(), {}, input.defined()});
    }
    const Inferred inferred = inferTypes(op, types, m_attrs);
    if (!inferred) m_error = inferred.error().message();
    else
        for (const TensorType& type : *inferred) m_request.outputs.push_back({type, {}, true});
}

namespace {

/// Memory for an operand in its layout, full of what no kernel may leave.
Tensor stored(const Operand& operand)
{
    Tensor memory(TensorType{operand.type.dtype, {storedCount(operand.layout, operand.type.shape)}});
    std::memset(memory.raw(), 0xFF, memory.bytes());
    return memory;
}

} // namespace

Evaluation evaluateBlocked(const OpSpec& op, const std::vector<Tensor>& inputs, const Attrs& attrs, Backend& backend, const Layout& images,
                           const StepContext& step)
{
    const SampleRequest sample(op, inputs, attrs);
    if (!sample.error().empty()) return {{}, sample.error()};
    KernelRequest request = sample.request();
    for (Operand& operand : request.inputs)
        if (operand.present && operand.type.shape.rank() == 4) operand.layout = images;
    const LayoutWish wish = backend.layouts(request);
    for (std::size_t i = 0; i < request.inputs.size(); ++i) request.inputs[i].layout = wish.inputs[i];
    for (std::size_t i = 0; i < request.outputs.size(); ++i) request.outputs[i].layout = wish.outputs[i];
    const std::unique_ptr<Kernel> kernel = backend.prepare(request);
    if (!kernel) return {{}, "there is no kernel"};
    std::vector<Tensor> in, out;
    std::vector<const void*> from;
    std::vector<void*> to;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        in.push_back(inputs[i].defined() ? stored(request.inputs[i]) : Tensor{});
        from.push_back(in.back().defined() ? in.back().raw() : nullptr);
        if (in.back().defined())
            relayout(inputs[i].dtype(), inputs[i].shape(), {}, inputs[i].contiguous().raw(), request.inputs[i].layout, in.back().raw());
    }
    for (const Operand& operand : request.outputs) {
        out.push_back(stored(operand));
        to.push_back(out.back().raw());
    }
    Tensor workspace(TensorType{DType::U8, {static_cast<int64_t>(kernel->workspaceBytes())}});
    std::memset(workspace.raw(), 0xFF, workspace.bytes());
    kernel->run({from.data(), to.data(), workspace.raw(), &step, nullptr});
    Evaluation result;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Operand& operand = request.outputs[i];
        result.outputs.emplace_back(operand.type);
        relayout(operand.type.dtype, operand.type.shape, operand.layout, out[i].raw(), {}, result.outputs.back().raw());
    }
    return result;
}

} // namespace ds::test
