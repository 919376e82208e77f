// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/facts.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <thread>
#include <unordered_set>

#include "core/backends/cpu/cpu.h"
#include "core/train/inspect_project.h"
#include "core/train/run_parts.h"

namespace ds::inspector {

namespace {

constexpr int64_t mostSamples = 2048, mostHashed = 8192;  // that are looked at, that are compared with others
constexpr std::size_t mostBytes = std::size_t{256} << 20; // read of one data set for either purpose
constexpr std::size_t mostValues = std::size_t{4} << 20;  // of a field, for its statistics
constexpr std::size_t atOnce = std::size_t{1} << 16;      // of them, kept until their statistics are taken
constexpr int64_t mostBatches = 8;

int64_t classOf(const Tensor& values, int64_t i) { return values.span<int64_t>()[static_cast<std::size_t>(i)]; }

/// Reads samples one at a time.
class Reader {
public:
    explicit Reader(const Dataset& data) : m_data(data)
    {
        for (const Field& field : data.fields()) {
            m_values.emplace_back(field.type);
            m_bytes += field.type.bytes();
        }
        for (Tensor& value : m_values) m_out.push_back(value.raw());
    }
    void read(int64_t index) { m_data.read(index, m_out); }
    const Tensor& value(std::size_t field) const { return m_values[field]; }

    /// How many of at most `most` samples may be read.
    int64_t affordable(int64_t most) const
    {
        const auto byBytes = static_cast<int64_t>(mostBytes / std::max<std::size_t>(1, m_bytes));
        return std::min({m_data.size(), most, std::max<int64_t>(64, byBytes)});
    }
    /// The number of the i-th of `count` samples that are spread over all.
    int64_t spread(int64_t i, int64_t count) const { return i * m_data.size() / count; }

    /// Of all inputs.
    std::size_t hash() const
    {
        std::size_t hash = 0;
        for (std::size_t field = 0; field < m_values.size(); ++field) {
            if (m_data.fields()[field].target) continue;
            const std::string_view bytes(static_cast<const char*>(m_values[field].raw()), m_values[field].bytes());
            hash = hash * 1099511628211u + std::hash<std::string_view>{}(bytes);
        }
        return hash;
    }

private:
    const Dataset& m_data;
    std::vector<Tensor> m_values;
    std::vector<void*> m_out;
    std::size_t m_bytes = 0;
};

std::vector<FieldFacts> fieldsOf(const Dataset& data)
{
    Reader reader(data);
    std::vector<FieldFacts> facts;
    std::vector<std::vector<float>> values(data.fields().size());
    const auto take = [&](std::size_t f) {
        facts[f].values.add(statisticsOf(values[f]));
        values[f].clear();
    };
    for (const Field& field : data.fields()) {
        facts.push_back({field.name, field.target, field.type.count() == 1, {}, {}});
        facts.back().counts.resize(field.classes.size());
    }
    const int64_t count = reader.affordable(mostSamples);
    for (int64_t i = 0; i < count; ++i) {
        reader.read(reader.spread(i, count));
        for (std::size_t f = 0; f < facts.size(); ++f) {
            const Tensor& value = reader.value(f);
            if (value.dtype() == DType::F32) {
                const auto numbers = value.span<float>();
                if (static_cast<std::size_t>(facts[f].values.count) + values[f].size() + numbers.size() > mostValues) continue;
                values[f].insert(values[f].end(), numbers.begin(), numbers.end());
                if (values[f].size() >= atOnce) take(f);
            } else if (value.dtype() == DType::I64 && !facts[f].counts.empty()) {
                for (int64_t k = 0; k < value.count(); ++k)
                    if (const auto at = static_cast<std::size_t>(classOf(value, k)); at < facts[f].counts.size()) ++facts[f].counts[at];
            }
        }
    }
    for (std::size_t f = 0; f < facts.size(); ++f) take(f);
    return facts;
}

void compareValidation(const DataSets& data, Facts& facts)
{
    if (!data.validation) return;
    Reader train(*data.train), validation(*data.validation);
    std::unordered_set<std::size_t> known;
    const int64_t count = train.affordable(mostHashed);
    for (int64_t i = 0; i < count; ++i) {
        train.read(train.spread(i, count));
        known.insert(train.hash());
    }
    facts.trainingCompared = static_cast<double>(count) / static_cast<double>(data.train->size());
    facts.validationSeen = validation.affordable(mostSamples);
    for (int64_t i = 0; i < facts.validationSeen; ++i) {
        validation.read(validation.spread(i, facts.validationSeen));
        facts.validationKnown += known.contains(validation.hash());
    }
}

/// Classes in the first batches to those in as many samples at random; 1 where the target is no single class.
double batchClasses(const RunParts& parts, const FieldFacts* target)
{
    if (!target || !target->single || target->counts.empty()) return 1;
    const auto& fields = parts.data.train->fields();
    const auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == target->name; });
    const Attrs& training = parts.training();
    DataLoader loader(parts.data.train, {parts.batchSize, training.boolean("shuffle"), true, parts.seed, 0, 1});
    const int64_t batches = std::min(mostBatches, loader.batchesPerEpoch());
    double seen = 0, expected = 0, all = 0;
    for (int64_t count : target->counts) all += static_cast<double>(count);
    Batch batch;
    for (int64_t i = 0; i < batches && loader.next(batch); ++i) {
        std::set<int64_t> classes;
        const Tensor& labels = batch.fields[static_cast<std::size_t>(at - fields.begin())];
        for (int64_t k = 0; k < labels.count(); ++k) classes.insert(classOf(labels, k));
        seen += static_cast<double>(classes.size());
        for (int64_t count : target->counts)
            expected += 1 - std::pow(1 - static_cast<double>(count) / all, static_cast<double>(labels.count()));
    }
    return expected > 0 ? seen / expected : 1;
}

