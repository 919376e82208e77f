// SPDX-License-Identifier: Apache-2.0
#include "core/data/dataset.h"

#include <nlohmann/json.hpp>

namespace ds {

Json Dataset::fitted() const { return nullptr; }

} // namespace ds
