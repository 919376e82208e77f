// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include <nlohmann/json.hpp>

#include "core/base/philox.h"
#include "core/data/array_input.h"
#include "core/data/source.h"

namespace ds {

namespace {

constexpr double pi = std::numbers::pi;

/// A task: what its samples look like. The number of a class, then noise, make a sample.
struct Task {
    int64_t classes, features, size, length;
    double noise;
    Philox world; ///< of the task: where the centres are, what follows what
};

struct Kind {
    std::string_view name;
    bool tokens = false, number = false; ///< what is to be predicted: the next token or a number; else the class
    Shape (*shape)(const Task& task);
    void (*make)(const Task& task, int64_t label, Rng& rng, float* out) = nullptr;
};

Shape featureShape(const Task& task) { return {task.features}; }
Shape planeShape(const Task&) { return {2}; }
Shape imageShape(const Task& task) { return {1, task.size, task.size}; }
Shape sequenceShape(const Task& task) { return {task.length, task.features}; }
Shape tokenShape(const Task& task) { return {task.length}; }

void makeBlob(const Task& task, int64_t label, Rng& rng, float* out)
{
    for (int64_t i = 0; i < task.features; ++i)
        out[i] = static_cast<float>(2 * task.world.normal(static_cast<uint64_t>(label * task.features + i)) + task.noise * rng.normal());
}

void makeCircle(const Task& task, int64_t label, Rng& rng, float* out)
{
    const double angle = rng.uniform(0, 2 * pi), radius = static_cast<double>(label + 1) / static_cast<double>(task.classes);
    out[0] = static_cast<float>(2 * radius * std::cos(angle) + 0.1 * task.noise * rng.normal());
    out[1] = static_cast<float>(2 * radius * std::sin(angle) + 0.1 * task.noise * rng.normal());
}

void makeSpiral(const Task& task, int64_t label, Rng& rng, float* out)
{
    const double way = rng.uniform(0.1, 1), angle = 2 * pi * (way + static_cast<double>(label) / static_cast<double>(task.classes));
    out[0] = static_cast<float>(2 * way * std::cos(angle) + 0.05 * task.noise * rng.normal());
    out[1] = static_cast<float>(2 * way * std::sin(angle) + 0.05 * task.noise * rng.normal());
}

/// Waves whose direction is the class; width and position are chance.
void makeGrating(const Task& task, int64_t label, Rng& rng, float* out)
{
    const double direction = pi * static_cast<double>(label) / static_cast<double>(task.classes), phase = rng.uniform(0, 2 * pi);
    const double waves = 2 * pi * rng.uniform(2, 3) / static_cast<double>(task.size);
    const double across = waves * std::cos(direction), down = waves * std::sin(direction);
    for (int64_t y = 0; y < task.size; ++y)
        for (int64_t x = 0; x < task.size; ++x)
            *out++ = static_cast<float>(std::sin(across * static_cast<double>(x) + down * static_cast<double>(y) + phase) +
                                        task.noise * rng.normal());
}

/// The first step tells the class, what follows is noise: it has to be kept in mind.
void makeRecall(const Task& task, int64_t label, Rng& rng, float* out)
{
    for (int64_t step = 0; step < task.length; ++step)
        for (int64_t i = 0; i < task.features; ++i) {
            const double told = step == 0 ? 2 * task.world.normal(static_cast<uint64_t>(label * task.features + i)) : 0;
            *out++ = static_cast<float>(told + 0.5 * task.noise * rng.normal());
        }
}

float numberFor(const Task& task, const float* input)
{
    double along = 0, beside = 0;
    for (int64_t i = 0; i < task.features; ++i) {
        along += input[i] * task.world.normal(static_cast<uint64_t>(i));
        beside += input[i] * task.world.normal(static_cast<uint64_t>(task.features + i));
    }
    const double width = std::sqrt(static_cast<double>(task.features));
    return static_cast<float>(2 * std::sin(along / width) + beside / width);
}

/// A normal input; the target is a number that follows from it.
void makeCurve(const Task& task, int64_t, Rng& rng, float* out)
{
    for (int64_t i = 0; i < task.features; ++i) out[i] = static_cast<float>(rng.normal());
}

constexpr Kind kinds[] = {
    {.name = "blobs", .shape = featureShape, .make = makeBlob},
    {.name = "circles", .shape = planeShape, .make = makeCircle},
    {.name = "spirals", .shape = planeShape, .make = makeSpiral},
    {.name = "gratings", .shape = imageShape, .make = makeGrating},
    {.name = "recall", .shape = sequenceShape, .make = makeRecall},
    {.name = "grammar", .tokens = true, .shape = tokenShape},
    {.name = "curve", .number = true, .shape = featureShape, .make = makeCurve},
};

/// A sample is a function of the seed and its number, so that parts of one task can be told apart by their numbers.
class SyntheticDataset : public Dataset {
public:
    SyntheticDataset(const Kind& kind, const Attrs& attrs)
        : m_kind(kind), m_task{attrs.integer("classes"), attrs.integer("features"),
                               attrs.integer("size"),    attrs.integer("length"),
                               attrs.number("noise"),    Philox(seedOf(attrs), streamOf("synthetic world", 15), 0)},
          m_seed(seedOf(attrs)), m_size(attrs.integer("samples")), m_first(attrs.integer("first")), m_scale(attrs.number("scale")),
          m_shift(attrs.number("shift")), m_wrong(attrs.number("wrong_labels")), m_byClass(attrs.string("order") == "by_class")
    {
        Strings names;
        // Each class is so much rarer than the one before that the last is `imbalance` times rarer than the first.
        const double last = static_cast<double>(std::max<int64_t>(1, m_task.classes - 1)), imbalance = attrs.number("imbalance");
        for (int64_t i = 0; i < m_task.classes; ++i) {
            names.push_back(std::to_string(i));
            m_upTo.push_back((m_upTo.empty() ? 0 : m_upTo.back()) + std::pow(imbalance, -static_cast<double>(i) / last));
        }
        const Shape shape = kind.shape(m_task);
        if (kind.tokens) m_fields = {{"tokens", {DType::I64, shape}, names, false}, {"targets", {DType::I64, shape}, names, true}};
        else if (kind.number) m_fields = {{"input", {DType::F32, shape}, {}, false}, {"target", {DType::F32, {1}}, {}, true}};
        else m_fields = {{"input", {DType::F32, shape}, {}, false}, {"label", {DType::I64, {}}, names, true}};
    }

