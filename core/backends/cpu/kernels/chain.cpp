// SPDX-License-Identifier: Apache-2.0
// Chains of elementwise ops, a stretch at a time: what lies between two stages stays in the nearest cache.
#include <algorithm>
#include <array>
#include <optional>

#include "core/backends/cpu/half.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/kernels/unary_loop.h"
#include "core/backends/cpu/loops.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"
#include "core/graph/elementwise.h"
#include "core/ops/all.h"

namespace ds::cpu {

namespace {

constexpr int64_t grain = 16384;                       // elements below which waking the team does not pay
constexpr int64_t bufferFloats = 8192, longest = 1024; // of all stretches together: the nearest cache; of one stretch

/// Where a stage reads or writes: an operand of the whole (also one number for all), the result, or a buffer.
struct Place {
    enum Kind { Operand, Single, Buffer, Result } kind;
    std::size_t index;
};

struct Stage {
    UnaryLoop unary;
    const simd::Binary* binary = nullptr;
    void (*reluGrad)(const float*, const float*, float*, int64_t) = nullptr;
    void (*geluGrad)(const float*, const float*, float*, int64_t, bool) = nullptr;
    bool byTanh = false;
    Place a{}, b{}, to{};
};

/// The loop of one stage; nothing if there is none.
std::optional<Stage> loopOf(const ElementwiseStage& stage)
{
    const simd::Functions& f = simd::functions();
    Stage made;
    if (stage.op->name == "relu_grad") made.reluGrad = f.reluGrad;
    else if (stage.op->name == "gelu_grad") {
        made.geluGrad = f.geluGrad;
        made.byTanh = stage.attrs.string("approximate") == "tanh";
    } else if (stage.operands.size() == 2) {
        made.binary = findLoop(f.binary, stage.op->name);
        if (!made.binary) return std::nullopt;
    } else {
        made.unary = unaryLoop(stage.op->name, stage.attrs);
        if (!made.unary.f) return std::nullopt;
    }
    return made;
}

class Chain {
public:
    explicit Chain(const KernelRequest& request) : m_dtype(request.out().dtype), m_count(storedCount(request.outputs[0]))
    {
        const std::size_t operands = request.inputs.size();
        for (std::size_t i = 0; i < operands; ++i) m_single.push_back(request.in(static_cast<int>(i)).shape != request.out().shape);
        const auto stages = parseStages(request.attrs.strings("stages"), static_cast<int>(operands), allOps());
        std::vector<std::size_t> lastReader(operands + stages->size());
        for (std::size_t s = 0; s < stages->size(); ++s)
            for (int operand : (*stages)[s].operands) lastReader[static_cast<std::size_t>(operand)] = s;
        std::vector<Place> places;
        for (std::size_t i = 0; i < operands; ++i) places.push_back({m_single[i] ? Place::Single : Place::Operand, i});
        std::vector<bool> taken;
        for (std::size_t s = 0; s < stages->size(); ++s) {
            const ElementwiseStage& from = (*stages)[s];
            Stage stage = *loopOf(from);
            const auto place = [&](std::size_t i) { return places[static_cast<std::size_t>(from.operands[i])]; };
            stage.a = place(0);
            stage.b = from.operands.size() > 1 ? place(1) : stage.a;
            for (int operand : from.operands) // a result may lie where an operand lay
                if (const Place at = places[static_cast<std::size_t>(operand)];
                    at.kind == Place::Buffer && lastReader[static_cast<std::size_t>(operand)] == s)
                    taken[at.index] = false;
            stage.to = s + 1 == stages->size() ? Place{Place::Result, 0} : Place{Place::Buffer, freeBuffer(taken)};
            places.push_back(stage.to);
            m_stages.push_back(stage);
        }
        // In bf16 every operand and the result are converted by way of a buffer.
        m_buffers = taken.size();
        const std::size_t stretches = m_buffers + (m_dtype == DType::F32 ? 0 : operands + 1);
        m_tile = std::min(longest, bufferFloats / static_cast<int64_t>(std::max<std::size_t>(1, stretches)) / 16 * 16);
    }

