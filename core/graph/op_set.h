// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "core/graph/op_spec.h"

namespace ds {

/// The ops that graphs may use, by name. Specs must outlive the set.
class OpSet {
public:
    /// Asserts that the name is new.
    void add(const OpSpec& spec);
    const OpSpec* find(std::string_view name) const;
    /// In the order in which they were added.
    const std::vector<const OpSpec*>& list() const { return m_list; }

private:
    std::vector<const OpSpec*> m_list;
    std::map<std::string_view, const OpSpec*> m_byName;
};

} // namespace ds
