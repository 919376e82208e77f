// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/source.h"

namespace ds {

/// Encodes an .npy file that holds one sample; `shape` and `dtype` ("f32" or "i64") are in what was learnt.
Encoded encodeArrayInput(const EncodeCall& call);

} // namespace ds
