// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/score_function.h"

#include <algorithm>
#include <cstring>
#include <set>

#include "core/backends/compile.h"
#include "core/graph/autodiff.h"
#include "core/graph/op_spec.h"
#include "core/passes/passes.h"
#include "core/train/prediction_graph.h"

namespace ds::inspector {

namespace {

constexpr const char* entryName = "entry";
constexpr const char* targetName = "explained";

/// Where the numbers of a field become floating-point ones: the field itself, or what the first op behind it makes; noId: nowhere.
ValueId entryOf(const Graph& graph, const std::string& field)
{
    const ValueId feed = graph.findInput(field);
    if (feed == noId || isFloat(graph.type(feed).dtype)) return feed;
    std::set<ValueId> behind{feed};
    for (const Node& node : graph.nodes) {
        if (std::none_of(node.inputs.begin(), node.inputs.end(), [&](ValueId input) { return behind.contains(input); })) continue;
        for (ValueId output : node.outputs) {
            if (isFloat(graph.type(output).dtype)) return output;
            behind.insert(output);
        }
    }
    return noId;
}

/// The graph as a function of that value: what made it is gone.
void cutAt(Graph& graph, ValueId value)
{
    const TensorType type = graph.type(value);
    const ValueId entry = graph.addInput(InputKind::Feed, entryName, type);
    for (Node& node : graph.nodes) std::replace(node.inputs.begin(), node.inputs.end(), value, entry);
    for (GraphOutput& output : graph.outputs)
        if (output.value == value) output.value = entry;
    graph = removeDeadCode(graph);
}

std::vector<std::pair<std::string, TensorType>> typesOf(const Feeds& feeds, int64_t batch)
{
    std::vector<std::pair<std::string, TensorType>> types;
    for (const Feed& feed : feeds) {
        TensorType type = feed.value.type();
        type.shape[0] = batch;
        types.emplace_back(feed.name, type);
    }
    return types;
}

/// The same sample `n` times.
Tensor repeated(const Tensor& sample, int64_t n)
{
    const Tensor dense = sample.contiguous();
    TensorType type = dense.type();
    type.shape[0] = n;
    Tensor all(type);
    for (int64_t i = 0; i < n; ++i)
        std::memcpy(static_cast<std::byte*>(all.raw()) + static_cast<std::size_t>(i) * dense.bytes(), dense.raw(), dense.bytes());
    return all;
}

/// Which of the numbers that the model gives for a sample is output `target`: of the scores [1, C, T] of a sequence, that at its end.
int64_t outputPlace(const Shape& prediction, int64_t target)
{
    const int64_t inner = prediction.rank() > 2 ? prediction.count(2, prediction.rank()) : 1;
    return target * inner + inner - 1;
}

std::string lastConvolutionOf(const Graph& graph)
{
    std::string layer;
    for (const Node& node : graph.nodes) {
        if (!node.op->name.starts_with("conv")) continue;
        const Shape shape = graph.type(node.outputs.front()).shape;
        if (shape.rank() > 2 && shape.count(2, shape.rank()) > 1) layer = node.origin;
    }
    return layer;
}

} // namespace

struct ScoreFunction::Compiled {
    std::unique_ptr<Plan> plan;
    int score = -1, gradient = -1, layer = -1, layerGradient = -1;
};

ScoreFunction::ScoreFunction(Learner& learner, Feeds sample, std::string field)
    : m_learner(learner), m_sample(std::move(sample)), m_field(std::move(field))
{
}

ScoreFunction::~ScoreFunction() = default;

Result<std::unique_ptr<ScoreFunction>> ScoreFunction::make(Learner& learner, const std::vector<Field>& fields, Feeds sample,
                                                           std::string field, std::optional<int64_t> target)
{
    std::unique_ptr<ScoreFunction> score(new ScoreFunction(learner, std::move(sample), std::move(field)));
    // With it all parameters are there.
    score->m_prediction = DS_TRY(learner.predict(score->m_sample)).to(DType::F32);
    const Shape& shape = score->m_prediction.shape();
    const int64_t outputs = shape.rank() > 1 ? shape[1] : 1;
    score->m_target = target.value_or(0);
    if (score->m_target < 0 || score->m_target >= outputs)
        return Error{phrase("Inspector", "the model has %1 outputs").with({std::to_string(outputs)}),
                     "output " + std::to_string(score->m_target), ""};
    if (!target)
        for (int64_t i = 1; i < outputs; ++i)
            if (score->m_prediction.at(outputPlace(shape, i)) > score->m_prediction.at(outputPlace(shape, score->m_target)))
                score->m_target = i;
    DS_TRY(score->findEntry(fields));
    return score;
}

Status ScoreFunction::findEntry(const std::vector<Field>& fields)
{
    Graph graph = DS_TRY(predictionGraph(m_learner.document(), typesOf(m_sample, 1)));
    m_lastConvolution = lastConvolutionOf(graph);
    const auto given = std::find_if(m_sample.begin(), m_sample.end(), [this](const Feed& feed) { return feed.name == m_field; });
    if (given == m_sample.end() || graph.findInput(m_field) == noId)
        return Error{phrase("Inspector", "is no input of the model"), "field \"" + m_field + "\"", ""};
    const ValueId entry = entryOf(graph, m_field);
    if (entry == noId)
        return Error{phrase("Inspector", "never becomes floating-point numbers, which alone have gradients"), "field \"" + m_field + "\"",
                     ""};
    m_cut = entry != graph.findInput(m_field);
    if (!m_cut) {
        m_entry = given->value.to(DType::F32).contiguous();
    } else {
        graph.outputs = {{entryName, entry}};
        graph = removeDeadCode(graph);
        CompileOptions options = m_learner.compileOptions(graph);
        options.precision = DType::F32;
        options.arenaBudget = 0;
        const std::unique_ptr<Plan> plan = DS_TRY(compile(graph, m_learner.backend(), m_learner.states(), options));
        for (const Feed& feed : m_sample)
            if (const int index = plan->feedIndex(feed.name); index >= 0) plan->feed(index, feed.value);
        plan->run({0, 0});
        m_entry = plan->output(plan->outputIndex(entryName));
    }
    m_baseline = Tensor::zeros(m_entry.type());
    const auto field = std::find_if(fields.begin(), fields.end(), [this](const Field& f) { return f.name == m_field; });
    const Shape& shape = m_entry.shape();
    m_words = m_cut && shape.rank() > given->value.shape().rank();
    m_picture = !m_words && shape.rank() == 4;
    if (m_picture && field != fields.end() && !field->black.empty()) {
        const int64_t inner = shape.count(2, shape.rank());
        for (int64_t i = 0; i < m_baseline.count(); ++i)
            m_baseline.set(i, field->black[static_cast<std::size_t>(i / inner) % field->black.size()]);
    }
    m_places = shape;
    m_places.erase(0);
    if (m_picture) m_places.erase(0);
    else if (m_words) m_places.erase(m_places.rank() - 1);
    m_placeCount = static_cast<std::size_t>(m_places.count());
    m_perPlace = static_cast<std::size_t>(m_entry.count()) / m_placeCount;
    return {};
}

Tensor ScoreFunction::atPlaces(const Tensor& entries) const
{
    Tensor sums = Tensor::zeros({DType::F32, m_places});
    const auto values = entries.span<float>();
    for (std::size_t i = 0; i < values.size(); ++i) sums.span<float>()[placeOf(i)] += values[i];
    return sums;
}

Result<ScoreFunction::Compiled*> ScoreFunction::compiled(int64_t n, const std::string& layer)
{
    std::unique_ptr<Compiled>& kept = m_compiled[{n, layer}];
    if (kept) return kept.get();
    Graph graph = DS_TRY(predictionGraph(m_learner.document(), typesOf(m_sample, n)));
    if (m_cut) cutAt(graph, entryOf(graph, m_field));
    if (!layer.empty()) graph = DS_TRY(probe(graph, {layer}));
    GraphBuilder builder(graph);
    const Value prediction = builder.value(graph.findOutput("prediction"));
    const Value weights = builder.input(targetName, {DType::F32, prediction.shape()});
    std::vector<int64_t> axes;
    for (int axis = 1; axis < prediction.shape().rank(); ++axis) axes.push_back(axis);
    const Value product = prediction * weights;
    const Value score = axes.empty() ? product : sum(product, axes);
    const ValueId place = layer.empty() ? graph.findInput(m_cut ? entryName : m_field) : graph.findOutput("probe." + layer);
    const Values gradient = ds::gradients(builder, {sum(score)}, {builder.scalar(1)}, {builder.value(place)});
    graph.outputs.clear();
    builder.output("score", score);
    if (!layer.empty()) builder.output("layer", builder.value(place));
    const bool flows = gradient.front().defined();
    if (flows) builder.output("gradient", gradient.front());
    if (builder.failed()) return builder.error();
    CompileOptions options = m_learner.compileOptions(graph);
    options.precision = DType::F32;
    options.arenaBudget = 0;
    auto made = std::make_unique<Compiled>();
    made->plan = DS_TRY(compile(graph, m_learner.backend(), m_learner.states(), options));
    made->score = made->plan->outputIndex("score");
    made->gradient = flows ? made->plan->outputIndex("gradient") : -1;
    made->layer = layer.empty() ? -1 : made->plan->outputIndex("layer");
    for (const Feed& feed : m_sample)
        if (const int index = made->plan->feedIndex(feed.name); index >= 0) made->plan->feed(index, repeated(feed.value, n));
    Tensor chosen = Tensor::zeros({DType::F32, prediction.shape()});
    const int64_t each = chosen.count() / n;
    for (int64_t i = 0; i < n; ++i) chosen.set(i * each + outputPlace(prediction.shape(), m_target), 1);
    made->plan->feed(made->plan->feedIndex(targetName), chosen);
    kept = std::move(made);
    return kept.get();
}

Result<ScoreFunction::Compiled*> ScoreFunction::run(const Tensor& entries, const std::string& layer)
{
    Compiled* at = DS_TRY(compiled(entries.shape()[0], layer));
    at->plan->feed(at->plan->feedIndex(m_cut ? entryName : m_field), entries);
    at->plan->run({0, 0});
    return at;
}

Result<std::vector<double>> ScoreFunction::scores(const Tensor& entries)
{
    Compiled* at = DS_TRY(run(entries, {}));
    const Tensor values = at->plan->output(at->score);
    std::vector<double> list;
    for (int64_t i = 0; i < values.count(); ++i) list.push_back(values.at(i));
    return list;
}

Result<Tensor> ScoreFunction::gradients(const Tensor& entries)
{
    Compiled* at = DS_TRY(run(entries, {}));
    return at->gradient < 0 ? Tensor::zeros(entries.type()) : at->plan->output(at->gradient);
}

Result<ScoreFunction::AtLayer> ScoreFunction::atLayer(const std::string& path)
{
    Compiled* at = DS_TRY(run(m_entry, path));
    Tensor result = at->plan->output(at->layer);
    Tensor gradient = at->gradient < 0 ? Tensor::zeros(result.type()) : at->plan->output(at->gradient);
    return AtLayer{std::move(result), std::move(gradient)};
}

} // namespace ds::inspector
