// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/cpu.h"

#include <sched.h>

#include <vector>

#include "core/backends/cpu/dnnl_kernel.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/simd/simd.h"
#include "core/backends/host_backend.h"
#include "core/backends/reference/reference.h"

#ifdef _OPENMP
#include <omp.h>
#endif

namespace ds {

namespace cpu {
#define DS_KERNEL(file) void install_##file(KernelTable& table);
#include "cpu_kernels.inc"
#undef DS_KERNEL
} // namespace cpu

namespace {

/// Ops that have no kernel of their own here run on the reference loops, if they have some there: rare ones, whose time does
/// not matter, need no second implementation. `show --plan` names them.
class CpuBackend : public HostBackend {
public:
    CpuBackend() : m_reference(createReferenceBackend())
    {
#define DS_KERNEL(file) cpu::install_##file(m_table);
#include "cpu_kernels.inc"
#undef DS_KERNEL
    }

    std::string name() const override { return "cpu"; }

    bool supports(const KernelRequest& request) const override { return own(request) || m_reference->supports(request); }

    bool native(const KernelRequest& request) const override { return own(request) != nullptr; }
    Status canCompute(DType dtype) const override
    {
        if (dtype == DType::F32 || (dtype == DType::BF16 && cpu::computesBf16())) return {};
        if (dtype == DType::BF16)
            return Error{phrase("Training", "this CPU has neither AMX nor AVX-512, without which %1 is slower than f32").with({"bf16"}), "",
                         phrase("Training", "Use f32.")};
        return Error{phrase("Training", "the CPU has no kernels for %1").with({std::string(dtypeName(dtype))}), "",
                     phrase("Training", "Use f32, or bf16 where the CPU has AMX or AVX-512.")};
    }

    std::unique_ptr<Kernel> prepare(const KernelRequest& request) override
    {
        const cpu::KernelFactory* factory = own(request);
        return factory ? factory->prepare(request) : m_reference->prepare(request);
    }

    LayoutWish layouts(const KernelRequest& request) const override
    {
        const cpu::KernelFactory* factory = own(request);
        return factory && factory->layouts ? factory->layouts(request) : cpu::plainLayouts(request);
    }

private:
    const cpu::KernelFactory* own(const KernelRequest& request) const
    {
        const auto at = m_table.find(request.op.name);
        if (at == m_table.end()) return nullptr;
        return !at->second.accepts || at->second.accepts(request) ? &at->second : nullptr;
    }

    cpu::KernelTable m_table;
    std::unique_ptr<Backend> m_reference;
};

[[maybe_unused]] std::vector<int> allowedCores()
{
    cpu_set_t set;
    std::vector<int> cores;
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        for (int core = 0; core < CPU_SETSIZE; ++core)
            if (CPU_ISSET(core, &set)) cores.push_back(core);
    if (cores.empty()) cores.push_back(0);
    return cores;
}

} // namespace

std::unique_ptr<Backend> createCpuBackend() { return std::make_unique<CpuBackend>(); }

SingleCpuThread::SingleCpuThread() : m_before(cpuThreads())
{
#ifdef _OPENMP
    omp_set_num_threads(1);
#endif
}

SingleCpuThread::~SingleCpuThread()
{
#ifdef _OPENMP
    omp_set_num_threads(m_before);
#endif
}

void setCpuThreads([[maybe_unused]] int threads)
{
#ifdef _OPENMP
    static const std::vector<int> cores = allowedCores();
    omp_set_dynamic(0);
    omp_set_num_threads(threads > 0 ? threads : static_cast<int>(cores.size()));
    if (static_cast<std::size_t>(omp_get_max_threads()) > cores.size()) return; // more threads than cores: let the system share
        // Thread 0 is the caller, who also does other work: it stays free to move among the allowed cores.
#pragma omp parallel
    {
        const auto thread = static_cast<std::size_t>(omp_get_thread_num());
        if (thread > 0) {
            cpu_set_t set;
            CPU_ZERO(&set);
            CPU_SET(cores[thread], &set);
            sched_setaffinity(0, sizeof set, &set);
        }
    }
#endif
}

int cpuThreads()
{
#ifdef _OPENMP
    return omp_get_max_threads();
#else
    return 1;
#endif
}

std::string cpuVectorLevel() { return cpu::simd::functions().name; }

} // namespace ds
