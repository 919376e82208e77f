// SPDX-License-Identifier: Apache-2.0
#include "core/data/hdf5_file.h"

#include <cstring>
#include <filesystem>
#include <mutex>

#include <hdf5.h>

#include "core/data/child_process.h"
#include "core/data/file_bytes.h"
#include "core/data/gzip.h"
#include "core/data/hdf5_writer.h"

namespace ds {

namespace {

/// Set in a child process of probe(): it has one thread, and the lock belongs to the parent.
bool alone = false;

/// Held around every call into the library.
class Lock {
public:
    Lock() : m_lock(mutex(), std::defer_lock)
    {
        if (!alone) m_lock.lock();
        static const bool silenced = H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
        (void)silenced;
    }

private:
    static std::recursive_mutex& mutex() // a handle may be dropped while the lock is held
    {
        static std::recursive_mutex* const one = new std::recursive_mutex; // outlives every static dataset
        return *one;
    }
    std::unique_lock<std::recursive_mutex> m_lock;
};

/// The innermost cause that the library recorded.
std::string cause()
{
    std::string text;
    H5Ewalk2(
        H5E_DEFAULT, H5E_WALK_DOWNWARD,
        [](unsigned, const H5E_error2_t* error, void* out) -> herr_t {
            if (error->desc && *error->desc) *static_cast<std::string*>(out) = error->desc;
            return 0;
        },
        &text);
    H5Eclear2(H5E_DEFAULT);
    return text.empty() ? text : " (" + text + ")";
}

} // namespace

/// An identifier of the library with the function that closes it.
class Hdf5Handle {
public:
    Hdf5Handle(hid_t id, herr_t (*close)(hid_t)) : m_id(id), m_close(close) {}
    ~Hdf5Handle()
    {
        const Lock lock;
        close();
    }
    Hdf5Handle(const Hdf5Handle&) = delete;
    Hdf5Handle& operator=(const Hdf5Handle&) = delete;

