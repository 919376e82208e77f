// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/data/file_bytes.h"
#include "core/data/idx_file.h"
#include "core/data/image_field.h"
#include "core/data/labels.h"
#include "core/data/source.h"

namespace ds {

namespace {

class IdxDataset : public Dataset {
public:
    IdxDataset(IdxArray images, std::vector<int64_t> labels, const PixelScale& scale, Strings classes)
        : m_images(std::move(images)), m_labels(std::move(labels))
    {
        Shape shape = m_images.shape;
        shape.erase(0);
        if (shape.rank() == 2) shape.insert(0, 1);
        m_channelPixels = shape[1] * shape[2];
        for (int64_t c = 0; c < shape[0]; ++c)
            for (int value = 0; value < 256; ++value) m_scaled.push_back(scale(c, static_cast<uint8_t>(value)));
        m_fields = {{"image", {DType::F32, shape}, {}, false, scale.black(shape[0])},
                    {"label", {DType::I64, {}}, std::move(classes), true}};
    }

    int64_t size() const override { return m_images.shape[0]; }
    const std::vector<Field>& fields() const override { return m_fields; }

    void read(int64_t index, std::span<void* const> out) const override
    {
        const int64_t channels = m_fields[0].type.shape[0];
        const uint8_t* from = m_images.values.data() + index * channels * m_channelPixels;
        float* to = static_cast<float*>(out[0]);
        for (int64_t c = 0; c < channels; ++c) {
            const float* scaled = &m_scaled[static_cast<std::size_t>(c) * 256];
            for (int64_t i = 0; i < m_channelPixels; ++i) *to++ = scaled[*from++];
        }
        *static_cast<int64_t*>(out[1]) = m_labels[static_cast<std::size_t>(index)];
    }

    Json fitted() const override { return {{"shape", m_fields[0].type.shape.vector()}, {"classes", m_fields[1].classes}}; }
    std::size_t residentBytes() const override { return m_images.values.size() + m_labels.size() * sizeof(int64_t); }

private:
    IdxArray m_images;
    std::vector<int64_t> m_labels;
    std::vector<float> m_scaled; // [channels, 256]: each byte as it goes into training
    std::vector<Field> m_fields;
    int64_t m_channelPixels = 0;
};

Opened open(const OpenCall& call)
{
    const std::string imagePath = resolvePath(call.folder, call.attrs.string("images"));
    const std::string labelPath = resolvePath(call.folder, call.attrs.string("labels"));
    IdxArray images = DS_TRY(readIdx(imagePath));
    const IdxArray labels = DS_TRY(readIdx(labelPath));
    if (images.shape.rank() < 3)
        return Error{phrase("Data", "expects pictures [N, H, W] or [N, C, H, W], got %1").with({images.shape.text()}), imagePath,
                     phrase("Data", "Are images and labels swapped?")};
    if (labels.shape.rank() != 1)
        return Error{phrase("Data", "expects labels [N], got %1").with({labels.shape.text()}), labelPath,
                     phrase("Data", "Are images and labels swapped?")};
    if (images.shape[0] != labels.shape[0])
        return Error{phrase("Data", "there are %1 labels for the %2 images in %3")
                         .with({std::to_string(labels.shape[0]), std::to_string(images.shape[0]), imagePath}),
                     labelPath, phrase("Data", "Do both files belong together?")};
    const PixelScale scale =
        DS_TRY(PixelScale::make(call.attrs.floats("mean"), call.attrs.floats("std"), images.shape.rank() == 4 ? images.shape[1] : 1));
    std::vector<int64_t> wide(labels.values.begin(), labels.values.end());
    Strings classes = DS_TRY(classesFor(wide, call.attrs.strings("classes"), call.fitted, labelPath));
    return std::unique_ptr<Dataset>(std::make_unique<IdxDataset>(std::move(images), std::move(wide), scale, std::move(classes)));
}

} // namespace

extern const SourceSpec source_idx = {
    .name = "idx",
    .doc = "Pictures and labels in IDX files, as MNIST and Fashion-MNIST come, plain or gzipped.",
    .attributes =
        {{.name = "images", .type = AttrType::String, .required = true, .doc = "File of the pictures, [N, H, W] or [N, C, H, W]."},
         {.name = "labels", .type = AttrType::String, .required = true, .doc = "File of the labels, [N]."},
         {.name = "classes", .type = AttrType::Strings, .fallback = Strings{}, .doc = "Names of the labels 0, 1, ..."},
         {.name = "mean",
          .type = AttrType::Floats,
          .fallback = Floats{0},
          .doc = "Subtracted from pixels in [0, 1]; one or one per channel."},
         {.name = "std", .type = AttrType::Floats, .fallback = Floats{1}, .min = 0, .doc = "Pixels are divided by it afterwards."}},
    .open = open,
    .encode = encodeImage,
};

} // namespace ds
