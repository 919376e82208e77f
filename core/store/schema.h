// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sqlite.h"

namespace ds::schema {

/// Of the tables; in PRAGMA user_version. A database of a newer version is refused and left as it is.
/// 2 added what people note about runs, 3 an index of events by step.
constexpr int64_t version = 3;

/// Makes the tables in an empty database and brings an older one up to date; one opened for reading stays as it is. Errors: a newer
/// version, a database of another program.
Status prepare(Database& database, bool readOnly);

} // namespace ds::schema
