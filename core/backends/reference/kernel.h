// SPDX-License-Identifier: Apache-2.0
// Kernels of the reference backend: plain loops in double over any dtype. They are the oracle of all other
// backends, so they follow the formula, not the machine.
#pragma once

#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "core/backends/backend.h"

namespace ds::reference {

/// One tensor in row-major order.
class Array {
public:
    Array() = default;
    Array(const TensorType& type, void* data) : m_type(&type), m_data(data) {}

    bool present() const { return m_data != nullptr; }
    const Shape& shape() const { return m_type->shape; }
    DType dtype() const { return m_type->dtype; }
    int64_t count() const { return m_type->count(); }
    double operator[](int64_t index) const { return loadElement(m_type->dtype, m_data, index); }
    void set(int64_t index, double value) { storeElement(m_type->dtype, m_data, index, value); }
    void add(int64_t index, double value) { set(index, (*this)[index] + value); }
    void* data() { return m_data; }
    const void* data() const { return m_data; }

private:
    const TensorType* m_type = nullptr;
    void* m_data = nullptr;
};

struct Call {
    const Attrs& attrs;
    std::vector<Array> inputs, outputs;
    const StepContext& step;

    const Array& in(int i) const { return inputs[static_cast<std::size_t>(i)]; }
    bool has(int i) const { return i < static_cast<int>(inputs.size()) && in(i).present(); }
    Array& out(int i = 0) { return outputs[static_cast<std::size_t>(i)]; }
};

using Function = void (*)(Call&);

/// Kernels by the name of their op. Each source file in kernels/ fills its own part in `install_FILE(table)`.
using KernelTable = std::map<std::string_view, Function>;

} // namespace ds::reference
