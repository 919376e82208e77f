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
    Phrase problem() const { return m_gzip ? m_gzip->problem() : Phrase(); }

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
    const auto cutOff = [&](const Phrase& text) {
        const Phrase problem = reader.problem();
        return Error{problem.empty() ? text : problem, path, phrase("Data", "Fetch the file again.")};
    };

    std::array<uint8_t, 4> magic{};
    if (reader.read(magic) != magic.size()) return cutOff(phrase("Data", "the file ends within its header"));
    if (magic[0] != 0 || magic[1] != 0) {
        std::array<char, 12> hex{};
        std::snprintf(hex.data(), hex.size(), "%02x%02x%02x%02x", magic[0], magic[1], magic[2], magic[3]);
        return Error{phrase("Data", "is not an IDX file: the magic number is 0x%1, not 0x000008..").with({std::string(hex.data())}), path,
                     ""};
    }
    if (magic[2] != 8)
        return Error{phrase("Data", "holds IDX elements of type %1; only unsigned bytes (8) are read").with({std::to_string(magic[2])}),
                     path, ""};
    if (magic[3] < 1 || magic[3] > 4)
        return Error{phrase("Data", "has %1 dimensions; 1 to 4 are read").with({std::to_string(magic[3])}), path, ""};

    IdxArray array;
    int64_t count = 1;
    for (int i = 0; i < magic[3]; ++i) {
        std::array<uint8_t, 4> b{};
        if (reader.read(b) != b.size()) return cutOff(phrase("Data", "the file ends within its header"));
        const uint32_t dim = uint32_t{b[0]} << 24 | uint32_t{b[1]} << 16 | uint32_t{b[2]} << 8 | b[3];
        array.shape.push_back(dim);
        if (!multiplied(count, dim))
            return Error{phrase("Data", "the sizes in the header overflow: %1").with({array.shape.text()}), path, ""};
    }
    if (count == 0) return Error{phrase("Data", "holds no values: its shape is %1").with({array.shape.text()}), path, ""};
    if (count > reader.most())
        return Error{phrase("Data", "the header promises %1, %2 bytes, but the file cannot hold more than %3")
                         .with({array.shape.text(), std::to_string(count), std::to_string(reader.most())}),
                     path, phrase("Data", "Fetch the file again.")};
    array.values.resize(static_cast<std::size_t>(count));
    const std::size_t got = reader.read(array.values);
    if (got != array.values.size())
        return cutOff(phrase("Data", "the file is cut off: %1 of %2 bytes are there").with({std::to_string(got), std::to_string(count)}));
    uint8_t more = 0;
    if (reader.read({&more, 1}) != 0)
        return Error{phrase("Data", "the file goes on after the %1 bytes that its header promises").with({std::to_string(count)}), path,
                     ""};
    if (!reader.problem().empty()) return cutOff("");
    return array;
}

} // namespace ds
