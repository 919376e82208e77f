// SPDX-License-Identifier: Apache-2.0
#include "app/link/frames.h"

#include <QtEndian>

#include <nlohmann/json.hpp>

#include "app/link/cbor_scan.h"

namespace ds::link {

namespace {

constexpr qsizetype headBytes = 4;

} // namespace

QByteArray frameOf(const Json& message)
{
    std::vector<uint8_t> cbor = Json::to_cbor(message);
    const auto view = [&] { return QByteArrayView(reinterpret_cast<const char*>(cbor.data()), static_cast<qsizetype>(cbor.size())); };
    if (!plainCbor(view())) cbor = Json::to_cbor(Json::parse(message.dump(-1, ' ', false, Json::error_handler_t::replace)));
    QByteArray frame(headBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(cbor.size()), frame.data());
    return frame.append(view());
}

Result<std::optional<Json>> FrameReader::next()
{
    const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_at);
    if (rest.size() < headBytes) return std::optional<Json>();
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(rest.data()));
    if (length > m_most)
        return Error{phrase("Runs", "a message of %1 bytes was announced; at most %2 are accepted")
                         .with({std::to_string(length), std::to_string(m_most)}),
                     "link", ""};
    if (rest.size() < headBytes + length) {
        // What was read goes away only now, in one piece.
        m_buffer.remove(0, m_at);
        m_at = 0;
        return std::optional<Json>();
    }
    const QByteArrayView body = rest.sliced(headBytes, length);
    m_at += headBytes + length;
    if (!plainCbor(body)) return Error{phrase("Runs", "a message is not well-formed"), "link", ""};
    Json message = Json::from_cbor(body.begin(), body.end(), true, false);
    if (!message.is_object()) return Error{phrase("Runs", "a message is no object"), "link", ""};
    if (m_at == m_buffer.size()) clear();
    return std::optional<Json>(std::move(message));
}

} // namespace ds::link
