// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include <nlohmann/json.hpp>

#include "core/base/philox.h"
#include "core/data/array_input.h"
#include "core/data/file_bytes.h"
#include "core/data/source.h"

namespace ds {

namespace {

/// Samples are windows into one pool of random numbers, so that making them costs a copy and a benchmark measures training.
class RandomDataset : public Dataset {
public:
    RandomDataset(const Attrs& attrs, Shape shape) : m_random(static_cast<uint64_t>(attrs.integer("seed")), streamOf("random data", 11), 0)
    {
        constexpr std::size_t windows = 1 << 16;
        m_size = attrs.integer("samples");
        const auto names = [](int64_t count) {
            Strings list;
            for (int64_t i = 0; i < count; ++i) list.push_back(std::to_string(i));
            return list;
        };
        const int64_t vocabulary = attrs.integer("vocabulary");
        m_classes = vocabulary ? vocabulary : attrs.integer("classes");
        const std::size_t count = static_cast<std::size_t>(shape.count());
        if (vocabulary) {
            m_fields = {{"tokens", {DType::I64, shape}, names(vocabulary), false},
                        {"targets", {DType::I64, shape}, names(vocabulary), true}};
            m_tokens.resize(count + 1 + windows);
            for (std::size_t i = 0; i < m_tokens.size(); ++i) m_tokens[i] = below(i, vocabulary);
        } else {
            m_fields = {{"input", {DType::F32, shape}, {}, false}};
            if (m_classes) m_fields.push_back({"label", {DType::I64, {}}, names(m_classes), true});
            else m_fields.push_back({"target", {DType::F32, {1}}, {}, true});
            m_values.resize(count + windows);
            for (std::size_t i = 0; i < m_values.size(); ++i) m_values[i] = static_cast<float>(m_random.normal(i));
        }
    }

    int64_t size() const override { return m_size; }
    const std::vector<Field>& fields() const override { return m_fields; }

    void read(int64_t index, std::span<void* const> out) const override
    {
        const uint64_t element = (uint64_t{1} << 40) + static_cast<uint64_t>(index);
        const std::size_t start = m_random.bits(2 * element) >> 16;
        const std::size_t bytes = m_fields[0].type.bytes();
        if (!m_tokens.empty()) {
            std::memcpy(out[0], &m_tokens[start], bytes);
            std::memcpy(out[1], &m_tokens[start + 1], bytes);
            return;
        }
        std::memcpy(out[0], &m_values[start], bytes);
        if (m_classes) *static_cast<int64_t*>(out[1]) = below(2 * element + 1, m_classes);
        else *static_cast<float*>(out[1]) = m_values[start];
    }

    Json fitted() const override
    {
        return {{"shape", m_fields[0].type.shape.vector()}, {"dtype", dtypeName(m_fields[0].type.dtype)}, {"classes", m_fields[1].classes}};
    }
    std::size_t residentBytes() const override { return m_values.size() * sizeof(float) + m_tokens.size() * sizeof(int64_t); }

private:
    int64_t below(uint64_t element, int64_t n) const
    {
        return static_cast<int64_t>((uint64_t{m_random.bits(element)} * static_cast<uint64_t>(n)) >> 32);
    }

    Philox m_random;
    int64_t m_size = 0, m_classes = 0;
    std::vector<Field> m_fields;
    std::vector<float> m_values;
    std::vector<int64_t> m_tokens;
};

Opened open(const OpenCall& call)
{
    constexpr int64_t largest = int64_t{1} << 30;
    const Ints& dims = call.attrs.ints("shape");
    int64_t count = 1;
    bool good = dims.size() < static_cast<std::size_t>(Shape::maxRank);
    for (int64_t dim : dims) good = good && multiplied(count, dim) && count <= largest;
    if (!good) return Error{phrase("Data", "expects up to 7 sizes with at most 2^30 elements, got %1").with({attrText(dims)}), "shape", ""};
    return std::unique_ptr<Dataset>(std::make_unique<RandomDataset>(call.attrs, Shape(dims)));
}

} // namespace

extern const SourceSpec source_random = {
    .name = "random",
    .doc = "Random numbers of any shape, for benchmarks: normal inputs with uniform labels, or tokens with the next token as target.",
    .attributes = {{.name = "shape", .type = AttrType::Ints, .required = true, .min = 1, .doc = "Sizes of one sample."},
                   {.name = "samples", .type = AttrType::Int, .fallback = int64_t{1024}, .min = 1, .max = 4e9, .doc = "Number of samples."},
                   {.name = "classes",
                    .type = AttrType::Int,
                    .fallback = int64_t{10},
                    .min = 0,
                    .max = 1e6,
                    .doc = "Number of classes; 0: the target is a number."},
                   {.name = "vocabulary",
                    .type = AttrType::Int,
                    .fallback = int64_t{0},
                    .min = 0,
                    .max = 1e6,
                    .doc = "If above 0, samples are tokens below it, for language models."},
                   {.name = "seed", .type = AttrType::Int, .fallback = int64_t{0}, .min = 0, .doc = "Of the random numbers."}},
    .open = open,
    .encode = encodeArrayInput,
};

} // namespace ds
