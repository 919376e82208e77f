// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/data/array_input.h"
#include "core/data/file_bytes.h"
#include "core/data/hdf5_file.h"
#include "core/data/labels.h"
#include "core/data/source.h"

namespace ds {

namespace {

class Hdf5Source : public Dataset {
public:
    std::vector<Hdf5Dataset> datasets; // one per field
    std::vector<Field> fieldList;

    int64_t size() const override { return datasets.front().shape()[0]; }
    const std::vector<Field>& fields() const override { return fieldList; }
    void read(int64_t index, std::span<void* const> out) const override
    {
        for (std::size_t i = 0; i < datasets.size(); ++i) {
            const Status status = datasets[i].readRows(index, 1, fieldList[i].type.dtype, out[i]);
            if (!status) throw RunError(status.error());
        }
    }
    Json fitted() const override
    {
        Json json = {{"shape", fieldList.front().type.shape.vector()}, {"dtype", dtypeName(fieldList.front().type.dtype)}};
        for (const Field& field : fieldList)
            if (field.target && !field.classes.empty()) json["classes"] = field.classes;
        return json;
    }
};

Status add(Hdf5Source& data, const Hdf5File& file, const std::string& path, const OpenCall& call, const Strings& names, bool target)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string where = path + ", dataset \"" + names[i] + "\"";
        Hdf5Dataset dataset = DS_TRY(file.dataset(names[i]));
        if (dataset.shape().rank() == 0)
            return Error{phrase("Data", "holds a single number; the first axis has to count samples"), where, ""};
        if (!data.datasets.empty() && dataset.shape()[0] != data.size())
            return Error{phrase("Data", "holds %1 samples, but the first dataset holds %2")
                             .with({std::to_string(dataset.shape()[0]), std::to_string(data.size())}),
                         where, ""};
        Field field;
        field.name = std::string(target ? "target" : "input") + (names.size() > 1 ? std::to_string(i + 1) : "");
        field.target = target;
        field.type = {dataset.floating() ? DType::F32 : DType::I64, dataset.shape()};
        field.type.shape.erase(0);
        if (const std::string& as = call.attrs.string(target ? "targets_as" : "inputs_as"); as != "auto")
            field.type.dtype = *dtypeFromName(as);
        if (target && i == 0 && field.type.dtype == DType::I64 && field.type.shape.rank() == 0) {
            std::vector<int64_t> labels(static_cast<std::size_t>(dataset.shape()[0]));
            DS_TRY(dataset.readAll(DType::I64, labels.data()));
            field.classes = DS_TRY(classesFor(labels, call.attrs.strings("classes"), call.fitted, where));
        }
        data.datasets.push_back(std::move(dataset));
        data.fieldList.push_back(std::move(field));
    }
    return {};
}

Opened open(const OpenCall& call)
{
    const std::string path = resolvePath(call.folder, call.attrs.string("file"));
    Strings all = call.attrs.strings("inputs");
    all.insert(all.end(), call.attrs.strings("targets").begin(), call.attrs.strings("targets").end());
    DS_TRY(Hdf5File::probe(path, all));
    const Hdf5File file = DS_TRY(Hdf5File::open(path));
    auto data = std::make_unique<Hdf5Source>();
    if (call.attrs.strings("inputs").empty()) return Error{phrase("Data", "at least one dataset is needed"), "inputs", ""};
    DS_TRY(add(*data, file, path, call, call.attrs.strings("inputs"), false));
    DS_TRY(add(*data, file, path, call, call.attrs.strings("targets"), true));
    return std::unique_ptr<Dataset>(std::move(data));
}

} // namespace

extern const SourceSpec source_hdf5 = {
    .name = "hdf5",
    .doc = "Datasets in an HDF5 file, whose first axis counts samples; read when they are needed. Integer targets without further axes are "
           "class indices.",
    .attributes =
        {{.name = "file", .type = AttrType::String, .required = true, .doc = "The HDF5 file."},
         {.name = "inputs", .type = AttrType::Strings, .required = true, .doc = "Paths of the datasets to predict from."},
         {.name = "targets", .type = AttrType::Strings, .fallback = Strings{}, .doc = "Paths of the datasets to predict."},
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