    void run(const KernelArgs& args) const
    {
        parallelFor(m_count, grain, [&](int64_t begin, int64_t end) {
            alignas(64) std::array<float, bufferFloats> memory;
            for (int64_t at = begin; at < end; at += m_tile) {
                const int64_t next = at + m_tile;
                if (next < end) prefetch(args, next, std::min(m_tile, end - next));
                stretch(args, at, std::min(m_tile, end - at), memory.data());
            }
        });
    }

private:
    static std::size_t freeBuffer(std::vector<bool>& taken)
    {
        const auto free = std::find(taken.begin(), taken.end(), false);
        const auto index = static_cast<std::size_t>(free - taken.begin());
        if (free == taken.end()) taken.push_back(true);
        else taken[index] = true;
        return index;
    }

    /// Most stages work on buffers, and memory would stand still meanwhile: what the next stretch needs is fetched in the background.
    void prefetch(const KernelArgs& args, int64_t at, int64_t n) const
    {
        constexpr std::size_t line = 64;
        const std::size_t size = sizeOf(m_dtype), begin = static_cast<std::size_t>(at) * size,
                          end = begin + static_cast<std::size_t>(n) * size;
        for (std::size_t i = 0; i < m_single.size(); ++i) {
            if (m_single[i]) continue;
            const auto* from = static_cast<const char*>(args.inputs[i]);
            for (std::size_t byte = begin; byte < end; byte += line) __builtin_prefetch(from + byte);
        }
    }

    void stretch(const KernelArgs& args, int64_t at, int64_t n, float* memory) const
    {
        const auto buffer = [&](std::size_t i) { return memory + static_cast<int64_t>(i) * m_tile; };
        std::array<const float*, mostOperands> operands;
        std::array<float, mostOperands> numbers;
        for (std::size_t i = 0; i < m_single.size(); ++i) {
            if (m_single[i]) numbers[i] = *readStretch(m_dtype, args.inputs[i], 0, 1, &numbers[i]);
            else operands[i] = readStretch(m_dtype, args.inputs[i], at, n, m_dtype == DType::F32 ? nullptr : buffer(m_buffers + 1 + i));
        }
        float* converted = m_dtype == DType::F32 ? nullptr : buffer(m_buffers);
        float* result = writeStretch(m_dtype, args.outputs[0], at, converted);
        const auto from = [&](const Place& place) -> const float* {
            return place.kind == Place::Operand ? operands[place.index] : buffer(place.index);
        };
        for (const Stage& stage : m_stages) {
            float* to = stage.to.kind == Place::Result ? result : buffer(stage.to.index);
            if (stage.unary.f) stage.unary.f(from(stage.a), to, n, stage.unary.parameters.data());
            else if (stage.reluGrad) stage.reluGrad(from(stage.a), from(stage.b), to, n);
            else if (stage.geluGrad) stage.geluGrad(from(stage.a), from(stage.b), to, n, stage.byTanh);
            else if (stage.a.kind == Place::Single) stage.binary->sv(numbers[stage.a.index], from(stage.b), to, n);
            else if (stage.b.kind == Place::Single) stage.binary->vs(from(stage.a), numbers[stage.b.index], to, n);
            else stage.binary->vv(from(stage.a), from(stage.b), to, n);
        }
        storeStretch(m_dtype, args.outputs[0], at, n, converted);
    }

public:
    static constexpr std::size_t mostOperands = 32;

private:
    DType m_dtype;
    int64_t m_count, m_tile = 0;
    std::size_t m_buffers = 0;
    std::vector<bool> m_single;
    std::vector<Stage> m_stages;
};

std::unique_ptr<Kernel> prepareChain(const KernelRequest& request)
{
    return makeKernel([chain = Chain(request)](const KernelArgs& args) { chain.run(args); }, "chain");
}

bool acceptsChain(const KernelRequest& request)
{
    if (!isComputed(request.out().dtype) || request.inputs.size() > Chain::mostOperands) return false;
    const auto stages = parseStages(request.attrs.strings("stages"), static_cast<int>(request.inputs.size()), allOps());
    return stages && stages->size() <= 64 &&
           std::all_of(stages->begin(), stages->end(), [](const ElementwiseStage& stage) { return loopOf(stage).has_value(); });
}

} // namespace

void install_chain(KernelTable& table) { table["elementwise"] = {prepareChain, acceptsChain}; }

} // namespace ds::cpu