    bool valid() const { return m_id >= 0; }
    hid_t id() const { return m_id; }
    bool close()
    {
        const bool good = m_id < 0 || m_close(m_id) >= 0;
        m_id = -1;
        return good;
    }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

namespace {

hid_t memoryType(DType type)
{
    switch (type) {
    case DType::F32: return H5T_NATIVE_FLOAT;
    case DType::F64: return H5T_NATIVE_DOUBLE;
    case DType::BF16:
    case DType::F16: return H5T_NATIVE_UINT16;
    case DType::I32: return H5T_NATIVE_INT32;
    case DType::I64: return H5T_NATIVE_INT64;
    case DType::U8:
    case DType::Bool: return H5T_NATIVE_UINT8;
    }
    return -1;
}

hid_t fileType(DType type)
{
    switch (type) {
    case DType::F32: return H5T_IEEE_F32LE;
    case DType::F64: return H5T_IEEE_F64LE;
    case DType::BF16:
    case DType::F16: return H5T_STD_U16LE;
    case DType::I32: return H5T_STD_I32LE;
    case DType::I64: return H5T_STD_I64LE;
    case DType::U8:
    case DType::Bool: return H5T_STD_U8LE;
    }
    return -1;
}

/// Compares what the header of a dataset claims with the size of the file, before memory is taken for any of it.
Status plausible(hid_t dataset, const Shape& shape, int64_t elementBytes, int64_t fileBytes, const std::string& where)
{
    const Error lies{phrase("Data", "the sizes %1 do not fit the file").with({shape.text()}), where,
                     phrase("Data", "The file may be damaged.")};
    int64_t total = elementBytes;
    for (int64_t dim : shape)
        if (!multiplied(total, dim)) return lies;
    if (total == 0) return Error{phrase("Data", "holds no values: its shape is %1").with({shape.text()}), where, ""};
    const Hdf5Handle properties(H5Dget_create_plist(dataset), H5Pclose);
    if (!properties.valid()) return Error{phrase("Data", "cannot be read%1").with({cause()}), where, ""};
    const int filters = H5Pget_nfilters(properties.id());
    const int64_t stored = static_cast<int64_t>(H5Dget_storage_size(dataset));
    const int64_t most = fileBytes * (filters > 0 ? largestExpansion : 1);
    if (stored == 0) return Error{phrase("Data", "holds no values yet"), where, ""};
    if (stored > fileBytes || total > most) return lies;
    if (H5Pget_layout(properties.id()) != H5D_CHUNKED) return {};
    hsize_t dims[H5S_MAX_RANK] = {};
    const int rank = H5Pget_chunk(properties.id(), H5S_MAX_RANK, dims);
    int64_t chunk = elementBytes;
    for (int i = 0; i < rank; ++i)
        if (!multiplied(chunk, static_cast<int64_t>(dims[i]))) return lies;
    // A chunk may reach beyond the data, but hardly by much.
    if (rank <= 0 || chunk > std::max<int64_t>(16 << 20, 2 * most)) return lies;
    return {};
}

} // namespace

Result<Hdf5File> Hdf5File::open(const std::string& path)
{
    DS_TRY(FileBytes::exists(path));
    const Lock lock;
    const htri_t is = H5Fis_hdf5(path.c_str());
    if (is <= 0) {
        const std::string why = is < 0 ? cause() : "";
        return Error{is < 0 ? phrase("Data", "cannot open the file%1").with({why}) : phrase("Data", "is not an HDF5 file"), path, ""};
    }
    Hdf5File file;
    file.m_path = path;
    std::error_code code;
    file.m_fileBytes = static_cast<int64_t>(std::filesystem::file_size(path, code));
    file.m_handle = std::make_shared<Hdf5Handle>(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
    if (!file.m_handle->valid())
        return Error{phrase("Data", "cannot be opened as HDF5%1").with({cause()}), path, phrase("Data", "The file may be damaged.")};
    return file;
}

Status Hdf5File::probe(const std::string& path, const std::vector<std::string>& datasets)
{
    constexpr int seconds = 20;
    const Lock lock; // so that no other thread is within the library when the process is copied
    const bool survived = survivesInChild(
        [&] {
            alone = true;
            const Result<Hdf5File> file = open(path);
            if (!file) return;
            for (const std::string& name : datasets) {
                const Result<Hdf5Dataset> dataset = file->dataset(name);
                if (!dataset || dataset->shape().rank() == 0) continue;
                const int64_t rows = dataset->shape()[0];
                std::vector<float> row(static_cast<std::size_t>(dataset->shape().count() / rows));
                (void)dataset->readRows(0, 1, DType::F32, row.data());
                (void)dataset->readRows(rows - 1, 1, DType::F32, row.data());
            }
        },
        seconds);
    if (survived) return {};
    return Error{phrase("Data", "the HDF5 library cannot cope with the file"), path, phrase("Data", "The file is probably damaged.")};
}

Result<Hdf5File> Hdf5File::create(const std::string& path, std::size_t userBlock)
{
    const Lock lock;
    Hdf5File file;
    file.m_path = path;
    file.m_log = std::make_shared<WriteLog>();
    file.m_handle = std::make_shared<Hdf5Handle>(createHdf5(path, userBlock, *file.m_log), H5Fclose);
    const std::string why = file.m_log->error ? std::string(": ") + std::strerror(file.m_log->error) : cause();
    if (!file.m_handle->valid())
        return Error{phrase("Data", "cannot create the file%1").with({why}), path,
                     phrase("Data", "Check that the folder exists, can be written to and has room.")};
    return file;
}

Result<Hdf5Dataset> Hdf5File::dataset(const std::string& name) const
{
    const Lock lock;
    Hdf5Dataset dataset;
    dataset.m_where = m_path + ", dataset \"" + name + "\"";
    dataset.m_handle = std::make_shared<Hdf5Handle>(H5Dopen2(m_handle->id(), name.c_str(), H5P_DEFAULT), H5Dclose);
    if (!dataset.m_handle->valid()) {
        std::string list;
        for (const std::string& known : datasets()) list += (list.empty() ? "" : ", ") + known;
        return Error{phrase("Data", "there is no such dataset%1").with({cause()}), dataset.m_where,
                     list.empty() ? Phrase() : phrase("Data", "The file holds %1.").with({list})};
    }
    const hid_t id = dataset.m_handle->id();
    const Hdf5Handle type(H5Dget_type(id), H5Tclose), space(H5Dget_space(id), H5Sclose);
    const H5T_class_t kind = type.valid() ? H5Tget_class(type.id()) : H5T_NO_CLASS;
    const std::size_t width = type.valid() ? H5Tget_size(type.id()) : 0;
    if ((kind != H5T_FLOAT && kind != H5T_INTEGER) || width == 0 || width > 16)
        return Error{phrase("Data", "does not hold plain numbers"), dataset.m_where, ""};
    dataset.m_floating = kind == H5T_FLOAT;
    hsize_t dims[H5S_MAX_RANK] = {};
    const int rank = space.valid() ? H5Sget_simple_extent_dims(space.id(), dims, nullptr) : -1;
    if (rank < 0) return Error{phrase("Data", "cannot be read%1").with({cause()}), dataset.m_where, ""};
    if (rank > Shape::maxRank) return Error{phrase("Data", "has more than 8 dimensions"), dataset.m_where, ""};
    for (int i = 0; i < rank; ++i) dataset.m_shape.push_back(static_cast<int64_t>(dims[i]));
    DS_TRY(plausible(id, dataset.m_shape, static_cast<int64_t>(width), m_fileBytes, dataset.m_where));
    return dataset;
}

std::vector<std::string> Hdf5File::datasets() const
{
    const Lock lock;
    std::vector<std::string> names;
    H5Ovisit(
        m_handle->id(), H5_INDEX_NAME, H5_ITER_INC,
        [](hid_t, const char* name, const H5O_info_t* info, void* out) -> herr_t {
            if (info->type == H5O_TYPE_DATASET) static_cast<std::vector<std::string>*>(out)->push_back(name);
            return 0;
        },
        &names);
    H5Eclear2(H5E_DEFAULT);
    return names;
}

Status Hdf5File::write(const std::string& name, const TensorType& type, const void* data)
{
    assert(m_log && "the file is open for reading");
    const Lock lock;
    hsize_t dims[Shape::maxRank] = {};
    const int rank = type.shape.rank();
    for (int i = 0; i < rank; ++i) dims[i] = static_cast<hsize_t>(type.shape[i]);
    const Hdf5Handle space(rank ? H5Screate_simple(rank, dims, nullptr) : H5Screate(H5S_SCALAR), H5Sclose);
    const Hdf5Handle links(H5Pcreate(H5P_LINK_CREATE), H5Pclose);
    const auto failed = [&] {
        const std::string why = m_log->error ? std::string(": ") + std::strerror(m_log->error) : cause();
        return Error{phrase("Data", "cannot write \"%1\"%2").with({name, why}), m_path, phrase("Data", "Check that the disk has room.")};
    };
    if (m_log->error) return failed();
    if (!space.valid() || H5Pset_create_intermediate_group(links.id(), 1) < 0) return failed();
    const Hdf5Handle dataset(
        H5Dcreate2(m_handle->id(), name.c_str(), fileType(type.dtype), space.id(), links.id(), H5P_DEFAULT, H5P_DEFAULT), H5Dclose);
    if (!dataset.valid()) return failed();
    if (type.count() > 0 && H5Dwrite(dataset.id(), memoryType(type.dtype), H5S_ALL, H5S_ALL, H5P_DEFAULT, data) < 0) return failed();
    if (m_log->error) return failed();
    return {};
}

Status Hdf5File::close()
{
    const Lock lock;
    const bool closed = m_handle->close();
    const std::string why = closed ? "" : cause();
    if (closed && (!m_log || m_log->error == 0)) return {};
    return Error{
        phrase("Data", "cannot write the file%1").with({m_log && m_log->error ? std::string(": ") + std::strerror(m_log->error) : why}),
        m_path, phrase("Data", "Check that the disk has room.")};
}

Status Hdf5Dataset::readRows(int64_t first, int64_t rows, DType as, void* out) const
{
    const Lock lock;
    hsize_t start[Shape::maxRank] = {}, count[Shape::maxRank] = {};
    const int rank = m_shape.rank();
    for (int i = 0; i < rank; ++i) count[i] = static_cast<hsize_t>(m_shape[i]);
    start[0] = static_cast<hsize_t>(first);
    count[0] = static_cast<hsize_t>(rows);
    const Hdf5Handle file(H5Dget_space(m_handle->id()), H5Sclose), memory(H5Screate_simple(rank, count, nullptr), H5Sclose);
    if (!file.valid() || !memory.valid() || H5Sselect_hyperslab(file.id(), H5S_SELECT_SET, start, nullptr, count, nullptr) < 0 ||
        H5Dread(m_handle->id(), memoryType(as), memory.id(), file.id(), H5P_DEFAULT, out) < 0)
        return Error{
            phrase("Data", "rows %1 to %2 cannot be read%3").with({std::to_string(first), std::to_string(first + rows - 1), cause()}),
            m_where, ""};
    return {};
}

Status Hdf5Dataset::readAll(DType as, void* out) const
{
    const Lock lock;
    if (H5Dread(m_handle->id(), memoryType(as), H5S_ALL, H5S_ALL, H5P_DEFAULT, out) < 0)
        return Error{phrase("Data", "cannot be read%1").with({cause()}), m_where, ""};
    return {};
}

} // namespace ds
