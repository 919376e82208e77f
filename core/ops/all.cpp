// SPDX-License-Identifier: Apache-2.0
#include "core/ops/all.h"

namespace ds {

#define DS_OP(name) extern const OpSpec op_##name;
#include "ops.inc"
#undef DS_OP

const OpSet& allOps()
{
    static const OpSet set = [] {
        OpSet ops;
#define DS_OP(name) ops.add(op_##name);
#include "ops.inc"
#undef DS_OP
        return ops;
    }();
    return set;
}

} // namespace ds
