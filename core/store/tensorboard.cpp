// SPDX-License-Identifier: Apache-2.0
#include "core/store/tensorboard.h"

#include <array>
#include <bit>
#include <filesystem>
#include <fstream>

namespace ds::tensorboard {

namespace {

constexpr std::array<uint32_t, 256> crcTable()
{
    std::array<uint32_t, 256> table{};
    for (uint32_t i = 0; i < 256; ++i) {
        uint32_t c = i;
        for (int bit = 0; bit < 8; ++bit) c = c & 1 ? (c >> 1) ^ 0x82F63B78u : c >> 1;
        table[i] = c;
    }
    return table;
}

template <class T>
std::string littleEndian(T value)
{
    std::string bytes;
    for (std::size_t i = 0; i < sizeof(T); ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

std::string varint(uint64_t value)
{
    std::string bytes;
    for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
    return bytes + static_cast<char>(value);
}

// Fields of a message: number and wire type in one byte, since all numbers here are below 16.
std::string fixed64(int field, double value) { return static_cast<char>(field << 3 | 1) + littleEndian(std::bit_cast<uint64_t>(value)); }
std::string fixed32(int field, float value) { return static_cast<char>(field << 3 | 5) + littleEndian(std::bit_cast<uint32_t>(value)); }
std::string integer(int field, int64_t value) { return static_cast<char>(field << 3) + varint(static_cast<uint64_t>(value)); }
std::string bytes(int field, const std::string& value) { return static_cast<char>(field << 3 | 2) + varint(value.size()) + value; }

std::string record(const std::string& data)
{
    const std::string length = littleEndian(static_cast<uint64_t>(data.size()));
    return length + littleEndian(maskedCrc(length)) + data + littleEndian(maskedCrc(data));
}

std::string scalarEvent(const ScalarRecord& scalar)
{
    const std::string value = bytes(1, scalar.name) + fixed32(2, static_cast<float>(scalar.value));
    return fixed64(1, scalar.time) + integer(2, scalar.step) + bytes(5, bytes(1, value));
}

/// A text summary: a string tensor (dtype 7) of shape [1] that names the plugin "text".
std::string textEvent(const EventRecord& event)
{
    const std::string shape = bytes(2, integer(1, 1));
    const std::string tensor = integer(1, 7) + bytes(2, shape) + bytes(8, event.text);
    const std::string metadata = bytes(1, bytes(1, "text"));
    const std::string value = bytes(1, "events/" + event.kind) + bytes(8, tensor) + bytes(9, metadata);
    return fixed64(1, event.time) + integer(2, event.step) + bytes(5, bytes(1, value));
}

} // namespace

uint32_t maskedCrc(std::string_view bytes)
{
    static constexpr std::array<uint32_t, 256> table = crcTable();
    uint32_t crc = ~uint32_t{0};
    for (const char c : bytes) crc = table[(crc ^ static_cast<uint8_t>(c)) & 0xFF] ^ (crc >> 8);
    crc = ~crc;
    return ((crc >> 15) | (crc << 17)) + 0xA282EAD8u;
}

Status exportRun(RunStore& store, const std::string& run, const std::string& folder)
{
    namespace fs = std::filesystem;
    const RunInfo info = DS_TRY(store.run(run));
    const fs::path target = fs::path(folder) / run;
    std::error_code problem;
    fs::create_directories(target, problem);
    if (problem) return Error{phrase("Records", "the folder cannot be made: %1").with({problem.message()}), target.string(), ""};
    const std::string path =
        (target / ("events.out.tfevents." + std::to_string(static_cast<int64_t>(info.started)) + ".deepseek")).string();
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << record(fixed64(1, info.started) + bytes(3, "brain.Event:2"));
    for (const std::string& name : DS_TRY(store.scalarNames(run)))
        for (const ScalarRecord& scalar : DS_TRY(store.scalars(run, name))) out << record(scalarEvent(scalar));
    for (const EventRecord& event : DS_TRY(store.events(run)))
        if (!event.text.empty()) out << record(textEvent(event));
    out.flush();
    if (!out) return Error{phrase("Records", "cannot be written"), path, phrase("Records", "Is the disk full?")};
    return {};
}

} // namespace ds::tensorboard
