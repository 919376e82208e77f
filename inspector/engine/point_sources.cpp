// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/point_sources.h"

#include <algorithm>
#include <cstring>
#include <set>

#include "core/backends/compile.h"
#include "core/graph/op_spec.h"
#include "core/passes/passes.h"
#include "core/train/prediction.h"
#include "core/train/prediction_graph.h"

namespace ds::inspector {

namespace {

constexpr int64_t fewestRows = 3;
constexpr const char *probePrefix = "probe.", *averagePrefix = "ema.";

using FieldTypes = std::vector<std::pair<std::string, TensorType>>;

/// Of batches, the model's inputs only.
FieldTypes inputTypes(const Document& document, const std::vector<Field>& fields, int64_t batch)
{
    const std::vector<std::string> inputs = inputFields(document);
    FieldTypes types;
    for (const Field& field : fields) {
        if (std::find(inputs.begin(), inputs.end(), field.name) == inputs.end()) continue;
        types.emplace_back(field.name, field.type);
        types.back().second.shape.insert(0, batch);
    }
    return types;
}

/// Channels stand before positions in what convolutions make ([N, C, L]), and in what activations, norms and pooling make of that; all
/// other layers with positions have them before the features ([N, T, D]).
bool channelsFirst(const Graph& graph, ValueId value)
{
    if (graph.type(value).shape.rank() != 3) return graph.type(value).shape.rank() > 3;
    for (const Node* node = graph.producer(value); node; node = graph.producer(value)) {
        if (node->op->name.starts_with("conv")) return true;
        const ValueId before = node->inputs.empty() ? noId : node->inputs.front();
        const bool pools = node->op->name.find("pool") != std::string_view::npos;
        if (before == noId || (!pools && !(graph.type(before).shape == graph.type(value).shape))) return false;
        value = before;
    }
    return false;
}

/// How the numbers of one sample become features.
struct Reduction {
    int64_t outer = 1, positions = 1, inner = 1; ///< [outer, positions, inner]; positions are averaged

