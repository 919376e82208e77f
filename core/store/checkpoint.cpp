// SPDX-License-Identifier: Apache-2.0
#include "core/store/checkpoint.h"

#include <set>

#include "core/data/file_bytes.h"
#include "core/data/gzip.h"
#include "core/data/hdf5_file.h"
#include "core/store/checkpoint_block.h"
#include "core/store/durable_file.h"

namespace ds {

namespace {

constexpr const char* documentPath = "/document";
constexpr const char* statePath = "/state";
constexpr const char* indexPath = "/index"; // JSON: what the tensors are, in their order
constexpr const char* tensorsPath = "/tensors/";

std::span<const uint8_t> bytesOf(const Tensor& tensor) { return {static_cast<const uint8_t*>(tensor.raw()), tensor.bytes()}; }

/// A name is a path in the file, so that other programs can find their way in it.
Status checkNames(const std::vector<std::string>& names, const std::string& where)
{
    std::set<std::string> leaves, groups;
    for (const std::string& name : names) {
        const Error bad{phrase("Records", "a tensor cannot be named \"%1\"").with({name}), where, ""};
        for (std::size_t from = 0; from <= name.size();) {
            const std::size_t to = std::min(name.find('/', from), name.size());
            const std::string part = name.substr(from, to - from);
            if (part.empty() || part == "." || part == ".." || part.find('\0') != std::string::npos) return bad;
            if (to < name.size()) groups.insert(name.substr(0, to));
            from = to + 1;
        }
        if (!leaves.insert(name).second) return Error{phrase("Records", "two tensors are named \"%1\"").with({name}), where, ""};
    }
    for (const std::string& name : leaves)
        if (groups.count(name)) return Error{phrase("Records", "\"%1\" is a tensor and a group of tensors").with({name}), where, ""};
    return {};
}

Status writeText(Hdf5File& file, const char* path, const std::string& text)
{
    return file.write(path, {DType::U8, {static_cast<int64_t>(text.size())}}, text.data());
}

/// Missing datasets are damage here: the writer always makes them.
Result<std::string> readText(const Hdf5File& file, const char* path)
{
    const Hdf5Dataset dataset = DS_TRY(file.dataset(path));
    std::string text(static_cast<std::size_t>(dataset.shape().count()), '\0');
    DS_TRY(dataset.readAll(DType::U8, text.data()));
    return text;
}

/// Text that is not UTF-8 (a file name, say) must not keep a checkpoint from being written.
std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Status writeContents(const std::string& path, const Checkpoint& checkpoint)
{
    Hdf5File file = DS_TRY(Hdf5File::create(path, checkpointBlock::size));
    Json index = Json::array();
    const auto writeTensor = [&](const std::string& name, const Tensor& any) -> Status {
        const Tensor tensor = any.contiguous();
        index.push_back({{"name", name},
                         {"dtype", dtypeName(tensor.dtype())},
                         {"shape", tensor.shape().vector()},
                         {"crc32", crc32Of(bytesOf(tensor))}});
        return file.write(tensorsPath + name, tensor.type(), tensor.raw());
    };
    for (const NamedTensor& entry : checkpoint.tensors) DS_TRY(writeTensor(entry.name, entry.tensor));
    for (const LazyTensor& entry : checkpoint.lazyTensors) DS_TRY(writeTensor(entry.name, entry.fetch()));
    DS_TRY(writeText(file, indexPath, dumped(index)));
    DS_TRY(writeText(file, documentPath, checkpoint.document + '\n')); // never empty
    DS_TRY(writeText(file, statePath, dumped(checkpoint.state)));
    return file.close();
}

Result<NamedTensor> readTensor(const Hdf5File& file, const Json& entry, const std::string& path)
{
    NamedTensor named;
    TensorType type;
    uint32_t crc = 0;
    try {
        named.name = entry.at("name").get<std::string>();
        const std::optional<DType> dtype = dtypeFromName(entry.at("dtype").get<std::string>());
        const Ints dims = entry.at("shape").get<Ints>();
        crc = entry.at("crc32").get<uint32_t>();
        int64_t count = 1;
        bool good = dtype && dims.size() <= static_cast<std::size_t>(Shape::maxRank);
        for (int64_t dim : dims) good = good && multiplied(count, dim);
        if (!good) return Error{phrase("Records", "the checkpoint has no valid list of tensors"), path, ""};
        type = {*dtype, Shape(dims)};
    } catch (const Json::exception&) {
        return Error{phrase("Records", "the checkpoint has no valid list of tensors"), path, ""};
    }
    const std::string where = path + ", tensor \"" + named.name + "\"";
    if (type.count() == 0) {
        named.tensor = Tensor(type); // HDF5 stores nothing for it
        return named;
    }
    const Hdf5Dataset dataset = DS_TRY(file.dataset(tensorsPath + named.name));
    if (dataset.shape() != type.shape)
        return Error{phrase("Records", "has the shape %1, but %2 is listed").with({dataset.shape().text(), type.shape.text()}), where, ""};
    named.tensor = Tensor(type);
    DS_TRY(dataset.readAll(type.dtype, named.tensor.raw()));
    if (crc32Of(bytesOf(named.tensor)) != crc)
        return Error{phrase("Records", "does not match its checksum"), where, phrase("Records", "Go back to an earlier checkpoint.")};
    return named;
}

Result<Hdf5File> openVerified(const std::string& path)
{
    DS_TRY(checkpointBlock::verify(path));
    return Hdf5File::open(path);
}

Result<Checkpoint> readHead(const Hdf5File& file, const std::string& path)
{
    Checkpoint checkpoint;
    checkpoint.document = DS_TRY(readText(file, documentPath));
    checkpoint.document.pop_back();
    checkpoint.state = DS_TRY(parseJson(DS_TRY(readText(file, statePath)), path));
    return checkpoint;
}

Status readTensors(const Hdf5File& file, const std::string& path, const std::function<Status(NamedTensor)>& visit)
{
    const Json index = DS_TRY(parseJson(DS_TRY(readText(file, indexPath)), path));
    if (!index.is_array()) return Error{phrase("Records", "the checkpoint has no valid list of tensors"), path, ""};
    for (const Json& entry : index) DS_TRY(visit(DS_TRY(readTensor(file, entry, path))));
    return {};
}

} // namespace

Status checkpoint::save(const std::string& path, const Checkpoint& checkpoint)
{
    std::vector<std::string> names;
    for (const NamedTensor& entry : checkpoint.tensors) names.push_back(entry.name);
    for (const LazyTensor& entry : checkpoint.lazyTensors) names.push_back(entry.name);
    DS_TRY(checkNames(names, path));
    DurableFile file(path);
    DS_TRY(writeContents(file.temporary(), checkpoint));
    const checkpointBlock::Sum sum = DS_TRY(checkpointBlock::sumOf(file.temporary()));
    DS_TRY(file.writeStart(checkpointBlock::make(sum.fileSize, sum.crc)));
    return file.replace();
}

Result<Checkpoint> checkpoint::load(const std::string& path)
{
    const Hdf5File file = DS_TRY(openVerified(path));
    Checkpoint checkpoint = DS_TRY(readHead(file, path));
    DS_TRY(readTensors(file, path, [&](NamedTensor tensor) -> Status {
        checkpoint.tensors.push_back(std::move(tensor));
        return {};
    }));
    return checkpoint;
}

Result<Checkpoint> checkpoint::loadHead(const std::string& path)
{
    const Hdf5File file = DS_TRY(openVerified(path));
    return readHead(file, path);
}

Status checkpoint::visitTensors(const std::string& path, const std::function<Status(NamedTensor)>& visit)
{
    const Hdf5File file = DS_TRY(openVerified(path));
    return readTensors(file, path, visit);
}

} // namespace ds
