// SPDX-License-Identifier: Apache-2.0
// The op `statistics` over arrays that somebody else has written and looks at, too; see tensor_statistics.py.
//
//   peer_statistics DTYPE=FILE.npy ...
//
// Prints a line of JSON for each array and backend: the outputs of the op.
#include <cstdio>
#include <cstring>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/data/npy_file.h"
#include "core/ops/all.h"
#include "tests/support/backends.h"
#include "tests/support/evaluate.h"

using namespace ds;

namespace {

Json numbers(const Tensor& tensor)
{
    if (tensor.shape().rank() > 0) {
        Json list = Json::array();
        for (int64_t i = 0; i < tensor.count(); ++i) list.push_back(static_cast<int64_t>(tensor.at(i)));
        return list;
    }
    // JSON has no word for what is no number, and NumPy reads these.
    char text[32];
    std::snprintf(text, sizeof text, "%.17g", tensor.at(0));
    return text;
}

} // namespace

int main(int count, char** arguments)
{
    const OpSpec* op = allOps().find("statistics");
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        const auto equals = argument.find('=');
        const std::optional<DType> dtype = dtypeFromName(argument.substr(0, equals));
        const Result<NpyFile> file = NpyFile::open(argument.substr(equals + 1));
        if (!dtype || !file) {
            std::fprintf(stderr, "%s: %s\n", arguments[i], file ? "no such type" : file.error().message().c_str());
            return 1;
        }
        // The reader of data sets gives f32 and i64: the bits of f64 come as i64.
        const bool doubles = *dtype == DType::F64;
        Tensor read(TensorType{isInteger(*dtype) || doubles ? DType::I64 : DType::F32, file->shape()});
        file->readAll(read.dtype(), read.raw());
        Tensor values(TensorType{*dtype, file->shape()});
        if (doubles) std::memcpy(values.raw(), read.raw(), values.type().bytes());
        else values = read.to(*dtype);
        for (Backend* backend : test::backends()) {
            const test::Evaluation result = test::evaluateOp(*op, {values}, {}, *backend);
            if (!result.error.empty()) return std::fprintf(stderr, "%s: %s\n", arguments[i], result.error.c_str()), 1;
            Json line{{"backend", backend->name()}};
            for (std::size_t output = 0; output < result.outputs.size(); ++output)
                line[std::string(op->outputs[output].name)] = numbers(result.outputs[output]);
            std::puts(line.dump().c_str());
        }
    }
    return 0;
}
