// SPDX-License-Identifier: Apache-2.0
#include "core/backends/reference/reference.h"

#include "core/backends/host_backend.h"
#include "core/backends/reference/kernel.h"

namespace ds {

namespace reference {
#define DS_KERNEL(file) void install_##file(KernelTable& table);
#include "reference_kernels.inc"
#undef DS_KERNEL
} // namespace reference

namespace {

class ReferenceKernel : public Kernel {
public:
    ReferenceKernel(const KernelRequest& request, reference::Function function)
        : m_attrs(request.attrs), m_inputs(request.inputs), m_outputs(request.outputs),
          m_function(function), m_call{m_attrs, std::vector<reference::Array>(m_inputs.size()),
                                       std::vector<reference::Array>(m_outputs.size()), m_step}
    {
    }

    void run(const KernelArgs& args) override
    {
        m_step = *args.step;
        for (std::size_t i = 0; i < m_inputs.size(); ++i)
            m_call.inputs[i] = reference::Array(m_inputs[i].type, const_cast<void*>(args.inputs[i]));
        for (std::size_t i = 0; i < m_outputs.size(); ++i) m_call.outputs[i] = reference::Array(m_outputs[i].type, args.outputs[i]);
        m_function(m_call);
    }
    std::string describe() const override { return "reference"; }

private:
    Attrs m_attrs;
    std::vector<Operand> m_inputs, m_outputs;
    reference::Function m_function;
    StepContext m_step;
    reference::Call m_call; // refers to m_attrs and m_step
};

class ReferenceBackend : public HostBackend {
public:
    ReferenceBackend()
    {
#define DS_KERNEL(file) reference::install_##file(m_table);
#include "reference_kernels.inc"
#undef DS_KERNEL
    }

    std::string name() const override { return "reference"; }
    bool supports(const KernelRequest& request) const override { return m_table.count(request.op.name) > 0; }
    std::unique_ptr<Kernel> prepare(const KernelRequest& request) override
    {
        const auto at = m_table.find(request.op.name);
        return at == m_table.end() ? nullptr : std::make_unique<ReferenceKernel>(request, at->second);
    }
    LayoutWish layouts(const KernelRequest& request) const override
    {
        return {std::vector<Layout>(request.inputs.size()), std::vector<Layout>(request.outputs.size())};
    }

private:
    reference::KernelTable m_table;
};

} // namespace

std::unique_ptr<Backend> createReferenceBackend() { return std::make_unique<ReferenceBackend>(); }

} // namespace ds