double chanceLossOf(const std::string& loss, const FieldFacts* target)
{
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    if (!target) return unknown;
    if (loss == "mse" && target->values.finite() > 0) return target->values.variance;
    if (loss != "cross_entropy" || target->counts.empty()) return unknown;
    double all = 0, entropy = 0;
    for (int64_t count : target->counts) all += static_cast<double>(count);
    for (int64_t count : target->counts)
        if (const double share = static_cast<double>(count) / all; share > 0) entropy -= share * std::log(share);
    return entropy;
}

std::size_t memoryOfMachine()
{
    const long pages = ::sysconf(_SC_PHYS_PAGES), size = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<std::size_t>(pages) * static_cast<std::size_t>(size) : 0;
}

} // namespace

const FieldFacts* Facts::target() const
{
    const std::string name = targetOf(document);
    const auto at = std::find_if(fields.begin(), fields.end(), [&](const FieldFacts& field) { return name == field.name; });
    return at == fields.end() ? nullptr : &*at;
}

const LayerNode* Facts::prediction() const { return document.model.find(predictionOf(document)); }

std::string targetOf(const Document& document)
{
    const AttrValue* value = document.loss.attrs.find("target");
    const std::string* name = value ? std::get_if<std::string>(value) : nullptr;
    return name ? *name : std::string();
}

std::string predictionOf(const Document& document)
{
    const AttrValue* value = document.loss.attrs.find("prediction");
    const std::string* name = value ? std::get_if<std::string>(value) : nullptr;
    return name ? name->substr(0, name->find(':')) : std::string();
}

Facts factsOf(const RunParts& parts)
{
    Facts facts;
    const ProjectCheck check = checkProject(parts.learner->document(), &parts.data);
    facts.document = check.document;
    facts.problems = findProblems(check.document, check.lowered, check.errors);
    facts.samples = parts.data.train->size();
    facts.batchSize = parts.batchSize;
    facts.updates = parts.totalUpdates;
    facts.loaderThreads = parts.loaderThreads();
    facts.computeThreads = cpuThreads();
    facts.processors = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    facts.predictedMemory = parts.predictedPeak;
    facts.memory = memoryOfMachine();
    if (facts.samples == 0) return facts;
    facts.fields = fieldsOf(*parts.data.train);
    compareValidation(parts.data, facts);
    facts.batchClasses = batchClasses(parts, facts.target());
    facts.chanceLoss = chanceLossOf(facts.document.loss.type, facts.target());
    return facts;
}

} // namespace ds::inspector
