// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/data/array_input.h"
#include "core/data/labels.h"
#include "core/data/npy_file.h"
#include "core/data/source.h"

namespace ds {

namespace {

class NumpyDataset : public Dataset {
public:
    std::vector<NpyFile> files; // one per field
    std::vector<Field> fieldList;

    int64_t size() const override { return files.front().shape()[0]; }
    const std::vector<Field>& fields() const override { return fieldList; }
    void read(int64_t index, std::span<void* const> out) const override
    {
        for (std::size_t i = 0; i < files.size(); ++i) files[i].readRow(index, fieldList[i].type.dtype, out[i]);
    }
    Json fitted() const override
    {
        Json json = {{"shape", fieldList.front().type.shape.vector()}, {"dtype", dtypeName(fieldList.front().type.dtype)}};
        for (const Field& field : fieldList)
            if (field.target && !field.classes.empty()) json["classes"] = field.classes;
        return json;
    }
    std::size_t residentBytes() const override
    {
        std::size_t bytes = 0;
        for (const NpyFile& file : files) bytes += file.residentBytes();
        return bytes;
    }
};

Status add(NumpyDataset& data, const OpenCall& call, const Strings& paths, bool target)
{
    for (std::size_t i = 0; i < paths.size(); ++i) {
        NpyFile file = DS_TRY(NpyFile::open(resolvePath(call.folder, paths[i])));
        if (file.shape().rank() == 0)
            return Error{phrase("Data", "holds a single number; the first axis has to count samples"), file.path(), ""};
        if (!data.files.empty() && file.shape()[0] != data.size())
            return Error{phrase("Data", "holds %1 samples, but %2 holds %3")
                             .with({std::to_string(file.shape()[0]), data.files.front().path(), std::to_string(data.size())}),
                         file.path(), ""};
        Field field;
        field.name = std::string(target ? "target" : "input") + (paths.size() > 1 ? std::to_string(i + 1) : "");
        field.target = target;
        field.type = {file.floating() ? DType::F32 : DType::I64, file.shape()};
        field.type.shape.erase(0);
        if (const std::string& as = call.attrs.string(target ? "targets_as" : "inputs_as"); as != "auto")
            field.type.dtype = *dtypeFromName(as);
        if (target && i == 0 && field.type.dtype == DType::I64 && field.type.shape.rank() == 0) {
            std::vector<int64_t> labels(static_cast<std::size_t>(file.shape()[0]));
            file.readAll(DType::I64, labels.data());
            field.classes = DS_TRY(classesFor(labels, call.attrs.strings("classes"), call.fitted, file.path()));
        }
        data.files.push_back(std::move(file));
        data.fieldList.push_back(std::move(field));
    }
    return {};
}

Opened open(const OpenCall& call)
{
    auto data = std::make_unique<NumpyDataset>();
    if (call.attrs.strings("inputs").empty()) return Error{phrase("Data", "at least one file is needed"), "inputs", ""};
    DS_TRY(add(*data, call, call.attrs.strings("inputs"), false));
    DS_TRY(add(*data, call, call.attrs.strings("targets"), true));
    return std::unique_ptr<Dataset>(std::move(data));
}

} // namespace

extern const SourceSpec source_numpy = {
    .name = "numpy",
    .doc = "Arrays in .npy files, whose first axis counts samples. Integer targets without further axes are class indices.",
    .attributes =
        {{.name = "inputs", .type = AttrType::Strings, .required = true, .doc = "Files to predict from."},
         {.name = "targets", .type = AttrType::Strings, .fallback = Strings{}, .doc = "Files to predict."},
         {.name = "classes", .type = AttrType::Strings, .fallback = Strings{}, .doc = "Names of the labels 0, 1, ... in the first target."},
         {.name = "inputs_as",
          .type = AttrType::String,
          .fallback = std::string("auto"),
          .choices = {"auto", "f32", "i64"},
          .doc = "Element type to convert to; auto: floating-point numbers to f32, others to i64."},
         {.name = "targets_as",
          .type = AttrType::String,
          .fallback = std::string("auto"),
          .choices = {"auto", "f32", "i64"},
          .doc = "The same for targets."}},
    .open = open,
    .encode = encodeArrayInput,
};

} // namespace ds
