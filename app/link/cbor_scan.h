// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace ds::link {

/// Whether the bytes are one CBOR value of the plain kind that we write: definite lengths that fit what is there, text in UTF-8, no
/// tags, at most 32 levels. What passes can be parsed without deep recursion or large allocations.
bool plainCbor(QByteArrayView bytes);

} // namespace ds::link
