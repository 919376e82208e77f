// SPDX-License-Identifier: Apache-2.0
#include "core/graph/op_set.h"

namespace ds {

void OpSet::add(const OpSpec& spec)
{
    [[maybe_unused]] const bool fresh = m_byName.emplace(spec.name, &spec).second;
    assert(fresh && "two ops of one name");
    m_list.push_back(&spec);
}

const OpSpec* OpSet::find(std::string_view name) const
{
    const auto at = m_byName.find(name);
    return at == m_byName.end() ? nullptr : at->second;
}

} // namespace ds
