// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace ds::ui {

/// Walks along a new list beside an old one, over single elements that came or went.
class Beside {
public:
    explicit Beside(std::size_t old) : m_old(old) {}

    /// Where element `i` of the new list was; -1: it is new. `same(i, j)`: whether new element i is old element j.
    template <class Same>
    int find(std::size_t i, std::size_t count, Same same)
    {
        if (m_at < m_old && same(i, m_at)) return static_cast<int>(m_at++);
        if (m_at + 1 < m_old && same(i, m_at + 1)) { // one went
            m_at += 2;
            return static_cast<int>(m_at - 1);
        }
        if (!(i + 1 < count && m_at < m_old && same(i + 1, m_at))) ++m_at; // replaced, else one came
        return -1;
    }

private:
    std::size_t m_old, m_at = 0;
};

} // namespace ds::ui
