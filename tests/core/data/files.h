// SPDX-License-Identifier: Apache-2.0
// Helpers for tests of data sources: small files in a temporary folder and what sources make of them.
#pragma once

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <QTemporaryDir>
#include <QTest>

#include "core/data/source.h"

namespace QTest {
template <>
inline char* toString(const std::string& text)
{
    return qstrdup(text.c_str());
}
} // namespace QTest

namespace ds::test {

class Folder {
public:
    std::string path() const { return m_folder.path().toStdString(); }
    std::string at(const std::string& name) const { return path() + "/" + name; }
    std::string write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(at(name), std::ios::binary) << bytes;
        return at(name);
    }
    /// Messages name files by their path; tests compare with this folder written as DIR.
    std::string plain(std::string message) const
    {
        for (std::size_t at; (at = message.find(path())) != std::string::npos;) message.replace(at, path().size(), "DIR");
        return message;
    }
    template <class T>
    std::string error(const Result<T>& result) const
    {
        return result ? "no error" : plain(result.error().message());
    }

private:
    QTemporaryDir m_folder;
};

inline std::string bigEndian(uint32_t value)
{
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8), static_cast<char>(value)};
}

inline std::string idx(const std::vector<uint32_t>& dims, const std::string& values)
{
    std::string bytes{0, 0, 8, static_cast<char>(dims.size())};
    for (uint32_t dim : dims) bytes += bigEndian(dim);
    return bytes + values;
}

/// A little-endian .npy file of version 1, as numpy.save writes it.
inline std::string npy(const std::string& descr, const std::string& shape, const std::string& values, bool fortran = false)
{
    std::string header = "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape + ", }";
    header.resize((10 + header.size() + 1 + 63) / 64 * 64 - 10 - 1, ' ');
    header += '\n';
    std::string bytes = "\x93NUMPY";
    bytes += '\x01';
    bytes += '\0';
    bytes += static_cast<char>(header.size() & 255);
    bytes += static_cast<char>(header.size() >> 8);
    return bytes + header + values;
}

template <class T>
std::string rawBytes(const std::vector<T>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

/// One field of one sample.
template <class T>
std::vector<T> sample(const Dataset& data, int64_t index, std::size_t field)
{
    std::vector<std::vector<std::byte>> memory;
    std::vector<void*> out;
    for (const Field& f : data.fields()) {
        memory.emplace_back(f.type.bytes());
        out.push_back(memory.back().data());
    }
    data.read(index, out);
    const T* values = reinterpret_cast<const T*>(memory[field].data());
    return {values, values + data.fields()[field].type.count()};
}

template <class T>
bool near(const std::vector<T>& a, const std::vector<T>& b, double tolerance = 1e-6)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](T x, T y) { return std::abs(static_cast<double>(x) - static_cast<double>(y)) <= tolerance; });
}

} // namespace ds::test
