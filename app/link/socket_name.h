// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace ds::link {

/// Where the socket of a run may lie, best first: in its folder; or, since the path of a socket has at most 107 bytes and some file
/// systems hold none, in the user's runtime folder or that for temporary files.
QStringList socketNames(const QString& runFolder);

} // namespace ds::link
