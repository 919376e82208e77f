// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/statistics_probe.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>

#include "core/graph/builder.h"
#include "core/graph/op_set.h"

namespace ds::inspector {

namespace {

constexpr std::size_t resultCount = 7; // of the op `statistics`
constexpr std::size_t aligned(std::size_t bytes) { return (bytes + 63) / 64 * 64; }

double millisecondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// The results of the op `statistics` as they lie in memory.
TensorStatistics statisticsAt(const std::byte* results, const std::vector<std::size_t>& offsets)
{
    TensorStatistics s;
    const auto read = [&](std::size_t i, void* to, std::size_t bytes) { std::memcpy(to, results + offsets[i], bytes); };
    double* const numbers[] = {&s.mean, &s.variance, &s.norm, &s.min, &s.max};
    for (std::size_t i = 0; i < std::size(numbers); ++i) read(i, numbers[i], sizeof(double));
    std::array<int64_t, 5> counts;
    read(5, counts.data(), sizeof counts);
    s.count = counts[0], s.zeros = counts[1], s.nan = counts[2], s.positiveInfinite = counts[3], s.negativeInfinite = counts[4];
    std::array<std::array<int64_t, TensorStatistics::exponents>, 2> histogram;
    read(6, histogram.data(), sizeof histogram);
    for (std::size_t sign = 0; sign < 2; ++sign) s.histogram[sign] = ExponentCounts(histogram[sign]);
    return s;
}

void grow(std::unique_ptr<DeviceMemory>& memory, std::size_t bytes, Backend& backend)
{
    if (!memory || memory->size() < bytes) memory = backend.allocate(bytes);
}

} // namespace

/// The op `statistics` prepared for one tap, behind a reorder where it does not take the value as it lies.
struct StatisticsProbe::Reader {
    Attrs attrs, reorderAttrs;
    std::unique_ptr<Kernel> kernel, reorder;
    std::vector<std::size_t> offsets; // of the results
    std::size_t resultBytes = 0, storedBytes = 0;
};

StatisticsProbe::StatisticsProbe(const Plan& plan, std::vector<Tap> taps)
    : m_plan(plan), m_taps(std::move(taps)), m_readers(m_taps.size()), m_before(plan.graph().nodes.size()),
      m_after(plan.graph().nodes.size())
{
}

StatisticsProbe::~StatisticsProbe() = default;

void StatisticsProbe::prepare(std::size_t tap)
{
    if (m_readers[tap]) return;
    Backend& backend = m_plan.backend();
    const Graph& graph = m_plan.graph();
    const Tap& t = m_taps[tap];
    const Operand value{graph.type(t.value), graph.value(t.value).layout};
    auto reader = std::make_unique<Reader>();
    KernelRequest request{*graph.ops().find("statistics"), reader->attrs, {value}, {}};
    if (t.minus != noId) request.inputs.push_back(value);
    const std::vector<const TensorType*> types(request.inputs.size(), &value.type);
    const Inferred results = inferTypes(request.op, types, reader->attrs);
    for (const TensorType& type : *results) {
        request.outputs.push_back({type, {}});
        reader->offsets.push_back(reader->resultBytes);
        reader->resultBytes += aligned(type.bytes());
    }
    if (const Layout wanted = backend.layouts(request).inputs.front(); wanted != value.layout) {
        reader->reorderAttrs = {{"from", value.layout.tag()}, {"to", wanted.tag()}};
        const Operand moved{value.type, wanted};
        reader->reorder = backend.prepare({*graph.ops().find("reorder"), reader->reorderAttrs, {value}, {moved}});
        for (Operand& input : request.inputs) input = moved;
        const std::size_t bytes = static_cast<std::size_t>(storedCount(wanted, value.type.shape)) * sizeOf(value.type.dtype);
        for (std::size_t i = 0; i < request.inputs.size(); ++i) grow(m_moved[i], bytes, backend);
        grow(m_workspace, reader->reorder->workspaceBytes(), backend);
    }
    reader->kernel = backend.prepare(request);
    reader->storedBytes = static_cast<std::size_t>(storedCount(value.layout, value.type.shape)) * sizeOf(value.type.dtype);
    grow(m_results, reader->resultBytes, backend);
    grow(m_workspace, reader->kernel->workspaceBytes(), backend);
    if (t.minus != noId) grow(m_older, reader->storedBytes, backend);
    m_host.resize(std::max(m_host.size(), reader->resultBytes));
    m_readers[tap] = std::move(reader);
}

void StatisticsProbe::choose(const std::vector<std::size_t>& taps)
{
    for (auto* lists : {&m_before, &m_after})
        for (auto& list : *lists) list.clear();
    for (std::size_t tap : taps) {
        prepare(tap);
        const Tap& t = m_taps[tap];
        const auto node = static_cast<std::size_t>(t.node);
        if (t.before || t.minus != noId) m_before[node].push_back(tap);
        if (!t.before) m_after[node].push_back(tap);
    }
    m_observations.clear();
    m_observations.reserve(taps.size());
}

void StatisticsProbe::before(NodeId node)
{
    for (std::size_t tap : m_before[static_cast<std::size_t>(node)]) {
        if (m_taps[tap].before) look(tap, 0);
        else keepOlder(tap);
    }
}

void StatisticsProbe::after(NodeId node)
{
    for (std::size_t tap : m_after[static_cast<std::size_t>(node)]) look(tap, m_taps[tap].minus == noId ? 0 : m_keeping);
}

/// The update may be written over what it updates.
void StatisticsProbe::keepOlder(std::size_t tap)
{
    const auto begin = std::chrono::steady_clock::now();
    m_plan.backend().copyIn(m_older->address(), m_plan.data(m_taps[tap].minus), m_readers[tap]->storedBytes, m_plan.stream());
    m_keeping = millisecondsSince(begin);
}

void StatisticsProbe::look(std::size_t tap, double milliseconds)
{
    const auto begin = std::chrono::steady_clock::now();
    Reader& reader = *m_readers[tap];
    Stream& stream = m_plan.stream();
    const StepContext context;
    std::array<const void*, 2> inputs{m_plan.data(m_taps[tap].value), m_older ? m_older->address() : nullptr};
    if (reader.reorder)
        for (std::size_t i = 0; i < (m_taps[tap].minus == noId ? 1u : 2u); ++i) {
            void* moved = m_moved[i]->address();
            reader.reorder->run({&inputs[i], &moved, m_workspace->address(), &context, &stream});
            inputs[i] = moved;
        }
    std::array<void*, resultCount> outputs;
    for (std::size_t i = 0; i < resultCount; ++i) outputs[i] = static_cast<std::byte*>(m_results->address()) + reader.offsets[i];
    reader.kernel->run({inputs.data(), outputs.data(), m_workspace->address(), &context, &stream});
    m_plan.backend().copyOut(m_host.data(), m_results->address(), reader.resultBytes, stream);
    stream.synchronize();
    m_observations.push_back({tap, statisticsAt(m_host.data(), reader.offsets), milliseconds + millisecondsSince(begin)});
}

} // namespace ds::inspector