    int64_t size() const override { return m_size; }
    const std::vector<Field>& fields() const override { return m_fields; }

    void read(int64_t index, std::span<void* const> out) const override
    {
        Rng rng(m_seed, streamOf("synthetic sample", 16), static_cast<uint64_t>(m_first + index));
        if (m_kind.tokens) return speak(rng, static_cast<int64_t*>(out[0]), static_cast<int64_t*>(out[1]));
        int64_t label = 0;
        // By class: the same shares one behind the other.
        const double chance = rng.uniform(0, 1), place = (static_cast<double>(index) + 0.5) / static_cast<double>(m_size);
        const double at = (m_byClass ? place : chance) * m_upTo.back();
        while (label + 1 < m_task.classes && at >= m_upTo[static_cast<std::size_t>(label)]) ++label;
        const bool wrong = rng.uniform() < m_wrong;
        const auto other = static_cast<int64_t>(rng.below(static_cast<uint64_t>(std::max<int64_t>(1, m_task.classes - 1))));
        float* const input = static_cast<float*>(out[0]);
        m_kind.make(m_task, label, rng, input);
        if (m_kind.number) *static_cast<float*>(out[1]) = numberFor(m_task, input) + static_cast<float>(0.1 * m_task.noise * rng.normal());
        else *static_cast<int64_t*>(out[1]) = wrong ? (label + 1 + other) % m_task.classes : label;
        const int64_t count = m_fields[0].type.count();
        for (int64_t i = 0; i < count; ++i) input[i] = static_cast<float>(m_shift + m_scale * input[i]);
    }

    Json fitted() const override
    {
        return {{"shape", m_fields[0].type.shape.vector()}, {"dtype", dtypeName(m_fields[0].type.dtype)}, {"classes", m_fields[1].classes}};
    }

private:
    static uint64_t seedOf(const Attrs& attrs) { return static_cast<uint64_t>(attrs.integer("seed")); }

