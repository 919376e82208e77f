// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

#include "core/base/error.h"
#include "core/base/json.h"

namespace ds::link {

/// One frame of the protocol. Text that is not UTF-8 (a path, say) is sent with replacement characters.
QByteArray frameOf(const Json& message);

/// Cuts a stream into messages. Holds no more than what came; never believes a length.
class FrameReader {
public:
    explicit FrameReader(qsizetype mostBytes) : m_most(mostBytes) {}

    void setMost(qsizetype bytes) { m_most = bytes; }
    void append(QByteArrayView bytes) { m_buffer.append(bytes); }
    /// The next message if it is complete. After an error the stream is of no use any more.
    Result<std::optional<Json>> next();
    void clear() { m_buffer.clear(), m_at = 0; }

private:
    QByteArray m_buffer;
    qsizetype m_at = 0, m_most;
};

} // namespace ds::link
