// SPDX-License-Identifier: Apache-2.0
#include "core/data/npy_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstring>
#include <fstream>

namespace ds {

namespace {

/// The values of a flat Python dictionary literal, as text: {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }
class Dictionary {
public:
    explicit Dictionary(std::string_view text) : m_text(text) {}

    std::string_view find(std::string_view key) const
    {
        const std::size_t at = m_text.find("'" + std::string(key) + "':");
        if (at == std::string_view::npos) return {};
        std::string_view rest = m_text.substr(at + key.size() + 3);
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        if (rest.empty()) return {};
        const char closing = rest.front() == '\'' ? '\'' : rest.front() == '(' ? ')' : rest.front() == '[' ? ']' : '\0';
        const std::size_t end = closing ? rest.find(closing, 1) : std::min(rest.find(','), rest.find('}'));
        if (end == std::string_view::npos) return {};
        return rest.substr(0, end + (closing ? 1 : 0));
    }

private:
    std::string_view m_text;
};

template <class Source>
Source element(const uint8_t* at, bool swapped)
{
    std::array<uint8_t, sizeof(Source)> bytes;
    std::memcpy(bytes.data(), at, sizeof(Source));
    if (swapped) std::reverse(bytes.begin(), bytes.end());
    Source value;
    std::memcpy(&value, bytes.data(), sizeof(Source));
    return value;
}

/// The bits of a half are read as this and widened.
struct Half {
    uint16_t bits;
};

template <class To, class Source>
To converted(Source value)
{
    if constexpr (std::is_same_v<Source, Half>) return converted<To>(f16ToFloat(value.bits));
    else if constexpr (std::is_floating_point_v<Source> && std::is_integral_v<To>) {
        To to = 0;
        storeElement(DType::I64, &to, 0, static_cast<double>(value)); // saturates
        return to;
    } else return static_cast<To>(value);
}

/// Walks the elements in row-major order of `shape`; strides are in elements.
template <class Source, class To>
void copyElements(const uint8_t* data, int64_t offset, const Shape& shape, const Shape& strides, bool swapped, To* out)
{
    const int rank = shape.rank();
    const int64_t inner = rank ? shape[-1] : 1, step = rank ? strides[-1] : 1;
    const int64_t rows = inner ? shape.count() / inner : 0;
    Shape index = shape;
    for (int i = 0; i < rank; ++i) index[i] = 0;
    for (int64_t row = 0; row < rows; ++row) {
        for (int64_t i = 0; i < inner; ++i)
            *out++ = converted<To>(element<Source>(data + static_cast<std::size_t>(offset + i * step) * sizeof(Source), swapped));
        for (int axis = rank - 2; axis >= 0; --axis) {
            offset += strides[axis];
            if (++index[axis] < shape[axis]) break;
            offset -= strides[axis] * shape[axis];
            index[axis] = 0;
        }
    }
}

} // namespace

Status NpyFile::parseHeader(std::string_view header)
{
    const Dictionary dictionary(header);
    const auto damaged = [&](const Phrase& what) { return Error{phrase("Data", "the header is damaged: %1").with({what}), m_path, ""}; };

    std::string_view descr = dictionary.find("descr");
    if (descr.starts_with("["))
        return Error{phrase("Data", "holds records with several fields; a plain array of numbers is needed"), m_path, ""};
    if (descr.size() < 5 || descr.front() != '\'') return damaged(phrase("Data", "there is no valid 'descr'"));
    descr = descr.substr(1, descr.size() - 2);
    const char order = descr[0];
    m_kind = descr[1];
    m_width = descr.size() == 3 ? descr[2] - '0' : 0;
    const bool known = (m_kind == 'f' && (m_width == 2 || m_width == 4 || m_width == 8)) || (m_kind == 'b' && m_width == 1) ||
                       ((m_kind == 'i' || m_kind == 'u') && (m_width == 1 || m_width == 2 || m_width == 4 || m_width == 8));
    if (!known || (order != '<' && order != '>' && order != '|' && order != '='))
        return Error{
            phrase("Data", "holds elements of type '%1'; f2, f4, f8, i1 to i8, u1 to u8 and bool are read").with({std::string(descr)}),
            m_path, phrase("Data", "Convert it, say with array.astype(\"float32\").")};
    m_swapped = order == '>' && m_width > 1;

    const std::string_view fortran = dictionary.find("fortran_order");
    if (fortran != "True" && fortran != "False") return damaged(phrase("Data", "there is no valid 'fortran_order'"));

    std::string_view list = dictionary.find("shape");
    if (list.size() < 2 || list.front() != '(') return damaged(phrase("Data", "there is no valid 'shape'"));
    list = list.substr(1, list.size() - 2);
    int64_t count = 1;
    while (true) {
        while (!list.empty() && (list.front() == ' ' || list.front() == ',')) list.remove_prefix(1);
        if (list.empty()) break;
        int64_t dim = -1;
        const auto [end, code] = std::from_chars(list.data(), list.data() + list.size(), dim);
        if (code != std::errc{} || dim < 0) return damaged(phrase("Data", "there is no valid 'shape'"));
        list.remove_prefix(static_cast<std::size_t>(end - list.data()));
        if (m_shape.rank() == Shape::maxRank) return Error{phrase("Data", "has more than 8 dimensions"), m_path, ""};
        m_shape.push_back(dim);
        if (!multiplied(count, dim))
            return Error{phrase("Data", "the sizes in the header overflow: %1").with({m_shape.text()}), m_path, ""};
    }
    if (count == 0) return Error{phrase("Data", "holds no values: its shape is %1").with({m_shape.text()}), m_path, ""};
    int64_t bytes = count;
    const int64_t present = static_cast<int64_t>(m_file.size() - m_start);
    if (!multiplied(bytes, m_width) || bytes > present)
        return Error{phrase("Data", "the file is cut off: the header promises %1 elements of %2 bytes, but only %3 bytes follow")
                         .with({m_shape.text(), std::to_string(m_width), std::to_string(present)}),
                     m_path, phrase("Data", "Write the file again.")};
    if (bytes < present)
        return Error{phrase("Data", "the file goes on after the %1 bytes that its header promises").with({std::to_string(bytes)}), m_path,
                     ""};
    m_strides = rowMajorStrides(m_shape);
    if (fortran == "True") {
        int64_t step = 1;
        for (int i = 0; i < m_shape.rank(); ++i) {
            m_strides[i] = step;
            step *= m_shape[i];
        }
    }
    return {};
}

Result<NpyFile> NpyFile::open(const std::string& path)
{
    NpyFile npy;
    npy.m_path = path;
    npy.m_file = DS_TRY(FileBytes::open(path));
    const std::span<const uint8_t> bytes = npy.m_file.bytes();
    if (!npy.m_file.text().starts_with("\x93NUMPY"))
        return Error{phrase("Data", "is not an .npy file: it does not start with \\x93NUMPY"), path, ""};
    if (bytes.size() < 12) return Error{phrase("Data", "the file ends within its header"), path, ""};
    const int version = bytes[6];
    if (version < 1 || version > 3)
        return Error{phrase("Data", "has version %1 of the .npy format; 1 to 3 are read").with({std::to_string(version)}), path, ""};
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    std::size_t length = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i) length |= std::size_t{bytes[8 + i]} << (8 * i);
    npy.m_start = 8 + lengthBytes + length;
    if (npy.m_start > bytes.size()) return Error{phrase("Data", "the file ends within its header"), path, ""};
    DS_TRY(npy.parseHeader(npy.m_file.text().substr(8 + lengthBytes, length)));
    return npy;
}

