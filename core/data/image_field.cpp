// SPDX-License-Identifier: Apache-2.0
#include "core/data/image_field.h"

#include "core/data/file_bytes.h"
#include "core/data/fitted.h"
#include "core/data/image.h"
#include "core/data/npy_file.h"

namespace ds {

Result<PixelScale> PixelScale::make(const Floats& mean, const Floats& std, int64_t channels)
{
    const auto fits = [&](const Floats& list) { return list.size() == 1 || static_cast<int64_t>(list.size()) == channels; };
    const Phrase expected = phrase("Data", "expects one number or one per channel (%1)").with({std::to_string(channels)});
    if (!fits(mean)) return Error{expected, "mean", ""};
    if (!fits(std)) return Error{expected, "std", ""};
    PixelScale scale;
    for (std::size_t i = 0; i < std::max(mean.size(), std.size()); ++i) {
        scale.m_mean.push_back(static_cast<float>(mean[mean.size() == 1 ? 0 : i]));
        scale.m_std.push_back(static_cast<float>(std[std.size() == 1 ? 0 : i]));
        if (!(scale.m_std.back() > 0)) return Error{phrase("Data", "must be above 0, got %1").with({attrText(std)}), "std", ""};
    }
    return scale;
}

void PixelScale::apply(float* planes, int64_t channels, int64_t pixels) const
{
    for (int64_t c = 0; c < channels; ++c) {
        const float factor = unit, mean = m_mean[index(c)], std = m_std[index(c)];
        for (int64_t i = 0; i < pixels; ++i, ++planes) *planes = (*planes * factor - mean) / std;
    }
}

Encoded encodeImage(const EncodeCall& call)
{
    const Shape shape = DS_TRY(fittedShape(call.fitted, "shape"));
    if (shape.rank() != 3) return Error{phrase("Data", "expects a picture, but the model was trained on %1").with({shape.text()}), "", ""};
    const std::string path = resolvePath(call.folder, call.input);
    if (path.ends_with(".npy")) return encodeArray(path, {DType::F32, shape});
    const PixelScale scale = DS_TRY(PixelScale::make(call.attrs.floats("mean"), call.attrs.floats("std"), shape[0]));
    const Image image = DS_TRY(readImage(path, shape[0] == 1 ? 1 : 3));
    if (image.channels != shape[0])
        return Error{
            phrase("Data", "has %1 channels, the model expects %2").with({std::to_string(image.channels), std::to_string(shape[0])}), path,
            ""};
    Tensor tensor(TensorType{DType::F32, shape});
    image::resizeToPlanes(image, shape[1], shape[2], tensor.span<float>().data());
    scale.apply(tensor.span<float>().data(), shape[0], shape[1] * shape[2]);
    return std::vector{tensor};
}

} // namespace ds
