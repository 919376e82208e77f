// SPDX-License-Identifier: Apache-2.0
#include "core/store/checkpoint_block.h"

#include <cstring>
#include <fstream>
#include <span>
#include <string_view>
#include <vector>

#include "core/data/file_bytes.h"
#include "core/data/gzip.h"

namespace ds::checkpointBlock {

namespace {

constexpr std::string_view magic = "DSWCKPT\n";
constexpr std::size_t versionAt = 8, sizeAt = 16, contentsAt = 24, blockAt = 28;

void put(Block& block, std::size_t at, uint64_t value, std::size_t bytes)
{
    for (std::size_t i = 0; i < bytes; ++i) block[at + i] = static_cast<uint8_t>(value >> (8 * i));
}

uint64_t get(std::span<const uint8_t> block, std::size_t at, std::size_t bytes)
{
    uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) value |= uint64_t{block[at + i]} << (8 * i);
    return value;
}

/// Goes through a file piece by piece: a checkpoint may be larger than the memory left.
class Reader {
public:
    static Result<Reader> open(const std::string& path)
    {
        DS_TRY(FileBytes::exists(path));
        Reader reader(path);
        if (!reader.m_file) return Error{phrase("Records", "cannot open the file"), path, ""};
        return reader;
    }

    /// The next bytes, fewer than `size` at the end.
    Result<std::vector<uint8_t>> read(std::size_t bytes = size)
    {
        std::vector<uint8_t> piece(bytes);
        m_file.read(reinterpret_cast<char*>(piece.data()), static_cast<std::streamsize>(bytes));
        if (m_file.bad()) return Error{phrase("Records", "cannot read the file"), m_path, ""};
        piece.resize(static_cast<std::size_t>(m_file.gcount()));
        m_position += piece.size();
        return piece;
    }

    Result<uint32_t> crcOfRest()
    {
        uint32_t crc = 0;
        for (;;) {
            const std::vector<uint8_t> piece = DS_TRY(read(std::size_t{1} << 18));
            if (piece.empty()) return crc;
            crc = crc32Of(piece, crc);
        }
    }

    uint64_t position() const { return m_position; }

private:
    explicit Reader(const std::string& path) : m_path(path), m_file(path, std::ios::binary) {}

    std::string m_path;
    std::ifstream m_file;
    uint64_t m_position = 0;
};

} // namespace

Block make(uint64_t fileSize, uint32_t contentsCrc)
{
    Block block{};
    std::memcpy(block.data(), magic.data(), magic.size());
    put(block, versionAt, version, 4);
    put(block, sizeAt, fileSize, 8);
    put(block, contentsAt, contentsCrc, 4);
    put(block, blockAt, crc32Of(std::span(block).first(blockAt)), 4);
    return block;
}

Result<Sum> sumOf(const std::string& path)
{
    Reader reader = DS_TRY(Reader::open(path));
    if (DS_TRY(reader.read()).size() < size) return Error{phrase("Records", "the file is cut off"), path, ""};
    const uint32_t crc = DS_TRY(reader.crcOfRest());
    return Sum{reader.position(), crc};
}

Status verify(const std::string& path)
{
    Reader reader = DS_TRY(Reader::open(path));
    const std::vector<uint8_t> block = DS_TRY(reader.read());
    const std::string_view text(reinterpret_cast<const char*>(block.data()), block.size());
    const Phrase hint = phrase("Records", "Go back to an earlier checkpoint.");
    if (text.starts_with("\x89HDF\r\n")) return Error{phrase("Records", "is an HDF5 file, but no checkpoint of this program"), path, ""};
    if (!text.starts_with(magic)) return Error{phrase("Records", "is not a checkpoint"), path, ""};
    if (block.size() < size) return Error{phrase("Records", "the checkpoint is cut off"), path, hint};
    const std::span<const uint8_t> bytes = block;
    if (get(bytes, blockAt, 4) != crc32Of(bytes.first(blockAt)))
        return Error{phrase("Records", "the checkpoint is damaged: its first bytes do not match their checksum"), path, hint};
    if (const uint64_t found = get(bytes, versionAt, 4); found > version)
        return Error{phrase("Records", "the checkpoint has format %1, written by a newer version of this program; this one reads up to %2")
                         .with({std::to_string(found), std::to_string(version)}),
                     path, phrase("Records", "Use the newer version.")};
    const uint32_t crc = DS_TRY(reader.crcOfRest());
    if (const uint64_t expected = get(bytes, sizeAt, 8); expected != reader.position())
        return Error{phrase("Records", "the checkpoint is cut off: %1 of %2 bytes are there")
                         .with({std::to_string(reader.position()), std::to_string(expected)}),
                     path, hint};
    // The unused rest of the block is part of the file, too.
    for (std::size_t i = blockAt + 4; i < size; ++i)
        if (bytes[i] != 0)
            return Error{phrase("Records", "the checkpoint is damaged: its first bytes do not match their checksum"), path, hint};
    if (get(bytes, contentsAt, 4) != crc)
        return Error{phrase("Records", "the checkpoint is damaged: its contents do not match their checksum"), path, hint};
    return {};
}

} // namespace ds::checkpointBlock
