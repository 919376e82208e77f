// SPDX-License-Identifier: Apache-2.0
// The sliding window that convolutions and poolings share. Tensors are channels-first, [N, C, spatial...],
// with one to three spatial dimensions.
#pragma once

#include <string>
#include <vector>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/ops/common.h"
#include "core/tensor/shape.h"

namespace ds::ops {

/// One entry per spatial dimension; all lists have the same length.
struct Window {
    Ints kernel, stride, before, after, dilation;
    bool ceil = false; ///< a last window may hang over the end of the padded input

    int dims() const { return static_cast<int>(kernel.size()); }
    /// What the kernel spans of the input along one dimension, gaps of the dilation included.
    int64_t extent(int dim) const;
    /// Number of windows along one dimension of `size` elements; 0 or less where the kernel does not fit.
    /// A window that `ceil` adds has to start inside the input or the padding before it, as in PyTorch.
    int64_t positions(int dim, int64_t size) const;
    /// Where element `tap` of window `position` lies in the input; outside of it: in the padding.
    int64_t at(int dim, int64_t position, int64_t tap) const;
};

/// Reads stride, pad_before, pad_after and dilation of a convolution; empty lists become ones or zeros. Lists of a
/// wrong length are an error.
Result<Window> windowOf(const Attrs& attrs, const Ints& kernel);

/// An error unless the list has one entry per spatial dimension.
Status checkEntries(const char* name, const Ints& list, int dims);

/// [spatial...] of [N, C, spatial...].
Ints spatialOf(const Shape& shape);
/// [first, second, spatial...].
Shape withSpatial(int64_t first, int64_t second, const Ints& spatial);

/// Floating and [N, C, spatial...] with one to three spatial dimensions.
Status checkSpatial(const TensorType& type, const char* what);
/// Output sizes over the given input sizes, or that the kernel does not fit.
Result<Ints> positionsOf(const Window& window, const Ints& spatial);

/// stride, pad_before, pad_after, dilation; then `more`.
std::vector<AttrSpec> windowAttributes(std::string_view strideDoc, std::vector<AttrSpec> more = {});

/// The same attributes with one changed or removed, for vjps.
Attrs with(Attrs attrs, std::string_view name, AttrValue value);
Attrs without(Attrs attrs, std::string_view name);

} // namespace ds::ops
