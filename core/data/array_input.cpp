// SPDX-License-Identifier: Apache-2.0
#include "core/data/array_input.h"

#include "core/data/fitted.h"
#include "core/data/npy_file.h"

namespace ds {

Encoded encodeArrayInput(const EncodeCall& call)
{
    const Shape shape = DS_TRY(fittedShape(call.fitted, "shape"));
    return encodeArray(resolvePath(call.folder, call.input),
                       {fittedString(call.fitted, "dtype") == "i64" ? DType::I64 : DType::F32, shape});
}

} // namespace ds
