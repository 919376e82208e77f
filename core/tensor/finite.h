// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tensor/tensor.h"

namespace ds {

/// Whether no element is NaN or infinite. True of integers and of an empty tensor.
bool allFinite(const Tensor& tensor);

} // namespace ds
