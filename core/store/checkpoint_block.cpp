// SPDX-License-Identifier: Apache-2.0
#include "core/store/checkpoint_block.h"

#include <cstring>
#include <memory>
#include <string_view>

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
    const FileBytes file = DS_TRY(FileBytes::open(path));
    if (file.size() < size) return Error{"the file is cut off", path, ""};
    return Sum{file.size(), crc32Of(file.bytes().subspan(size))};
}

Status verify(const std::string& path)
{
    const FileBytes file = DS_TRY(FileBytes::open(path));
    const std::span<const uint8_t> bytes = file.bytes();
    const char* hint = "Go back to an earlier checkpoint.";
    if (file.text().starts_with("\x89HDF\r\n")) return Error{"is an HDF5 file, but no checkpoint of this program", path, ""};
    if (bytes.size() < magic.size() || !file.text().starts_with(magic)) return Error{"is not a checkpoint", path, ""};
    if (bytes.size() < size) return Error{"the checkpoint is cut off", path, hint};
    if (get(bytes, blockAt, 4) != crc32Of(bytes.first(blockAt)))
        return Error{"the checkpoint is damaged: its first bytes do not match their checksum", path, hint};
    if (const uint64_t found = get(bytes, versionAt, 4); found > version)
        return Error{"the checkpoint has format " + std::to_string(found) +
                         ", written by a newer version of this program; this one reads up to " + std::to_string(version),
                     path, "Use the newer version."};
    if (const uint64_t expected = get(bytes, sizeAt, 8); expected != bytes.size())
        return Error{"the checkpoint is cut off: " + std::to_string(bytes.size()) + " of " + std::to_string(expected) + " bytes are there",
                     path, hint};
    // The unused rest of the block is part of the file, too.
    for (std::size_t i = blockAt + 4; i < size; ++i)
        if (bytes[i] != 0) return Error{"the checkpoint is damaged: its first bytes do not match their checksum", path, hint};
    if (get(bytes, contentsAt, 4) != crc32Of(bytes.subspan(size)))
        return Error{"the checkpoint is damaged: its contents do not match their checksum", path, hint};
    return {};
}

} // namespace ds::checkpointBlock
