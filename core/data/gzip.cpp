// SPDX-License-Identifier: Apache-2.0
#include "core/data/gzip.h"

#include <algorithm>

#include <zlib.h>

namespace ds {

struct GzipReader::State {
    z_stream stream{};
    std::span<const uint8_t> rest;
    bool ended = false;
};

namespace {
constexpr std::size_t largestPiece = std::size_t{1} << 30; // zlib counts in unsigned int
}

bool isGzip(std::span<const uint8_t> bytes) { return bytes.size() >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b; }

GzipReader::GzipReader(std::span<const uint8_t> compressed) : m_state(std::make_unique<State>())
{
    m_state->rest = compressed;
    if (inflateInit2(&m_state->stream, 15 + 16) != Z_OK) m_problem = phrase("Data", "cannot start decompression");
}

GzipReader::~GzipReader() { inflateEnd(&m_state->stream); }

std::size_t GzipReader::read(std::span<uint8_t> out)
{
    z_stream& stream = m_state->stream;
    std::size_t done = 0;
    while (done < out.size() && !m_state->ended && m_problem.empty()) {
        if (stream.avail_in == 0) {
            const std::size_t piece = std::min(m_state->rest.size(), largestPiece);
            stream.next_in = const_cast<Bytef*>(m_state->rest.data());
            stream.avail_in = static_cast<uInt>(piece);
            m_state->rest = m_state->rest.subspan(piece);
        }
        stream.next_out = out.data() + done;
        const std::size_t wanted = std::min(out.size() - done, largestPiece);
        stream.avail_out = static_cast<uInt>(wanted);
        const int code = inflate(&stream, Z_NO_FLUSH);
        done += wanted - stream.avail_out;
        if (code == Z_STREAM_END) m_state->ended = true;
        else if (code == Z_BUF_ERROR) m_problem = phrase("Data", "the compressed data are cut off");
        else if (code != Z_OK)
            m_problem = phrase("Data", "the compressed data are damaged%1").with({stream.msg ? " (" + std::string(stream.msg) + ")" : ""});
    }
    return done;
}

uint32_t crc32Of(std::span<const uint8_t> bytes, uint32_t before)
{
    return static_cast<uint32_t>(crc32_z(before, bytes.data(), bytes.size()));
}

} // namespace ds
