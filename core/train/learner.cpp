// SPDX-License-Identifier: Apache-2.0
#include "core/train/learner.h"

#include <algorithm>
#include <chrono>

#include "core/backends/cpu/cpu.h"
#include "core/backends/reference/reference.h"
#include "core/document/lower.h"
#include "core/graph/op_spec.h"
#include "core/layers/initializer.h"
#include "core/tensor/finite.h"
#include "core/train/prediction_graph.h"

namespace ds {

/// One plan with what is looked up once.
struct Learner::Entry {
    Purpose purpose;
    std::vector<std::pair<std::string, TensorType>> types;
    std::unique_ptr<Plan> plan;
    std::unique_ptr<PlanObserver> observer; // of the plan: behind it, so that it goes first
    std::vector<int> feedIndices;
    int rate = -1, step = -1, loss = -1, losses = -1, weights = -1, prediction = -1, gradNorm = -1;
    uint64_t lastUsed = 0;
};

std::unique_ptr<Backend> createBackend(const std::string& device)
{
    if (device == "cpu") return createCpuBackend();
    if (device == "reference") return createReferenceBackend();
    return nullptr;
}

Learner::Learner(Document document, LearnerSettings settings)
    : m_document(std::move(document)), m_settings(std::move(settings)), m_backend(createBackend(m_settings.device)),
      m_rateFeed(TensorType{DType::F32, {}}), m_stepFeed(TensorType{DType::I64, {}})
{
}

Learner::~Learner() = default;

Result<std::unique_ptr<Learner>> Learner::create(Document document, LearnerSettings settings)
{
    std::unique_ptr<Learner> learner(new Learner(std::move(document), std::move(settings)));
    if (!learner->m_backend)
        return Error{phrase("Training", "there is no device \"%1\"").with({learner->m_settings.device}), "",
                     phrase("Training", "Use cpu or reference.")};
    learner->m_states = std::make_unique<StateStore>(*learner->m_backend);
    Document& d = learner->m_document;
    TrainingGraphSettings& t = learner->m_training;
    t.optimizer = findOptimizer(d.optimizer.type);
    if (!t.optimizer) {
        const std::string near = nearest(d.optimizer.type, optimizerNames());
        return Error{phrase("Training", "there is no optimiser \"%1\"").with({d.optimizer.type}), "optimizer",
                     didYouMean(near, phrase("Training", "See `deepseek list optimizers`."))};
    }
    if (const Errors errors = validate(t.optimizer->attributes, d.optimizer.attrs); !errors.empty()) return errors.front().in("optimizer");
    if (const Errors errors = validate(trainingAttributes(), d.training); !errors.empty()) return errors.front().in("training");
    t.optimizerAttrs = d.optimizer.attrs;
    if (const Status can = learner->m_backend->canCompute(learner->precision()); !can) return can.error().in("training, precision");
    t.noDecay = d.training.strings("no_decay");
    t.clipValue = d.training.number("clip_value");
    t.clipNorm = d.training.number("clip_norm");
    t.clipGlobalNorm = d.training.number("clip_global_norm");
    t.emaDecay = d.training.number("ema_decay");
    t.accumulate = static_cast<int>(d.training.integer("accumulate"));
    learner->m_learningRate = d.optimizer.attrs.number("learning_rate");
    return learner;
}

void Learner::setDocument(Document document)
{
    document.optimizer = m_document.optimizer;
    document.training = m_document.training;
    m_document = std::move(document);
    m_plans.clear();
}

Result<Graph> Learner::graphFor(Purpose purpose, const std::vector<std::pair<std::string, TensorType>>& fields) const
{
    if (purpose == Purpose::Predict) return predictionGraph(m_document, fields);
    LowerRequest request;
    for (const auto& [name, type] : fields) request.fields[name] = type;
    request.training = purpose != Purpose::Evaluate;
    Lowered lowered = lower(m_document, request);
    if (!lowered.errors.empty()) return lowered.errors.front();
    Graph graph = std::move(lowered.graph);
    // The losses of single items are only read in evaluation; keeping them in training would cost memory.
    if (request.training) std::erase_if(graph.outputs, [](const GraphOutput& output) { return output.name != "loss"; });
    if (purpose == Purpose::Update) return trainingGraph(graph, m_training);
    if (purpose == Purpose::Accumulate) return accumulationGraph(graph, m_training);
    return m_training.emaDecay > 0 ? averagedGraph(graph) : std::move(graph);
}

Result<Graph> Learner::stepGraph(const std::vector<std::pair<std::string, TensorType>>& fields) const
{
    return graphFor(Purpose::Update, fields);
}

Tensor Learner::initial(const GraphInput& input, const ValueInfo& info) const
{
    if (const auto adopted = m_adopted.find(info.name); adopted != m_adopted.end() && adopted->second.type() == info.type)
        return adopted->second;
    // A moving average starts as its parameter.
    const std::string name = info.name.starts_with("ema.") ? info.name.substr(4) : info.name;
    return initialValue(name, info.type, input.initializer, input.initializerAttrs, m_settings.seed);
}

Status Learner::adopt(const std::string& name, const Tensor& value)
{
    m_adopted[name] = value;
    return m_states->find(name) ? m_states->write(name, value) : Status();
}

void limitToBudget(Learner& learner)
{
    constexpr std::size_t program = std::size_t{32} << 20;
    const auto budget = static_cast<std::size_t>(learner.document().training.integer("memory_budget")) << 20;
    if (budget > 0) learner.limitMemory(budget > program ? budget - program : 1);
}

void Learner::observe(std::shared_ptr<StepObserver> observer)
{
    m_observer = std::move(observer);
    for (const auto& entry : m_plans) entry->observer.reset();
}

void Learner::limitMemory(std::size_t bytes)
{
    m_memoryLimit = bytes;
    m_plans.clear();
    m_arena.reset();
}

DType Learner::precision() const { return *dtypeFromName(m_document.training.string("precision")); }

CompileOptions Learner::compileOptions(const Graph& step) const
{
    CompileOptions options;
    options.frozen = m_settings.frozen;
    options.precision = precision();
    options.fuse = m_settings.fuse;
    options.layouts = m_settings.layouts;
    options.recompute = m_document.training.strings("recompute");
    if (m_memoryLimit == 0) return options;
    // Of one byte nothing can be had: the error then says what would be needed.
    const std::size_t states = std::max(m_states->bytes(), StateStore::bytesFor(step));
    options.arenaBudget = m_memoryLimit > states ? m_memoryLimit - states : 1;
    return options;
}

Result<std::unique_ptr<Learner::Entry>> Learner::makeEntry(Purpose purpose, const Feeds& feeds)
{
    auto entry = std::make_unique<Entry>();
    entry->purpose = purpose;
    for (const Feed& feed : feeds) entry->types.emplace_back(feed.name, feed.value.type());
    const Graph graph = DS_TRY(graphFor(purpose, entry->types));
    CompileOptions options = compileOptions(graph);
    options.initial = [this](const GraphInput& input, const ValueInfo& info) { return initial(input, info); };
    options.arena = &m_arena;
    m_states->forgetOtherTypes(graph);
    entry->plan = DS_TRY(compile(graph, *m_backend, *m_states, options));
    for (const Feed& feed : feeds) entry->feedIndices.push_back(entry->plan->feedIndex(feed.name));
    entry->rate = entry->plan->feedIndex("learning_rate");
    entry->step = entry->plan->feedIndex("step");
    entry->loss = entry->plan->outputIndex("loss");
    entry->losses = entry->plan->outputIndex("losses");
    entry->weights = entry->plan->outputIndex("loss_weights");
    entry->prediction = entry->plan->outputIndex("prediction");
    entry->gradNorm = entry->plan->outputIndex("grad_norm");
    return entry;
}

Result<Learner::Entry*> Learner::entryFor(Purpose purpose, const Feeds& feeds)
{
    const auto fits = [&](const std::unique_ptr<Entry>& entry) {
        if (entry->purpose != purpose || entry->types.size() != feeds.size()) return false;
        for (std::size_t i = 0; i < feeds.size(); ++i)
            if (entry->types[i].second != feeds[i].value.type() || entry->types[i].first != feeds[i].name) return false;
        return true;
    };
    auto at = std::find_if(m_plans.begin(), m_plans.end(), fits);
    if (at == m_plans.end()) {
        if (m_plans.size() >= m_settings.planCache)
            m_plans.erase(
                std::min_element(m_plans.begin(), m_plans.end(), [](const auto& a, const auto& b) { return a->lastUsed < b->lastUsed; }));
        const std::shared_ptr<DeviceMemory> before = m_arena;
        std::unique_ptr<Entry> made = DS_TRY(makeEntry(purpose, feeds));
        if (m_arena != before)
            for (const auto& entry : m_plans) entry->plan->useArena(m_arena);
        m_plans.push_back(std::move(made));
        at = m_plans.end() - 1;
    }
    (*at)->lastUsed = ++m_clock;
    return at->get();
}

void Learner::feed(Entry& entry, const Feeds& feeds)
{
    for (std::size_t i = 0; i < feeds.size(); ++i)
        if (entry.feedIndices[i] >= 0) entry.plan->feed(entry.feedIndices[i], feeds[i].value);
    if (entry.rate >= 0) entry.plan->feed(entry.rate, m_rateFeed);
    if (entry.step >= 0) entry.plan->feed(entry.step, m_stepFeed);
}

Result<StepResult> Learner::step(const Feeds& feeds) { return step(feeds, m_learningRate); }

Result<StepResult> Learner::step(const Feeds& feeds, double learningRate)
{
    const bool updates = m_accumulated + 1 >= m_training.accumulate;
    Entry& entry = *DS_TRY(entryFor(updates ? Purpose::Update : Purpose::Accumulate, feeds));
    m_rateFeed.span<float>()[0] = static_cast<float>(learningRate);
    m_stepFeed.span<int64_t>()[0] = m_updates + 1;
    feed(entry, feeds);
    const StepContext context{m_settings.seed, static_cast<uint64_t>(m_updates) * static_cast<uint64_t>(m_training.accumulate) +
                                                   static_cast<uint64_t>(m_accumulated)};
    if (m_observer && !entry.observer) entry.observer = m_observer->attach(*entry.plan);
    const bool observed = m_observer && m_observer->begin(*entry.observer);
    const auto begin = std::chrono::steady_clock::now();
    if (!entry.plan->runGuarded(context, entry.loss, observed ? entry.observer.get() : nullptr)) {
        if (observed) m_observer->failed(*entry.observer, m_updates + 1);
        m_notFinite = findNotFinite(entry);
        const std::string place = m_notFinite.parameter ? "the parameter " + m_notFinite.layer
                                                        : "the layer \"" + m_notFinite.layer + "\" (" + m_notFinite.op + ")";
        return Error{phrase("Training", "the loss is not a finite number; the first such number is in %1").with({place}),
                     "step " + std::to_string(m_updates + 1),
                     phrase("Training", "Lower the learning rate, clip the gradients, or look at the data of this batch.")};
    }
    StepResult result;
    result.loss = entry.plan->scalarOutput(entry.loss);
    if (updates && entry.gradNorm >= 0) result.gradNorm = entry.plan->scalarOutput(entry.gradNorm);
    result.samples = feeds.empty() ? 0 : feeds.front().value.shape()[0];
    m_accumulated = updates ? 0 : m_accumulated + 1;
    if (updates) ++m_updates;
    if (m_observer)
        m_observer->end(*entry.observer, m_updates,
                        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    return result;
}

Result<Evaluation> Learner::evaluate(const Feeds& feeds)
{
    Entry& entry = *DS_TRY(entryFor(Purpose::Evaluate, feeds));
    feed(entry, feeds);
    entry.plan->run({m_settings.seed, 0});
    return Evaluation{entry.plan->output(entry.prediction), entry.plan->output(entry.losses),
                      entry.weights < 0 ? Tensor{} : entry.plan->output(entry.weights)};
}

Result<Tensor> Learner::predict(const Feeds& feeds)
{
    Entry& entry = *DS_TRY(entryFor(Purpose::Predict, feeds));
    feed(entry, feeds);
    entry.plan->run({m_settings.seed, 0});
    return entry.plan->output(entry.prediction);
}

Result<const Plan*> Learner::prepare(const std::vector<std::pair<std::string, TensorType>>& fields, Purpose purpose)
{
    Feeds feeds;
    for (const auto& [name, type] : fields) feeds.push_back({name, Tensor(type)});
    return static_cast<const Plan*>(DS_TRY(entryFor(purpose, feeds))->plan.get());
}

std::size_t Learner::memoryBytes() const
{
    std::size_t sum = m_states->bytes() + (m_arena ? m_arena->size() : 0);
    for (const auto& entry : m_plans) sum += entry->plan->onceBytes();
    return sum;
}

NotFinite Learner::findNotFinite(Entry& entry)
{
    // Nothing was updated, so the same step shows it again.
    for (const StateStore::Entry& state : m_states->entries())
        if (state.kind == InputKind::Parameter && !allFinite(m_states->read(state))) return {state.name, "", true};
    NotFinite found;
    const Graph& graph = entry.plan->graph();
    const StepContext context{m_settings.seed, static_cast<uint64_t>(m_updates) * static_cast<uint64_t>(m_training.accumulate) +
                                                   static_cast<uint64_t>(m_accumulated)};
    entry.plan->runVisiting(context, [&](NodeId id, double) {
        const Node& node = graph.nodes[static_cast<std::size_t>(id)];
        for (ValueId output : node.outputs)
            if (!allFinite(entry.plan->value(output))) {
                found = {node.origin, std::string(node.op->name), false};
                return false;
            }
        return true;
    });
    return found;
}

} // namespace ds