    /// After each pair of tokens one of two may come, one of them more often; now and then any, lest a world runs in circles.
    void speak(Rng& rng, int64_t* tokens, int64_t* targets) const
    {
        const auto words = static_cast<uint64_t>(m_task.classes);
        int64_t before = 0, now = static_cast<int64_t>(rng.below(words));
        for (int64_t i = 0; i < m_task.length; ++i) {
            tokens[i] = now;
            const uint64_t pair = static_cast<uint64_t>(before) * words + static_cast<uint64_t>(now);
            const double chance = rng.uniform() / std::max(1e-9, m_task.noise);
            const uint64_t rare = chance < 0.2;
            const auto next =
                static_cast<int64_t>(chance < 0.05 ? rng.below(words) : (uint64_t{m_task.world.bits(2 * pair + rare)} * words) >> 32);
            before = now;
            targets[i] = now = next;
        }
    }

    const Kind& m_kind;
    Task m_task;
    uint64_t m_seed;
    int64_t m_size, m_first;
    double m_scale, m_shift, m_wrong;
    bool m_byClass;
    std::vector<double> m_upTo; // weights of the classes, summed up
    std::vector<Field> m_fields;
};

Opened open(const OpenCall& call)
{
    const auto* kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& k) { return k.name == call.attrs.string("kind"); });
    return std::unique_ptr<Dataset>(std::make_unique<SyntheticDataset>(*kind, call.attrs));
}

std::vector<std::string_view> kindNames()
{
    std::vector<std::string_view> names;
    for (const Kind& kind : kinds) names.push_back(kind.name);
    return names;
}

} // namespace

extern const SourceSpec source_synthetic = {
    .name = "synthetic",
    .doc = "Samples made by a formula, for lessons and tests. blobs: a cloud for each class; circles and spirals: classes in a plane; "
           "gratings: pictures of waves whose direction is the class; recall: sequences whose first step tells the class; grammar: tokens "
           "that follow from the two before; curve: numbers to be predicted.",
    .attributes =
        {{.name = "kind", .type = AttrType::String, .required = true, .choicesFrom = kindNames, .doc = "What the samples are."},
         {.name = "samples", .type = AttrType::Int, .fallback = int64_t{2000}, .min = 1, .max = 4e9, .doc = "Number of samples."},
         {.name = "first",
          .type = AttrType::Int,
          .fallback = int64_t{0},
          .min = 0,
          .max = 0x1p53,
          .doc = "Number of the first sample; validation data take numbers that training does not reach."},
         {.name = "classes",
          .type = AttrType::Int,
          .fallback = int64_t{3},
          .min = 2,
          .max = 1000,
          .doc = "Number of classes, or of different tokens."},
         {.name = "features", .type = AttrType::Int, .fallback = int64_t{8}, .min = 1, .max = 4096, .doc = "Of blobs, recall and curve."},
         {.name = "size", .type = AttrType::Int, .fallback = int64_t{16}, .min = 4, .max = 512, .unit = "pixels", .doc = "Of gratings."},
         {.name = "length", .type = AttrType::Int, .fallback = int64_t{24}, .min = 1, .max = 4096, .doc = "Of recall and grammar."},
         {.name = "noise", .type = AttrType::Float, .fallback = 1.0, .min = 0, .max = 5, .doc = "How much chance there is in a sample."},
         {.name = "scale", .type = AttrType::Float, .fallback = 1.0, .doc = "Inputs are multiplied by it."},
         {.name = "shift", .type = AttrType::Float, .fallback = 0.0, .doc = "Is added to inputs."},
         {.name = "wrong_labels", .type = AttrType::Float, .fallback = 0.0, .min = 0, .max = 1, .doc = "Share of labels that are wrong."},
         {.name = "imbalance",
          .type = AttrType::Float,
          .fallback = 1.0,
          .min = 1,
          .max = 1e6,
          .doc = "How many times the first class is as frequent as the last."},
         {.name = "order",
          .type = AttrType::String,
          .fallback = std::string("mixed"),
          .choices = {"mixed", "by_class"},
          .doc = "Whether samples of one class stand one behind the other."},
         {.name = "seed", .type = AttrType::Int, .fallback = int64_t{0}, .min = 0, .doc = "Of the random numbers."}},
    .open = open,
    .encode = encodeArrayInput,
};

} // namespace ds
