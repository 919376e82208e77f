// SPDX-License-Identifier: Apache-2.0
#include "core/data/idx_file.h"

#include <array>
#include <cstdio>
#include <cstring>

#include "core/data/file_bytes.h"
#include "core/data/gzip.h"

namespace ds {

namespace {

/// Reads on through plain or compressed bytes.
class Reader {
public:
    explicit Reader(std::span<const uint8_t> bytes) : m_rest(bytes)
    {
        if (isGzip(bytes)) m_gzip = std::make_unique<GzipReader>(bytes);
        // Once the header is read, no more than this can follow.
        m_most = m_gzip ? static_cast<int64_t>(bytes.size()) * largestExpansion : static_cast<int64_t>(bytes.size());
    }
    std::size_t read(std::span<uint8_t> out)
    {
        if (m_gzip) return m_gzip->read(out);
        const std::size_t count = std::min(out.size(), m_rest.size());
        if (count) std::memcpy(out.data(), m_rest.data(), count);
        m_rest = m_rest.subspan(count);
        return count;
    }
    int64_t most() const { return m_most; }
    std::string problem() const { return m_gzip ? m_gzip->problem() : std::string(); }

private:
    std::span<const uint8_t> m_rest;
    std::unique_ptr<GzipReader> m_gzip;
    int64_t m_most = 0;
};

} // namespace

Result<IdxArray> readIdx(const std::string& path)
{
    const FileBytes file = DS_TRY(FileBytes::open(path));
    Reader reader(file.bytes());
    const auto cutOff = [&](const std::string& text) {
        const std::string problem = reader.problem();
        return Error{problem.empty() ? text : problem, path, "Fetch the file again."};
    };

    std::array<uint8_t, 4> magic{};
    if (reader.read(magic) != magic.size()) return cutOff("the file ends within its header");
    if (magic[0] != 0 || magic[1] != 0) {
        std::array<char, 12> hex{};
        std::snprintf(hex.data(), hex.size(), "%02x%02x%02x%02x", magic[0], magic[1], magic[2], magic[3]);
        return Error{"is not an IDX file: the magic number is 0x" + std::string(hex.data()) + ", not 0x000008..", path, ""};
    }
    if (magic[2] != 8)
        return Error{"holds IDX elements of type " + std::to_string(magic[2]) + "; only unsigned bytes (8) are read", path, ""};
    if (magic[3] < 1 || magic[3] > 4) return Error{"has " + std::to_string(magic[3]) + " dimensions; 1 to 4 are read", path, ""};

    IdxArray array;
    int64_t count = 1;
    for (int i = 0; i < magic[3]; ++i) {
        std::array<uint8_t, 4> b{};
        if (reader.read(b) != b.size()) return cutOff("the file ends within its header");
        const uint32_t dim = uint32_t{b[0]} << 24 | uint32_t{b[1]} << 16 | uint32_t{b[2]} << 8 | b[3];
        array.shape.push_back(dim);
        if (!multiplied(count, dim)) return Error{"the sizes in the header overflow: " + array.shape.text(), path, ""};
    }
    if (count == 0) return Error{"holds no values: its shape is " + array.shape.text(), path, ""};
    if (count > reader.most())
        return Error{"the header promises " + array.shape.text() + ", " + std::to_string(count) +
                         " bytes, but the file cannot hold more than " + std::to_string(reader.most()),
                     path, "Fetch the file again."};
    array.values.resize(static_cast<std::size_t>(count));
    const std::size_t got = reader.read(array.values);
    if (got != array.values.size())
        return cutOff("the file is cut off: " + std::to_string(got) + " of " + std::to_string(count) + " bytes are there");
    uint8_t more = 0;
    if (reader.read({&more, 1}) != 0)
        return Error{"the file goes on after the " + std::to_string(count) + " bytes that its header promises", path, ""};
    if (!reader.problem().empty()) return cutOff("");
    return array;
}

} // namespace ds
