// SPDX-License-Identifier: Apache-2.0
#include "app/link/cbor_scan.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <limits>

namespace ds::link {

namespace {

// RFC 8949: the upper three bits of a head say what follows.
enum Major { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple };

class Scan {
public:
    explicit Scan(QByteArrayView bytes) : m_bytes(bytes) {}

    bool run()
    {
        m_open[0] = 1;
        m_depth = 1;
        while (m_depth > 0) {
            if (m_open[m_depth - 1] == 0) {
                --m_depth;
                continue;
            }
            --m_open[m_depth - 1];
            if (!item()) return false;
        }
        return m_at == m_bytes.size();
    }

private:
    qsizetype left() const { return m_bytes.size() - m_at; }

    /// The number behind a head; negative if there is none.
    qint64 argument(int info)
    {
        if (info < 24) return info;
        if (info > 27) return -1; // reserved, or of indefinite length
        const int width = 1 << (info - 24);
        if (left() < width) return -1;
        quint64 value = 0;
        for (int i = 0; i < width; ++i) value = value << 8 | static_cast<quint8>(m_bytes[m_at++]);
        constexpr quint64 largest = std::numeric_limits<qint64>::max(); // a count that large fails in any case
        return static_cast<qint64>(std::min(value, largest));
    }

    bool item()
    {
        if (left() < 1) return false;
        const auto head = static_cast<quint8>(m_bytes[m_at++]);
        const qint64 n = argument(head & 31);
        if (n < 0) return false;
        switch (head >> 5) {
        case Unsigned:
        case Negative: return true;
        case Bytes:
        case Text: return string(n, head >> 5 == Text);
        case Array: return open(n, 1);
        case Map: return open(n, 2);
        case Simple: return (head & 31) >= 25 || (head & 31) == 20 || (head & 31) == 21 || (head & 31) == 22;
        default: return false;
        }
    }

    bool string(qint64 n, bool text)
    {
        if (n > left()) return false;
        const QByteArrayView part = m_bytes.sliced(m_at, static_cast<qsizetype>(n));
        m_at += static_cast<qsizetype>(n);
        return !text || QUtf8StringView(part.data(), part.size()).isValidUtf8();
    }

    bool open(qint64 n, int each)
    {
        if (n > left() / each || m_depth == m_open.size()) return false; // every element takes at least one byte
        m_open[m_depth++] = n * each;
        return true;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    std::array<qint64, 33> m_open{}; // elements to come at each level
    std::size_t m_depth = 0;
};

} // namespace

bool plainCbor(QByteArrayView bytes) { return Scan(bytes).run(); }

} // namespace ds::link
