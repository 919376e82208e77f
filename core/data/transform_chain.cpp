// SPDX-License-Identifier: Apache-2.0
#include "core/data/transform_chain.h"

#include <algorithm>
#include <cstring>
#include <map>

#include <nlohmann/json.hpp>

namespace ds {

namespace {

constexpr std::size_t alignment = 64;
constexpr int64_t mostLearnt = 10000; // samples
constexpr double always = 2;

std::size_t rounded(std::size_t bytes) { return (bytes + alignment - 1) / alignment * alignment; }

/// Of the calling thread; grows to what its largest sample takes.
std::byte* threadMemory(std::size_t bytes)
{
    thread_local std::vector<std::byte> memory;
    if (memory.size() < bytes + alignment) memory.resize(bytes + alignment);
    const auto at = reinterpret_cast<std::uintptr_t>(memory.data());
    return memory.data() + (rounded(at) - at);
}

Result<const TransformSpec*> prepared(TransformStep& step)
{
    const TransformSpec* spec = findTransform(step.type);
    if (spec) return spec;
    std::vector<std::string_view> known;
    for (const TransformSpec* candidate : allTransforms()) known.push_back(candidate->name);
    const std::string near = nearest(step.type, known);
    return Error{phrase("Data", "there is no transform \"%1\"").with({step.type}), "",
                 didYouMean(near, phrase("Data", "See `deepseek list transforms`."))};
}

/// "2" or "2, random_crop".
std::string placeOf(std::size_t number, const std::string& type)
{
    return std::to_string(number + 1) + (findTransform(type) ? ", " + type : "");
}

/// Fields that a step changes.
Result<std::vector<std::size_t>> fieldsOf(const TransformSpec& spec, const Attrs& attrs, const std::vector<Field>& fields)
{
    std::vector<std::size_t> chosen;
    std::string have;
    std::vector<std::string_view> names;
    for (const Field& field : fields) {
        have += (have.empty() ? "" : ", ") + field.name + " " + field.type.text();
        names.push_back(field.name);
    }
    for (const std::string& name : attrs.strings("fields")) {
        const auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
        if (at == fields.end()) {
            const std::string near = nearest(name, names);
            return Error{phrase("Data", "the data have no field \"%1\"").with({name}), "fields",
                         didYouMean(near, phrase("Data", "They have %1.").with({have}))};
        }
        if (!fits(spec.kind, *at))
            return Error{
                phrase("Data", "the field \"%1\" is %2, but it works on %3").with({name, at->type.text(), transformKindText(spec.kind)}),
                "fields", ""};
        chosen.push_back(static_cast<std::size_t>(at - fields.begin()));
    }
    if (chosen.empty())
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (!fields[i].target && fits(spec.kind, fields[i])) chosen.push_back(i);
    if (chosen.empty())
        return Error{phrase("Data", "no input is of the kind that it works on: %1").with({std::string(transformKindText(spec.kind))}), "",
                     phrase("Data", "The data have %1.").with({have})};
    return chosen;
}

} // namespace

Errors checkSteps(std::vector<TransformStep>& steps)
{
    Errors errors;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Result<const TransformSpec*> spec = prepared(steps[i]);
        if (!spec) errors.push_back(spec.error().in(placeOf(i, steps[i].type)));
        else
            for (const Error& error : validate(transformAttributes(**spec), steps[i].attrs))
                errors.push_back(error.in(placeOf(i, steps[i].type)));
    }
    return errors;
}

