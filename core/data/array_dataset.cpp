// SPDX-License-Identifier: Apache-2.0
#include "core/data/array_dataset.h"

#include <cstring>

namespace ds {

ArrayDataset::ArrayDataset(std::vector<Array> arrays)
{
    assert(!arrays.empty());
    m_size = arrays.front().values.shape()[0];
    for (Array& array : arrays) {
        assert(array.values.shape()[0] == m_size);
        Shape shape = array.values.shape();
        shape.erase(0);
        m_fields.push_back({std::move(array.name), {array.values.dtype(), shape}, std::move(array.classes), array.target});
        m_values.push_back(array.values.contiguous());
    }
}

void ArrayDataset::read(int64_t index, std::span<void* const> out) const
{
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const std::size_t bytes = m_fields[i].type.bytes();
        std::memcpy(out[i], static_cast<const std::byte*>(m_values[i].raw()) + static_cast<std::size_t>(index) * bytes, bytes);
    }
}

std::size_t ArrayDataset::residentBytes() const
{
    std::size_t bytes = 0;
    for (const Tensor& tensor : m_values) bytes += tensor.bytes();
    return bytes;
}

} // namespace ds
