// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace ds::link {

/// Whether the process at the other end of a connected local socket runs as the same user as this one.
bool sameUser(qintptr socketDescriptor);

} // namespace ds::link