    int64_t features() const { return outer * inner; }
    void row(const float* from, float* to) const
    {
        std::fill(to, to + features(), 0.F);
        for (int64_t o = 0; o < outer; ++o)
            for (int64_t p = 0; p < positions; ++p)
                for (int64_t i = 0; i < inner; ++i)
                    to[o * inner + i] += from[(o * positions + p) * inner + i] / static_cast<float>(positions);
    }
};

Reduction reductionOf(const Graph& graph, ValueId value)
{
    const Shape& shape = graph.type(value).shape;
    const int64_t all = shape.count(1, shape.rank());
    if (all <= mostFeatures || shape.rank() < 3) return {all, 1, 1};
    if (channelsFirst(graph, value)) return {shape[1], shape.count(2, shape.rank()), 1};
    return {1, shape.count(1, shape.rank() - 1), shape[-1]};
}

/// The name in front of users: that of the parameter itself, even if its average is used.
std::string plainName(const std::string& name) { return name.starts_with(averagePrefix) ? name.substr(std::strlen(averagePrefix)) : name; }

/// The input that chooses rows of a table; empty if there is none.
std::string chooserOf(const Graph& graph, ValueId table)
{
    for (const Node& node : graph.nodes) {
        if (node.op->name != "embedding" || node.inputs.front() != table) continue;
        ValueId index = node.inputs.back();
        while (const Node* maker = graph.producer(index)) {
            if (maker->op->name != "cast") return {};
            index = maker->inputs.front();
        }
        return graph.value(index).name;
    }
    return {};
}

std::vector<PointSource> parameterSources(const Graph& graph)
{
    std::vector<PointSource> sources;
    for (const GraphInput& input : graph.inputs) {
        const ValueInfo& info = graph.value(input.value);
        const bool parameter = input.kind == InputKind::Parameter || info.name.starts_with(averagePrefix);
        const Shape& shape = info.type.shape;
        if (!parameter || !isFloat(info.type.dtype) || shape.rank() < 2 || shape[0] < fewestRows) continue;
        sources.push_back({plainName(info.name), true, shape, shape.count(1, shape.rank()), false, chooserOf(graph, input.value)});
    }
    return sources;
}

Error noSuch(const Phrase& text, const std::string& name)
{
    return {text, name, phrase("Inspector", "See what `deepseek embed RUN --list` tells.")};
}

} // namespace

Result<std::vector<PointSource>> pointSources(const Document& document, const std::vector<Field>& fields)
{
    constexpr int64_t batch = 13; // hardly the size of anything else
    Graph graph = DS_TRY(predictionGraph(document, inputTypes(document, fields, batch)));
    std::vector<std::string> names;
    for (const GraphInput& input : graph.inputs)
        if (input.kind == InputKind::Feed) names.push_back(graph.value(input.value).name);
    std::set<std::string> known(names.begin(), names.end());
    for (const Node& node : graph.nodes)
        if (!node.origin.empty() && known.insert(node.origin).second) names.push_back(node.origin);
    graph = DS_TRY(probe(graph, names));
    std::vector<PointSource> sources;
    for (const std::string& name : names) {
        const ValueId value = graph.findOutput(probePrefix + name);
        TensorType type = graph.type(value);
        if (!isFloat(type.dtype) || type.shape.rank() < 2 || type.shape[0] != batch) continue;
        const Reduction reduction = reductionOf(graph, value);
        type.shape.erase(0);
        sources.push_back({name, false, type.shape, reduction.features(), reduction.positions > 1});
    }
    for (PointSource& source : parameterSources(graph)) sources.push_back(std::move(source));
    return sources;
}

Result<LayerResults> layerResults(Learner& learner, const Dataset& data, std::span<const int64_t> samples, const std::string& name,
                                  int64_t batch)
{
    const auto count = static_cast<int64_t>(samples.size());
    batch = std::clamp<int64_t>(batch, 1, std::max<int64_t>(1, count));
    const FieldTypes inputs = inputTypes(learner.document(), data.fields(), batch);
    Graph graph = DS_TRY(predictionGraph(learner.document(), inputs));
    Result<Graph> probed = probe(graph, {name});
    if (!probed) return noSuch(phrase("Inspector", "there is no such layer"), name);
    graph = std::move(probed).value();
    const ValueId value = graph.findOutput(probePrefix + name);
    const TensorType type = graph.type(value);
    if (!isFloat(type.dtype) || type.shape.rank() < 1 || type.shape[0] != batch)
        return noSuch(phrase("Inspector", "gives no floating-point numbers for each sample"), name);
    const Reduction reduction = reductionOf(graph, value);

    // As for predictions, each field has a place of its own, the targets as well: a sample is read as a whole.
    std::vector<Tensor> fields;
    for (const Field& field : data.fields()) {
        TensorType of = field.type;
        of.shape.insert(0, batch);
        fields.emplace_back(of);
    }
    const auto read = [&](int64_t first) {
        std::vector<void*> out(fields.size());
        for (int64_t i = 0; i < batch; ++i) { // behind the last one it comes again, to fill the batch
            const int64_t sample = samples[static_cast<std::size_t>(std::min(first + i, count - 1))];
            for (std::size_t f = 0; f < fields.size(); ++f)
                out[f] = static_cast<std::byte*>(fields[f].raw()) + static_cast<std::size_t>(i) * data.fields()[f].type.bytes();
            data.read(sample, out);
        }
    };
    DS_TRY(learner.prepare(inputs, Learner::Purpose::Predict)); // with it all parameters are there
    CompileOptions options = learner.compileOptions(graph);
    options.precision = DType::F32;
    options.arenaBudget = 0;
    const std::unique_ptr<Plan> plan = DS_TRY(compile(graph, learner.backend(), learner.states(), options));
    LayerResults results{{count, reduction.features(), std::vector<float>(static_cast<std::size_t>(count * reduction.features()))}, {}};
    for (int64_t first = 0; first < count; first += batch) {
        read(first);
        for (std::size_t f = 0; f < fields.size(); ++f)
            if (const int index = plan->feedIndex(data.fields()[f].name); index >= 0) plan->feed(index, fields[f]);
        plan->run({0, 0});
        const Tensor made = plan->output(plan->outputIndex(probePrefix + name)).to(DType::F32).contiguous();
        const Tensor predicted = plan->output(plan->outputIndex("prediction")).to(DType::F32).contiguous();
        const int64_t each = made.count() / batch, part = std::min(batch, count - first);
        for (int64_t i = 0; i < part; ++i)
            reduction.row(made.span<float>().data() + i * each, results.points.values.data() + (first + i) * reduction.features());
        if (!results.predictions.defined()) {
            TensorType of = predicted.type();
            of.shape[0] = count;
            results.predictions = Tensor(of);
        }
        const std::size_t row = predicted.bytes() / static_cast<std::size_t>(batch);
        std::memcpy(static_cast<std::byte*>(results.predictions.raw()) + static_cast<std::size_t>(first) * row, predicted.raw(),
                    row * static_cast<std::size_t>(part));
    }
    return results;
}

Result<PointCloud> parameterRows(Learner& learner, const std::vector<Field>& fields, const std::string& name, int64_t most)
{
    // With a plan for predictions all parameters are there.
    const FieldTypes inputs = inputTypes(learner.document(), fields, 1);
    DS_TRY(learner.prepare(inputs, Learner::Purpose::Predict));
    const StateStore::Entry* entry = learner.states().find(averagePrefix + name);
    if (!entry) entry = learner.states().find(name);
    if (!entry || entry->type.shape.rank() < 2) return noSuch(phrase("Inspector", "there is no such parameter with rows"), name);
    const Tensor table = learner.states().read(*entry).to(DType::F32).contiguous();
    const int64_t rows = std::min(most, table.shape()[0]), features = table.shape().count(1, table.shape().rank());
    const float* values = table.span<float>().data();
    return PointCloud{rows, features, {values, values + rows * features}};
}

} // namespace ds::inspector
