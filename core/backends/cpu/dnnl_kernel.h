// SPDX-License-Identifier: Apache-2.0
// The bridge to oneDNN 2.6: descriptors from operands, layouts from descriptors, primitives prepared once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <dnnl.hpp>

#include "core/backends/cpu/kernel.h"

namespace ds::cpu {

dnnl::engine& engine();

/// Whether oneDNN has kernels for bf16 on this CPU (AVX-512).
bool computesBf16();
/// Whether it uses AMX.
bool hasAmx();
/// Whether they are worth using: with AMX, and on AMD's CPUs with instructions for bf16 (from Zen 4 on), which do twice the work of those
/// for f32 in the same time. Intel's without AMX do 0.6 times the work (measured on Sapphire Rapids): there bf16 is only how operands lie
/// in memory. By kind of CPU and not by a measurement, so that a run that is gone on with has the same bits. For tests, DEEPSEEK_BF16=native
/// uses them in any case, any other value never.
bool multipliesBf16();
/// The type that products and convolutions multiply in, for operands of a type.
DType multipliedAs(DType dtype);

dnnl::memory::dims dimsOf(const Shape& shape);
dnnl::memory::data_type typeOf(DType dtype);
/// As the operand lies in memory.
dnnl::memory::desc descOf(const Operand& operand);
/// Whether oneDNN has a name for the layout.
bool isKnown(const Layout& layout);
dnnl::memory::desc plainDesc(const Shape& shape, DType dtype = DType::F32);
/// Any layout: the primitive chooses.
dnnl::memory::desc anyDesc(const Shape& shape, DType dtype = DType::F32);
/// The layout of a descriptor as our tag; row-major where it has none, or one that would need padding.
Layout layoutOf(const dnnl::memory::desc& desc);

/// Where an argument of a primitive comes from.
struct Source {
    enum Kind { Input, Output, Scratch } kind;
    int index = 0; ///< of the input or output
};

/// One primitive, with reorders around it where an operand lies in another layout than the primitive wants.
class DnnlKernel : public Kernel {
public:
    DnnlKernel(const dnnl::primitive& primitive, std::string description);

    /// The operand lies as `have`; the primitive wants `want`.
    void argument(int arg, Source source, const dnnl::memory::desc& have, const dnnl::memory::desc& want);
    /// An argument added before holds the operand when the primitive starts: what a post-op `sum` adds to. Nothing is copied if both
    /// lie at the same place.
    void preload(int arg, Source source, const dnnl::memory::desc& have);
    /// Scratch memory of the primitive's own (scratchpad, workspace).
    void scratch(int arg, const dnnl::memory::desc& desc);

    void run(const KernelArgs& args) override;
    std::size_t workspaceBytes() const override { return m_workspace; }
    std::string describe() const override;

private:
    struct Bound {
        Source source;
        std::size_t offset; // of scratch memory
        dnnl::memory memory;
        const void* now = nullptr;
    };
    struct Call {
        dnnl::primitive primitive;
        std::vector<dnnl_exec_arg_t> args;
        std::size_t from = 0, to = 0; // of m_bound: left out if they lie at the same place; both 0: never
    };
    std::size_t bind(Source source, const dnnl::memory::desc& desc);
    std::size_t reserve(std::size_t bytes);
    /// From one of m_bound to another.
    Call reorder(std::size_t from, std::size_t to);

    Call m_main;
    std::vector<Call> m_before, m_after;
    std::vector<Bound> m_bound;
    std::size_t m_workspace = 0;
    std::string m_description;
    int m_reorders = 0;
};

/// Attributes with the scratchpad in our hands, so that a step allocates nothing.
dnnl::primitive_attr userScratchpad();

} // namespace ds::cpu
