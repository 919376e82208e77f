// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/dnnl_kernel.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <cstring>
#include <map>

#include <dnnl_debug.h>

namespace ds::cpu {

namespace {

/// Format tags by their names, from oneDNN itself.
const std::map<std::string, dnnl_format_tag_t>& formatTags()
{
    static const std::map<std::string, dnnl_format_tag_t> tags = [] {
        std::map<std::string, dnnl_format_tag_t> map;
        for (int tag = dnnl_format_tag_any + 1; tag < dnnl_format_tag_last; ++tag) {
            const char* name = dnnl_fmt_tag2str(static_cast<dnnl_format_tag_t>(tag));
            if (name && std::strncmp(name, "unknown", 7) != 0) map.emplace(name, static_cast<dnnl_format_tag_t>(tag));
        }
        return map;
    }();
    return tags;
}

std::size_t rankOfTag(const std::string& tag)
{
    std::size_t letters = 0;
    while (letters < tag.size() && std::isalpha(static_cast<unsigned char>(tag[letters]))) ++letters;
    return letters;
}

void check(dnnl_status_t status, const char* what)
{
    if (status != dnnl_success)
        throw RunError({phrase("Graph", "oneDNN refused %1, status %2").with({what, std::to_string(status)}), "", ""});
}

const dnnl::stream& stream()
{
    static const dnnl::stream instance(engine());
    return instance;
}

} // namespace

dnnl::engine& engine()
{
    static dnnl::engine instance(dnnl::engine::kind::cpu, 0);
    return instance;
}

bool computesBf16()
{
    static const bool can = [] {
        const auto isa = dnnl::get_effective_cpu_isa();
        return isa == dnnl::cpu_isa::avx512_core || isa == dnnl::cpu_isa::avx512_core_vnni || isa == dnnl::cpu_isa::avx512_core_bf16 ||
               isa == dnnl::cpu_isa::avx512_core_amx;
    }();
    return can;
}

bool hasAmx()
{
    static const bool has = dnnl::get_effective_cpu_isa() == dnnl::cpu_isa::avx512_core_amx;
    return has;
}

bool multipliesBf16()
{
    static const bool does = [] {
        if (const char* wish = std::getenv("DEEPSEEK_BF16")) return std::strcmp(wish, "native") == 0;
        return hasAmx() || (dnnl::get_effective_cpu_isa() == dnnl::cpu_isa::avx512_core_bf16 && __builtin_cpu_is("amd"));
    }();
    return does;
}

DType multipliedAs(DType dtype) { return dtype == DType::BF16 && !multipliesBf16() ? DType::F32 : dtype; }

dnnl::memory::dims dimsOf(const Shape& shape) { return shape.rank() == 0 ? dnnl::memory::dims{1} : shape.vector(); }

dnnl::memory::data_type typeOf(DType dtype)
{
    using T = dnnl::memory::data_type;
    switch (dtype) {
    case DType::F32: return T::f32;
    case DType::BF16: return T::bf16;
    case DType::I32: return T::s32;
    case DType::U8: return T::u8;
    default: return T::undef;
    }
}

dnnl::memory::desc plainDesc(const Shape& shape, DType dtype)
{
    const Shape strides = rowMajorStrides(shape);
    return {dimsOf(shape), typeOf(dtype), dimsOf(strides)};
}

dnnl::memory::desc anyDesc(const Shape& shape, DType dtype) { return {dimsOf(shape), typeOf(dtype), dnnl::memory::format_tag::any}; }

bool isKnown(const Layout& layout) { return layout.plain() || formatTags().count(layout.tag()) > 0; }

dnnl::memory::desc descOf(const Operand& operand)
{
    if (operand.layout.plain()) return plainDesc(operand.type.shape, operand.type.dtype);
    const auto tag = formatTags().find(operand.layout.tag());
    assert(tag != formatTags().end());
    return {dimsOf(operand.type.shape), typeOf(operand.type.dtype), static_cast<dnnl::memory::format_tag>(tag->second)};
}

Layout layoutOf(const dnnl::memory::desc& desc)
{
    const dnnl_memory_desc_t& data = desc.data;
    if (data.format_kind != dnnl_blocked) return {};
    for (int i = 0; i < data.ndims; ++i)
        if (data.dims[i] != data.padded_dims[i]) return {};
    const Shape shape(data.dims, data.ndims);
    const auto type = static_cast<dnnl::memory::data_type>(data.data_type);
    if (desc == dnnl::memory::desc(dimsOf(shape), type, dimsOf(rowMajorStrides(shape)))) return {};
    for (const auto& [name, tag] : formatTags()) {
        if (rankOfTag(name) != static_cast<std::size_t>(data.ndims)) continue;
        dnnl_memory_desc_t candidate;
        if (dnnl_memory_desc_init_by_tag(&candidate, data.ndims, data.dims, data.data_type, tag) != dnnl_success) continue;
        if (dnnl_memory_desc_equal(&candidate, &data) && checkLayout(Layout(name), data.ndims)) return Layout(name);
    }
    return {};
}

dnnl::primitive_attr userScratchpad()
{
    dnnl::primitive_attr attr;
    attr.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    return attr;
}

DnnlKernel::DnnlKernel(const dnnl::primitive& primitive, std::string description)
    : m_main{primitive, {}, 0, 0}, m_description(std::move(description))
{
}

std::size_t DnnlKernel::reserve(std::size_t bytes)
{
    const std::size_t offset = m_workspace;
    m_workspace += (bytes + 63) / 64 * 64;
    return offset;
}

std::size_t DnnlKernel::bind(Source source, const dnnl::memory::desc& desc)
{
    const std::size_t offset = source.kind == Source::Scratch ? reserve(desc.get_size()) : 0;
    m_bound.push_back({source, offset, dnnl::memory(desc, engine(), DNNL_MEMORY_NONE)});
    return m_bound.size() - 1;
}

void DnnlKernel::argument(int arg, Source source, const dnnl::memory::desc& have, const dnnl::memory::desc& want)
{
    const std::size_t outside = bind(source, have);
    if (have == want) {
        m_main.args.push_back({arg, m_bound[outside].memory.get()});
        return;
    }
    ++m_reorders;
    const std::size_t inside = bind({Source::Scratch}, want);
    m_main.args.push_back({arg, m_bound[inside].memory.get()});
    if (source.kind == Source::Input) m_before.push_back(reorder(outside, inside));
    else m_after.push_back(reorder(inside, outside));
}

DnnlKernel::Call DnnlKernel::reorder(std::size_t from, std::size_t to)
{
    const dnnl::memory source = m_bound[from].memory, target = m_bound[to].memory;
    const dnnl::reorder::primitive_desc pd(engine(), source.get_desc(), engine(), target.get_desc(), userScratchpad());
    Call call{dnnl::reorder(pd), {{DNNL_ARG_FROM, source.get()}, {DNNL_ARG_TO, target.get()}}, 0, 0};
    if (pd.scratchpad_desc().get_size()) {
        const std::size_t pad = bind({Source::Scratch}, pd.scratchpad_desc());
        call.args.push_back({DNNL_ARG_SCRATCHPAD, m_bound[pad].memory.get()});
    }
    return call;
}

void DnnlKernel::preload(int arg, Source source, const dnnl::memory::desc& have)
{
    const std::size_t from = bind(source, have);
    const auto argument = std::find_if(m_main.args.begin(), m_main.args.end(), [&](const dnnl_exec_arg_t& a) { return a.arg == arg; });
    const auto target = std::find_if(m_bound.begin(), m_bound.end(), [&](const Bound& b) { return b.memory.get() == argument->memory; });
    const auto to = static_cast<std::size_t>(target - m_bound.begin());
    Call call = reorder(from, to);
    call.from = from;
    call.to = to;
    m_before.push_back(std::move(call));
}

void DnnlKernel::scratch(int arg, const dnnl::memory::desc& desc)
{
    if (desc.get_size() == 0) return;
    const std::size_t index = bind({Source::Scratch}, desc);
    m_main.args.push_back({arg, m_bound[index].memory.get()});
}

void DnnlKernel::run(const KernelArgs& args)
{
    for (Bound& bound : m_bound) {
        const void* data = nullptr;
        switch (bound.source.kind) {
        case Source::Input: data = args.inputs[bound.source.index]; break;
        case Source::Output: data = args.outputs[bound.source.index]; break;
        case Source::Scratch: data = static_cast<std::byte*>(args.workspace) + bound.offset; break;
        }
        if (data == bound.now) continue;
        check(dnnl_memory_set_data_handle(bound.memory.get(), const_cast<void*>(data)), "a memory handle");
        bound.now = data;
    }
    const auto execute = [this](const Call& call) {
        if (call.from != call.to && m_bound[call.from].now == m_bound[call.to].now) return;
        check(dnnl_primitive_execute(call.primitive.get(), stream().get(), static_cast<int>(call.args.size()), call.args.data()), "to run");
    };
    for (const Call& call : m_before) execute(call);
    execute(m_main);
    for (const Call& call : m_after) execute(call);
}

std::string DnnlKernel::describe() const { return m_description + (m_reorders ? " +" + std::to_string(m_reorders) + " reorders" : ""); }

} // namespace ds::cpu
