// SPDX-License-Identifier: Apache-2.0
// Data sets in memory for tests of transforms.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/transformed_dataset.h"

namespace ds::test {

/// Samples of one field, filled with numbers that are all different.
class Samples : public Dataset {
public:
    Samples(Field field, int64_t size) : m_size(size), m_fields{std::move(field)} {}
    int64_t size() const override { return m_size; }
    const std::vector<Field>& fields() const override { return m_fields; }
    void read(int64_t index, std::span<void* const> out) const override
    {
        const Field& field = m_fields.front();
        const int64_t count = field.type.count();
        for (int64_t i = 0; i < count; ++i)
            if (field.type.dtype == DType::F32)
                static_cast<float*>(out[0])[i] = static_cast<float>(i) + 0.25f * static_cast<float>(index % 4);
            else static_cast<int64_t*>(out[0])[i] = (i + index) % static_cast<int64_t>(field.classes.size());
    }

private:
    int64_t m_size;
    std::vector<Field> m_fields;
};

inline std::shared_ptr<const Dataset> samplesOf(const Field& field, int64_t size = 4) { return std::make_shared<Samples>(field, size); }

inline TransformStep step(std::string_view name, Attrs attrs = {}) { return {std::string(name), std::move(attrs)}; }

inline std::vector<float> floats(const Dataset& data, int64_t epoch, int64_t index)
{
    std::vector<float> values(static_cast<std::size_t>(data.fields()[0].type.count()));
    void* out[] = {values.data()};
    data.readInEpoch(epoch, index, out);
    return values;
}

} // namespace ds::test
