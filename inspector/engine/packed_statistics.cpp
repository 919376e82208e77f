// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/packed_statistics.h"

#include <bit>
#include <cmath>

namespace ds::inspector {

namespace {

constexpr uint8_t version = 1;
constexpr int places = 2 * TensorStatistics::exponents;

/// Whole numbers in groups of seven bits, the lowest first; the highest bit says that there are more.
void put(std::vector<uint8_t>& bytes, uint64_t value)
{
    for (; value >= 0x80; value >>= 7) bytes.push_back(static_cast<uint8_t>(value | 0x80));
    bytes.push_back(static_cast<uint8_t>(value));
}
void put(std::vector<uint8_t>& bytes, int64_t value) { put(bytes, static_cast<uint64_t>(value)); }

void put(std::vector<uint8_t>& bytes, double value)
{
    const auto bits = std::bit_cast<uint64_t>(value);
    for (int shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<uint8_t>(bits >> shift));
}

/// Fails once and for all at the end of the bytes.
class Reader {
public:
    explicit Reader(std::span<const uint8_t> bytes) : m_bytes(bytes) {}
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at == m_bytes.size(); }

    uint8_t byte()
    {
        if (m_at < m_bytes.size()) return m_bytes[m_at++];
        m_ok = false;
        return 0;
    }
    int64_t integer()
    {
        uint64_t value = 0;
        for (int shift = 0;; shift += 7) {
            const uint64_t group = byte();
            if (shift > 42) m_ok = false; // more elements than any memory holds
            if (!m_ok) return 0;
            value |= (group & 0x7f) << shift;
            if (group < 0x80) return static_cast<int64_t>(value);
        }
    }
    double number()
    {
        uint64_t bits = 0;
        for (int shift = 0; shift < 64; shift += 8) bits |= static_cast<uint64_t>(byte()) << shift;
        return std::bit_cast<double>(bits);
    }

private:
    std::span<const uint8_t> m_bytes;
    std::size_t m_at = 0;
    bool m_ok = true;
};

/// Counts that belong to one tensor.
bool isSound(const TensorStatistics& s)
{
    int64_t inPlaces = s.zeros;
    for (const ExponentCounts& sign : s.histogram)
        for (int e = sign.begin(); e < sign.end(); ++e) inPlaces += sign[e];
    return s.finite() >= 0 && inPlaces == s.finite() && std::isnan(s.mean) == (s.finite() == 0) && s.norm >= 0;
}

} // namespace

std::vector<uint8_t> pack(const TensorStatistics& s)
{
    std::vector<uint8_t> bytes{version};
    for (int64_t count : {s.count, s.zeros, s.nan, s.positiveInfinite, s.negativeInfinite}) put(bytes, count);
    for (double number : {s.mean, s.variance, s.norm, s.min, s.max}) put(bytes, number);
    int last = -1;
    for (int sign = 0; sign < 2; ++sign) {
        const ExponentCounts& counts = s.histogram[static_cast<std::size_t>(sign)];
        for (int e = counts.begin(); e < counts.end(); ++e) {
            if (counts[e] == 0) continue;
            const int place = sign * TensorStatistics::exponents + e;
            put(bytes, static_cast<uint64_t>(place - last));
            put(bytes, counts[e]);
            last = place;
        }
    }
    return bytes;
}

Result<TensorStatistics> unpackStatistics(std::span<const uint8_t> bytes)
{
    const Error damaged{phrase("Records", "the statistics of a tensor are damaged"), "", ""};
    Reader reader(bytes);
    const uint8_t found = reader.byte();
    if (found > version)
        return Error{phrase("Records", "the statistics of a tensor are of version %1, which is newer than this program")
                         .with({std::to_string(found)}),
                     "", phrase("Records", "Use the newer version.")};
    TensorStatistics s;
    for (int64_t* count : {&s.count, &s.zeros, &s.nan, &s.positiveInfinite, &s.negativeInfinite}) *count = reader.integer();
    for (double* number : {&s.mean, &s.variance, &s.norm, &s.min, &s.max}) *number = reader.number();
    for (int64_t place = -1; reader.ok() && !reader.atEnd();) {
        const int64_t further = reader.integer();
        if (further < 1 || further > places - 1 - place) return damaged;
        place += further;
        const auto sign = static_cast<std::size_t>(place / TensorStatistics::exponents);
        s.histogram[sign].add(static_cast<int>(place % TensorStatistics::exponents), reader.integer());
    }
    if (found != version || !reader.ok() || !isSound(s)) return damaged;
    return s;
}

} // namespace ds::inspector