void NpyFile::copy(int64_t offset, const Shape& shape, const Shape& strides, DType as, void* out) const
{
    const uint8_t* data = m_file.bytes().data() + m_start;
    const auto copyAs = [&]<class Source>(Source) {
        if (as == DType::F32) copyElements<Source>(data, offset, shape, strides, m_swapped, static_cast<float*>(out));
        else copyElements<Source>(data, offset, shape, strides, m_swapped, static_cast<int64_t*>(out));
    };
    switch (m_kind) {
    case 'f': return m_width == 2 ? copyAs(Half{}) : m_width == 4 ? copyAs(float{}) : copyAs(double{});
    case 'i':
        return m_width == 1 ? copyAs(int8_t{}) : m_width == 2 ? copyAs(int16_t{}) : m_width == 4 ? copyAs(int32_t{}) : copyAs(int64_t{});
    case 'u':
        return m_width == 1   ? copyAs(uint8_t{})
               : m_width == 2 ? copyAs(uint16_t{})
               : m_width == 4 ? copyAs(uint32_t{})
                              : copyAs(uint64_t{});
    default: return copyAs(uint8_t{});
    }
}

void NpyFile::readRow(int64_t row, DType as, void* out) const
{
    Shape shape = m_shape, strides = m_strides;
    const int64_t step = strides[0];
    shape.erase(0);
    strides.erase(0);
    copy(row * step, shape, strides, as, out);
}

void NpyFile::readAll(DType as, void* out) const { copy(0, m_shape, m_strides, as, out); }

Status writeNpy(const std::string& path, const Tensor& tensor)
{
    const Tensor dense = (tensor.dtype() == DType::BF16 ? tensor.to(DType::F32) : tensor).contiguous();
    std::string header = "{'descr': '";
    switch (dense.dtype()) {
    case DType::F16: header += "<f2"; break;
    case DType::F64: header += "<f8"; break;
    case DType::I64: header += "<i8"; break;
    case DType::I32: header += "<i4"; break;
    case DType::U8: header += "|u1"; break;
    case DType::Bool: header += "|b1"; break;
    default: header += "<f4";
    }
    header += "', 'fortran_order': False, 'shape': (";
    const int rank = dense.shape().rank();
    for (int i = 0; i < rank; ++i) header += std::to_string(dense.shape()[i]) + (rank == 1 ? "," : i + 1 < rank ? ", " : "");
    header += "), }";
    // The data begin at a multiple of 64, behind a line's end.
    constexpr std::size_t before = 10;
    header.resize((header.size() + before + 64) / 64 * 64 - before - 1, ' ');
    header += '\n';
    std::ofstream file(path, std::ios::binary);
    file.write("\x93NUMPY\x01\x00", 8);
    const auto length = static_cast<uint16_t>(header.size());
    const std::array<char, 2> bytes{static_cast<char>(length & 0xff), static_cast<char>(length >> 8)};
    file.write(bytes.data(), 2);
    file.write(header.data(), static_cast<std::streamsize>(header.size()));
    if (dense.bytes() > 0) file.write(static_cast<const char*>(dense.raw()), static_cast<std::streamsize>(dense.bytes()));
    file.close();
    if (!file) return Error{phrase("Data", "cannot be written"), path, phrase("Data", "Is the disk full?")};
    return {};
}

Result<std::vector<Tensor>> encodeArray(const std::string& path, const TensorType& type)
{
    const NpyFile npy = DS_TRY(NpyFile::open(path));
    Shape shape = npy.shape();
    while (shape.rank() > type.shape.rank() && shape[0] == 1) shape.erase(0);
    if (shape != type.shape)
        return Error{phrase("Data", "holds an array of shape %1, the model expects %2").with({npy.shape().text(), type.shape.text()}), path,
                     ""};
    Tensor tensor(type);
    npy.readAll(type.dtype, tensor.raw());
    return std::vector{tensor};
}

} // namespace ds
