// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/data/file_bytes.h"
#include "core/data/fitted.h"
#include "core/data/image.h"
#include "core/data/image_field.h"
#include "core/data/source.h"

namespace ds {

namespace {

namespace fs = std::filesystem;

struct Picture {
    std::string path;
    int64_t label;
};

class ImageFolderDataset : public Dataset {
public:
    ImageFolderDataset(std::vector<Picture> pictures, Shape shape, PixelScale scale, Strings classes)
        : m_pictures(std::move(pictures)),
          m_scale(std::move(scale)), m_fields{{"image", {DType::F32, shape}, {}, false, m_scale.black(shape[0])},
                                              {"label", {DType::I64, {}}, std::move(classes), true}}
    {
    }

    int64_t size() const override { return static_cast<int64_t>(m_pictures.size()); }
    const std::vector<Field>& fields() const override { return m_fields; }

    void read(int64_t index, std::span<void* const> out) const override
    {
        const Picture& picture = m_pictures[static_cast<std::size_t>(index)];
        const Shape& shape = m_fields[0].type.shape;
        const Result<Image> image = readImage(picture.path, static_cast<int>(shape[0]));
        if (!image) throw RunError(image.error());
        image::resizeToPlanes(*image, shape[1], shape[2], static_cast<float*>(out[0]));
        m_scale.apply(static_cast<float*>(out[0]), shape[0], shape[1] * shape[2]);
        *static_cast<int64_t*>(out[1]) = picture.label;
    }

    Json fitted() const override { return {{"shape", m_fields[0].type.shape.vector()}, {"classes", m_fields[1].classes}}; }
    std::size_t residentBytes() const override { return m_pictures.size() * (sizeof(Picture) + 64); }

private:
    std::vector<Picture> m_pictures;
    PixelScale m_scale;
    std::vector<Field> m_fields;
};

bool isPicture(const fs::path& path)
{
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension == ".png" || extension == ".jpg" || extension == ".jpeg" || extension == ".webp";
}

/// Sorted, so that the order does not depend on the file system. Hidden entries are left out.
Result<std::vector<fs::path>> entries(const fs::path& folder)
{
    std::error_code code;
    std::vector<fs::path> list;
    fs::directory_iterator at(folder, code);
    for (; !code && at != fs::directory_iterator(); at.increment(code))
        if (!at->path().filename().string().starts_with(".")) list.push_back(at->path());
    if (code) return Error{phrase("Data", "cannot read the folder: %1").with({code.message()}), folder.string(), ""};
    std::sort(list.begin(), list.end());
    return list;
}

Result<Shape> shapeFor(const OpenCall& call, const std::string& firstPicture)
{
    const int64_t channels = call.attrs.integer("channels");
    if (channels != 1 && channels != 3)
        return Error{phrase("Data", "must be 1 or 3, got %1").with({std::to_string(channels)}), "channels", ""};
    const Ints& size = call.attrs.ints("size");
    if (size.size() == 2) return Shape{channels, size[0], size[1]};
    if (!size.empty()) return Error{phrase("Data", "expects height and width, got %1").with({attrText(size)}), "size", ""};
    if (call.fitted) return fittedShape(call.fitted, "shape");
    const Image first = DS_TRY(readImage(firstPicture, static_cast<int>(channels)));
    return Shape{channels, first.height, first.width};
}

Opened open(const OpenCall& call)
{
    const std::string root = resolvePath(call.folder, call.attrs.string("folder"));
    Strings classes = fittedStrings(call.fitted, "classes");
    const bool known = !classes.empty();
    std::vector<Picture> pictures;
    for (const fs::path& folder : DS_TRY(entries(root))) {
        std::error_code code;
        if (!fs::is_directory(folder, code)) continue;
        const std::string name = folder.filename().string();
        auto at = std::find(classes.begin(), classes.end(), name);
        if (known && at == classes.end())
            return Error{phrase("Data", "the training data have no class \"%1\"").with({name}), folder.string(),
                         phrase("Data", "Each folder is a class; rename or remove it.")};
        if (!known) at = classes.insert(classes.end(), name);
        const int64_t label = at - classes.begin();
        const std::size_t before = pictures.size();
        for (const fs::path& file : DS_TRY(entries(folder)))
            if (isPicture(file)) pictures.push_back({file.string(), label});
        if (pictures.size() == before)
            return Error{phrase("Data", "holds no PNG, JPEG or WebP images"), folder.string(),
                         phrase("Data", "Each folder is a class; remove it if it is none.")};
    }
    if (pictures.empty())
        return Error{phrase("Data", "holds no folders with images"), root,
                     phrase("Data", "Put the images of each class into a folder of its name.")};
    const Shape shape = DS_TRY(shapeFor(call, pictures.front().path));
    PixelScale scale = DS_TRY(PixelScale::make(call.attrs.floats("mean"), call.attrs.floats("std"), shape[0]));
    return std::unique_ptr<Dataset>(std::make_unique<ImageFolderDataset>(std::move(pictures), shape, std::move(scale), std::move(classes)));
}

} // namespace

extern const SourceSpec source_image_folder = {
    .name = "image_folder",
    .doc = "One folder per class with PNG, JPEG and WebP images, decoded when they are needed.",
    .attributes =
        {{.name = "folder", .type = AttrType::String, .required = true, .doc = "Folder of the class folders."},
         {.name = "size",
          .type = AttrType::Ints,
          .fallback = Ints{},
          .min = 1,
          .max = 16384,
          .unit = "pixels",
          .doc = "Height and width that images are resized to; empty: those of the first image."},
         {.name = "channels", .type = AttrType::Int, .fallback = int64_t{3}, .min = 1, .max = 3, .doc = "1: grey, 3: colour."},
         {.name = "mean",
          .type = AttrType::Floats,
          .fallback = Floats{0},
          .doc = "Subtracted from pixels in [0, 1]; one or one per channel."},
         {.name = "std", .type = AttrType::Floats, .fallback = Floats{1}, .min = 0, .doc = "Pixels are divided by it afterwards."}},
    .open = open,
    .encode = encodeImage,
};

} // namespace ds
