// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/dataset.h"
#include "core/tensor/tensor.h"

namespace ds {

/// Samples that lie in memory as tensors; for programs that have no files.
class ArrayDataset : public Dataset {
public:
    struct Array {
        std::string name;
        Tensor values; ///< the first axis counts samples
        std::vector<std::string> classes = {};
        bool target = false;
    };
    /// Asserts that there is at least one array and that all have the same number of samples.
    explicit ArrayDataset(std::vector<Array> arrays);

    int64_t size() const override { return m_size; }
    const std::vector<Field>& fields() const override { return m_fields; }
    void read(int64_t index, std::span<void* const> out) const override;
    std::size_t residentBytes() const override;

private:
    std::vector<Field> m_fields;
    std::vector<Tensor> m_values; // dense
    int64_t m_size = 0;
};

} // namespace ds
