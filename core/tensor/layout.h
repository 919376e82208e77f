// SPDX-License-Identifier: Apache-2.0
// How the elements of a tensor lie in memory. A kernel that wants another order than row-major asks for
// it, and the layout pass carries it through the graph; shapes stay logical throughout.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/tensor/shape.h"

namespace ds {

/// A layout is written as oneDNN writes its format tags: letters name dimensions from the outermost to
/// the innermost ("abcd" is row-major, "acdb" channels last); a capital is a dimension that is split into
/// blocks, whose sizes follow: "aBcd16b", "ABcd16b16a". An empty tag is row-major.
/// Blocked dimensions are padded up to the block; padding holds zeros.
class Layout {
public:
    Layout() = default;
    explicit Layout(std::string tag) : m_tag(std::move(tag)) {}

    bool plain() const { return m_tag.empty(); }
    const std::string& tag() const { return m_tag; }
    bool operator==(const Layout&) const = default;

private:
    std::string m_tag;
};

/// Layouts of the inputs and outputs of one node.
struct LayoutWish {
    std::vector<Layout> inputs, outputs;
};

/// Number of elements that the buffer holds, padding included. Asserts that the layout fits the rank.
int64_t storedCount(const Layout& layout, const Shape& shape);
/// Whether the tag is well formed and for this rank.
Status checkLayout(const Layout& layout, int rank);

/// Copies between any two layouts element by element (padding is zeroed). For loading and saving; a
/// backend brings its own fast reorders for the step.
void relayout(DType dtype, const Shape& shape, const Layout& from, const void* source, const Layout& to, void* target);

} // namespace ds