TransformChain TransformChain::make(const ChainRequest& request, Errors& errors)
{
    TransformChain chain;
    chain.m_seed = request.seed;
    chain.m_before = chain.m_after = request.fields;
    chain.m_plans.resize(request.fields.size());
    std::map<std::string, uint32_t> seen;
    std::vector<TransformStep> steps = request.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        TransformStep& step = steps[i];
        const auto fail = [&](const Error& error) { errors.push_back(error.in(placeOf(i, step.type))); };
        const Result<const TransformSpec*> found = prepared(step);
        if (!found) {
            fail(found.error());
            continue;
        }
        const TransformSpec& spec = **found;
        // Numbers follow from the name and how often it came before, so that other transforms beside it change nothing.
        const uint32_t stream = streamOf(step.type.data(), step.type.size()) + seen[step.type]++ * 0x85EBCA6Bu;
        const Errors problems = validate(transformAttributes(spec), step.attrs);
        for (const Error& problem : problems) fail(problem);
        if (!problems.empty()) continue;
        const Result<std::vector<std::size_t>> fields = fieldsOf(spec, step.attrs, chain.m_after);
        const bool still = spec.random() && !request.training;
        if (!fields) {
            if (!still) fail(fields.error()); // else the training data have said so, and words of single inputs name no vocabulary
            continue;
        }
        for (const std::size_t f : *fields) {
            const SampleVisits visit = [&, f](const std::function<void(const void*)>& use) {
                std::vector<Tensor> memory;
                std::vector<void*> rows;
                for (const Field& field : chain.m_after) rows.push_back(memory.emplace_back(field.type).raw());
                const int64_t size = request.data->size(), count = std::min(size, mostLearnt);
                for (int64_t k = 0; k < count; ++k) {
                    chain.read(*request.data, 0, k * size / count, rows);
                    use(rows[f]);
                }
            };
            const std::string key = std::to_string(i + 1) + "/" + chain.m_after[f].name;
            Floats learnt;
            if (!request.data && request.learnt && request.learnt->is_object() && request.learnt->contains(key)) {
                const Json& list = (*request.learnt)[key];
                if (list.is_array() && std::all_of(list.begin(), list.end(), [](const Json& x) { return x.is_number(); }))
                    learnt = list.get<Floats>();
            }
            Prepared made = spec.prepare({step.attrs, chain.m_after[f], request.data ? visit : SampleVisits(), learnt, still});
            if (!made) {
                fail(made.error());
                break;
            }
            std::shared_ptr<const FieldTransform> transform = std::move(*made);
            const bool reshapes = transform->after().type != chain.m_after[f].type;
            if (still && !reshapes) continue;
            if (!transform->learnt().empty()) chain.m_learnt.emplace_back(key, transform->learnt());
            // Samples of one batch have one shape, so what changes it happens always.
            const double probability = still || reshapes || !spec.random() ? always : step.attrs.number("probability");
            chain.m_plans[f].links.push_back({transform.get(), stream, probability});
            chain.m_plans[f].bytes = std::max(chain.m_plans[f].bytes, chain.m_after[f].type.bytes());
            chain.m_after[f] = transform->after();
            chain.m_scratch = std::max(chain.m_scratch, static_cast<std::size_t>(transform->scratch()) * sizeof(float));
            chain.m_bytes = std::max(chain.m_bytes, chain.m_plans[f].bytes);
            chain.m_transforms.push_back(std::move(transform));
        }
    }
    return chain;
}

bool TransformChain::empty() const { return m_transforms.empty(); }

Json TransformChain::learnt() const
{
    if (m_learnt.empty()) return nullptr;
    Json json = Json::object();
    for (const auto& [key, values] : m_learnt) json[key] = values;
    return json;
}

void TransformChain::read(const Dataset& dataset, int64_t epoch, int64_t index, std::span<void* const> out) const
{
    // Fields that nothing happens to are read to where they go, others into memory of this thread.
    thread_local std::vector<void*> rows;
    rows.assign(out.begin(), out.end());
    std::size_t total = 2 * rounded(m_bytes) + rounded(m_scratch);
    for (const FieldPlan& plan : m_plans)
        if (!plan.links.empty()) total += rounded(plan.bytes);
    std::byte* memory = threadMemory(total);
    std::byte* spare = memory;
    float* scratch = reinterpret_cast<float*>(memory + rounded(m_bytes));
    std::byte* next = memory + rounded(m_bytes) + rounded(m_scratch);
    for (std::size_t f = 0; f < m_plans.size(); ++f)
        if (!m_plans[f].links.empty()) {
            rows[f] = next;
            next += rounded(m_plans[f].bytes);
        }
    dataset.readInEpoch(epoch, index, rows);
    for (std::size_t f = 0; f < m_plans.size(); ++f)
        if (!m_plans[f].links.empty()) run(m_plans[f], f, epoch, index, static_cast<std::byte*>(rows[f]), spare, scratch, out[f]);
}

void TransformChain::run(const FieldPlan& plan, std::size_t field, int64_t epoch, int64_t index, std::byte* from, std::byte* spare,
                         float* scratch, void* out) const
{
    for (std::size_t i = 0; i < plan.links.size(); ++i) {
        const Link& link = plan.links[i];
        const bool last = i + 1 == plan.links.size();
        Draws draws(m_seed, link.stream, epoch, index);
        draws.setField(field);
        // The first number decides, whatever the probability, so that the others do not depend on it.
        if (!(static_cast<double>(draws.uniform()) < link.probability)) {
            if (last) std::memcpy(out, from, m_after[field].type.bytes());
            continue;
        }
        link.transform->apply(draws, from, last ? out : spare, scratch);
        if (!last) std::swap(from, spare);
    }
}

Result<Tensor> TransformChain::apply(const std::string& field, const Tensor& value) const
{
    const auto at = std::find_if(m_before.begin(), m_before.end(), [&](const Field& f) { return f.name == field; });
    const auto f = static_cast<std::size_t>(at - m_before.begin());
    if (at == m_before.end() || m_plans[f].links.empty()) return value;
    const Tensor dense = value.contiguous();
    if (dense.type() != at->type)
        return Error{phrase("Data", "expects %1, got %2").with({at->type.text(), dense.type().text()}), "field \"" + field + "\"", ""};
    std::vector<std::byte> first(m_plans[f].bytes), second(m_plans[f].bytes);
    std::vector<float> scratch(m_scratch / sizeof(float) + 1);
    std::memcpy(first.data(), dense.raw(), at->type.bytes());
    Tensor out(m_after[f].type);
    run(m_plans[f], f, 0, 0, first.data(), second.data(), scratch.data(), out.raw());
    return out;
}

} // namespace ds
