// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/summary.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/tensor/tensor.h"

namespace ds::ui {

namespace {

constexpr int bins = 48;

/// Which summary an element belongs to.
struct Division {
    int64_t parts = 1;  ///< channels or columns
    int64_t length = 1; ///< elements of one part
};

Division divisionOf(const Field& field)
{
    const Shape& shape = field.type.shape;
    if (kindOf(field) == FieldKind::Image) return {shape[0], shape.count() / std::max<int64_t>(1, shape[0])};
    if (kindOf(field) == FieldKind::Row) return {shape[0], 1};
    return {1, shape.count()};
}

std::string partName(const Field& field, const Division& division, int64_t part)
{
    if (division.parts == 1) return field.name;
    static constexpr const char* colors[] = {"red", "green", "blue"};
    if (kindOf(field) == FieldKind::Image) return division.parts == 3 ? colors[part] : "channel " + std::to_string(part);
    return "column " + std::to_string(part + 1);
}

/// Two passes over the same samples: ranges and moments first, histograms then.
class FieldReader {
public:
    explicit FieldReader(const Field& field) : m_division(divisionOf(field)), m_sums(static_cast<std::size_t>(m_division.parts))
    {
        m_summary.field = field;
        if (kindOf(field) == FieldKind::Class) m_summary.classCounts.resize(field.classes.size());
        for (int64_t part = 0; part < m_division.parts; ++part) {
            ValueSummary value;
            value.name = partName(field, m_division, part);
            value.min = INFINITY;
            value.max = -INFINITY;
            m_summary.values.push_back(value);
        }
    }

    void measure(const void* data)
    {
        each(data, [&](std::size_t part, double x) {
            ValueSummary& value = m_summary.values[part];
            ++value.count;
            if (!std::isfinite(x)) {
                ++value.missing;
                return;
            }
            value.zeros += x == 0;
            value.min = std::min(value.min, x);
            value.max = std::max(value.max, x);
            // Welford's update: no cancellation however far the mean is from zero.
            const double seen = static_cast<double>(value.count - value.missing), delta = x - value.mean;
            value.mean += delta / seen;
            m_sums[part] += delta * (x - value.mean);
        });
        if (kindOf(m_summary.field) != FieldKind::Class) return;
        const auto index = static_cast<int64_t>(elementOf(m_summary.field.type.dtype, data, 0));
        if (index < 0) {
            ++m_summary.outOfRange;
            return;
        }
        if (m_summary.field.classes.empty() && index < 1000) // unnamed classes: as many as there are
            m_summary.classCounts.resize(std::max(m_summary.classCounts.size(), static_cast<std::size_t>(index) + 1));
        if (static_cast<std::size_t>(index) < m_summary.classCounts.size()) ++m_summary.classCounts[static_cast<std::size_t>(index)];
        else ++m_summary.outOfRange;
    }

    void count(const void* data)
    {
        each(data, [&](std::size_t part, double x) {
            ValueSummary& value = m_summary.values[part];
            if (value.histogram.empty()) value.histogram.resize(bins);
            if (!std::isfinite(x)) return;
            const double width = value.max - value.min;
            const int bin = width > 0 ? static_cast<int>((x - value.min) / width * bins) : bins / 2;
            ++value.histogram[static_cast<std::size_t>(std::clamp(bin, 0, bins - 1))];
        });
    }

    FieldSummary result()
    {
        for (std::size_t part = 0; part < m_summary.values.size(); ++part) {
            ValueSummary& value = m_summary.values[part];
            const int64_t finite = value.count - value.missing;
            value.deviation = finite > 0 ? std::sqrt(m_sums[part] / static_cast<double>(finite)) : 0;
            if (finite == 0) value.min = value.max = 0;
        }
        return std::move(m_summary);
    }

private:
    template <class Visit>
    void each(const void* data, Visit visit) const
    {
        const DType dtype = m_summary.field.type.dtype;
        for (int64_t part = 0, i = 0; part < m_division.parts; ++part)
            for (int64_t k = 0; k < m_division.length; ++k, ++i) visit(static_cast<std::size_t>(part), elementOf(dtype, data, i));
    }

    Division m_division;
    FieldSummary m_summary;
    std::vector<double> m_sums; // of squared distances from the mean
};

} // namespace

double elementOf(DType dtype, const void* data, int64_t i)
{
    switch (dtype) {
    case DType::F32: return static_cast<double>(static_cast<const float*>(data)[i]);
    case DType::F64: return static_cast<const double*>(data)[i];
    case DType::I32: return static_cast<const int32_t*>(data)[i];
    case DType::I64: return static_cast<double>(static_cast<const int64_t*>(data)[i]);
    case DType::U8:
    case DType::Bool: return static_cast<const uint8_t*>(data)[i];
    default: return NAN; // no source gives half precision
    }
}

FieldKind kindOf(const Field& field)
{
    const Shape& shape = field.type.shape;
    const bool real = isFloat(field.type.dtype) || field.type.dtype == DType::U8;
    if (real && shape.rank() == 3 && (shape[0] == 1 || shape[0] == 3) && shape[1] > 1 && shape[2] > 1) return FieldKind::Image;
    if (!real && shape.rank() == 1 && !field.classes.empty()) return FieldKind::Text;
    if (!real && shape.count() == 1) return FieldKind::Class;
    if (shape.rank() == 1 && shape[0] <= mostColumns) return FieldKind::Row;
    return FieldKind::Other;
}

DataSummary summarise(const Dataset& dataset, int64_t limit, const std::atomic<bool>& stop)
{
    DataSummary summary;
    summary.samples = dataset.size();
    const int64_t wanted = std::min(limit, summary.samples);
    std::vector<FieldReader> readers;
    std::vector<Tensor> buffers;
    std::vector<void*> rows;
    for (const Field& field : dataset.fields()) {
        readers.emplace_back(field);
        buffers.emplace_back(field.type);
        rows.push_back(buffers.back().raw());
    }
    const auto pass = [&](auto visit) {
        int64_t done = 0;
        for (; done < wanted && !stop; ++done) {
            dataset.read(done * summary.samples / wanted, rows);
            for (std::size_t i = 0; i < readers.size(); ++i) visit(readers[i], rows[i]);
        }
        return done;
    };
    for (std::size_t i = 0; i < dataset.fields().size() && summary.classField < 0; ++i)
        if (kindOf(dataset.fields()[i]) == FieldKind::Class) summary.classField = static_cast<int>(i);
    const std::size_t classField = static_cast<std::size_t>(std::max(0, summary.classField));
    summary.read = pass([&](FieldReader& reader, const void* data) {
        reader.measure(data);
        if (summary.classField >= 0 && &reader == &readers[classField])
            summary.classOf.push_back(static_cast<int32_t>(elementOf(dataset.fields()[classField].type.dtype, data, 0)));
    });
    for (int64_t i = 0; i < summary.read; ++i) summary.indices.push_back(i * summary.samples / wanted);
    pass([](FieldReader& reader, const void* data) { reader.count(data); });
    for (FieldReader& reader : readers) summary.fields.push_back(reader.result());
    return summary;
}

} // namespace ds::ui
