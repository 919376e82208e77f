// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/tensor/tensor.h"

namespace ds::test {

/// Empty if the tensors have one type and differ nowhere by more than `tolerance` times the largest finite
/// magnitude in `expected`; else what differs and where. NaN equals NaN, infinities equal themselves.
std::string difference(const Tensor& actual, const Tensor& expected, double tolerance);

/// Bit for bit.
bool identical(const Tensor& a, const Tensor& b);

} // namespace ds::test
