// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string_view>

#include "core/backends/backend.h"

namespace ds::cpu {

/// How the cpu backend runs one op.
struct KernelFactory {
    std::unique_ptr<Kernel> (*prepare)(const KernelRequest&);
    /// Null: f32 for all floating operands.
    bool (*accepts)(const KernelRequest&) = nullptr;
    /// Null: everything row-major.
    LayoutWish (*layouts)(const KernelRequest&) = nullptr;
};

/// By the name of the op. Each file in kernels/ fills its own part in `install_FILE(table)`.
using KernelTable = std::map<std::string_view, KernelFactory>;

/// A kernel made of a function object that takes KernelArgs.
template <class Run>
class LambdaKernel : public Kernel {
public:
    LambdaKernel(Run run, const char* name, std::size_t workspace) : m_run(std::move(run)), m_name(name), m_workspace(workspace) {}
    void run(const KernelArgs& args) override { m_run(args); }
    std::size_t workspaceBytes() const override { return m_workspace; }
    std::string describe() const override { return m_name; }

private:
    Run m_run;
    const char* m_name;
    std::size_t m_workspace;
};

template <class Run>
std::unique_ptr<Kernel> makeKernel(Run run, const char* name, std::size_t workspace = 0)
{
    return std::make_unique<LambdaKernel<Run>>(std::move(run), name, workspace);
}

inline LayoutWish plainLayouts(const KernelRequest& request)
{
    return {std::vector<Layout>(request.inputs.size()), std::vector<Layout>(request.outputs.size())};
}

/// Elements that an operand holds in memory, padding included.
inline int64_t storedCount(const Operand& operand) { return ds::storedCount(operand.layout, operand.type.shape); }

} // namespace ds::cpu
