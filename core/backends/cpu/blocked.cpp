// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/blocked.h"

#include <cstdlib>

namespace ds::cpu {

Blocked blockedForm(const Operand& operand)
{
    const Shape& shape = operand.type.shape;
    Blocked form;
    if (shape.rank() < 2) return form;
    if (!operand.layout.plain()) {
        // "aBcd16b": everything in order, the second dimension split.
        const std::string& tag = operand.layout.tag();
        std::string expected = "aBcdefgh";
        expected.resize(static_cast<std::size_t>(shape.rank()));
        if (!tag.starts_with(expected) || tag.back() != 'b') return form;
        char* end = nullptr;
        form.block = std::strtol(tag.c_str() + shape.rank(), &end, 10);
        if (end != tag.c_str() + tag.size() - 1 || form.block < 1 || shape[1] % form.block != 0) return form;
    }
    form.ok = true;
    form.batch = shape[0];
    form.channelBlocks = shape[1] / form.block;
    form.spatial = shape.count(2, shape.rank());
    form.outer = form.batch * form.channelBlocks;
    return form;
}

} // namespace ds::cpu
