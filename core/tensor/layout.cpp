// SPDX-License-Identifier: Apache-2.0
#include "core/tensor/layout.h"

#include <array>
#include <cctype>
#include <cstring>
#include <vector>

namespace ds {

namespace {

struct Block {
    int axis;
    int64_t size;
};

struct Parsed {
    std::vector<int> order;    // outer dimensions, outermost first
    std::vector<Block> blocks; // inner blocks, outermost first
};

Result<Parsed> parse(const Layout& layout, int rank)
{
    const Error bad{
        phrase("Graph", "the memory layout \"%1\" does not fit a tensor of %2 dimensions").with({layout.tag(), std::to_string(rank)}), "",
        ""};
    Parsed parsed;
    if (layout.plain()) {
        for (int i = 0; i < rank; ++i) parsed.order.push_back(i);
        return parsed;
    }
    std::array<int, Shape::maxRank> seen{};
    const std::string& tag = layout.tag();
    std::size_t at = 0;
    for (; at < tag.size() && std::isalpha(static_cast<unsigned char>(tag[at])); ++at) {
        const int axis = std::tolower(static_cast<unsigned char>(tag[at])) - 'a';
        if (axis >= rank || seen[static_cast<std::size_t>(axis)]++) return bad;
        parsed.order.push_back(axis);
    }
    if (static_cast<int>(parsed.order.size()) != rank) return bad;
    while (at < tag.size()) {
        int64_t size = 0;
        while (at < tag.size() && std::isdigit(static_cast<unsigned char>(tag[at])) && size < 1024) size = size * 10 + (tag[at++] - '0');
        if (size < 1 || at == tag.size()) return bad;
        const int axis = tag[at++] - 'a';
        if (axis < 0 || axis >= rank) return bad;
        parsed.blocks.push_back({axis, size});
    }
    return parsed;
}

/// Offset of a logical index in the buffer.
class Addressing {
public:
    Addressing(const Layout& layout, const Shape& shape) : m_parsed(std::move(parse(layout, shape.rank()).value()))
    {
        std::array<int64_t, Shape::maxRank> block;
        block.fill(1);
        int64_t step = 1;
        m_inner.resize(m_parsed.blocks.size());
        for (std::size_t i = m_parsed.blocks.size(); i-- > 0;) {
            const Block& b = m_parsed.blocks[i];
            m_inner[i] = {step, block[static_cast<std::size_t>(b.axis)]};
            block[static_cast<std::size_t>(b.axis)] *= b.size;
            step *= b.size;
        }
        for (std::size_t i = m_parsed.order.size(); i-- > 0;) {
            const auto axis = static_cast<std::size_t>(m_parsed.order[i]);
            m_block[axis] = block[axis];
            m_outer[axis] = step;
            step *= (shape[static_cast<int>(axis)] + block[axis] - 1) / block[axis];
        }
        m_count = step;
    }

    int64_t count() const { return m_count; }

    int64_t offset(const Shape& index) const
    {
        int64_t at = 0;
        for (int axis = 0; axis < index.rank(); ++axis)
            at += index[axis] / m_block[static_cast<std::size_t>(axis)] * m_outer[static_cast<std::size_t>(axis)];
        for (std::size_t i = 0; i < m_inner.size(); ++i) {
            const Block& b = m_parsed.blocks[i];
            at += index[b.axis] / m_inner[i].divisor % b.size * m_inner[i].step;
        }
        return at;
    }

private:
    struct Inner {
        int64_t step, divisor;
    };
    Parsed m_parsed;
    std::vector<Inner> m_inner;
    std::array<int64_t, Shape::maxRank> m_block{}, m_outer{};
    int64_t m_count = 0;
};

} // namespace

Status checkLayout(const Layout& layout, int rank)
{
    DS_TRY(parse(layout, rank));
    return {};
}

int64_t storedCount(const Layout& layout, const Shape& shape) { return layout.plain() ? shape.count() : Addressing(layout, shape).count(); }

void relayout(DType dtype, const Shape& shape, const Layout& from, const void* source, const Layout& to, void* target)
{
    const std::size_t size = sizeOf(dtype);
    const Addressing source_(from, shape), target_(to, shape);
    if (from == to) {
        std::memcpy(target, source, static_cast<std::size_t>(source_.count()) * size);
        return;
    }
    std::memset(target, 0, static_cast<std::size_t>(target_.count()) * size);
    Shape index = shape;
    for (int i = 0; i < index.rank(); ++i) index[i] = 0;
    for (int64_t n = shape.count(); n-- > 0;) {
        std::memcpy(static_cast<char*>(target) + static_cast<std::size_t>(target_.offset(index)) * size,
                    static_cast<const char*>(source) + static_cast<std::size_t>(source_.offset(index)) * size, size);
        for (int axis = shape.rank() - 1; axis >= 0; --axis) {
            if (++index[axis] < shape[axis]) break;
            index[axis] = 0;
        }
    }
}

} // namespace ds
