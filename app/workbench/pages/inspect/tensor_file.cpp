// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/tensor_file.h"

#include <algorithm>
#include <cmath>

#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int64_t mostNumbers = int64_t{1} << 20; // that are read without a question
constexpr int shades = 256;

} // namespace

NumberRange rangeOf(const float* values, int64_t count)
{
    NumberRange range;
    double sum = 0, squares = 0;
    for (int64_t i = 0; i < count; ++i) {
        const double x = values[i];
        if (!std::isfinite(x)) {
            ++range.notFinite;
            continue;
        }
        range.low = range.count ? std::min(range.low, x) : x;
        range.high = range.count ? std::max(range.high, x) : x;
        ++range.count;
        range.zeros += x == 0;
        sum += x;
        squares += x * x;
    }
    if (range.count == 0) return range;
    const auto n = static_cast<double>(range.count);
    range.mean = sum / n;
    range.deviation = std::sqrt(std::max(0.0, squares / n - range.mean * range.mean));
    return range;
}

Result<TensorFile> TensorFile::open(const QString& path)
{
    NpyFile file = DS_TRY(NpyFile::open(path.toStdString()));
    return TensorFile(std::move(file));
}

bool TensorFile::readsAll() const { return shape().count() <= mostNumbers; }

TensorPart TensorFile::part(int64_t item) const
{
    const int rank = shape().rank();
    TensorPart part;
    part.width = rank > 0 ? shape()[-1] : 1;
    part.height = rank > 1 ? shape()[-2] : 1;
    const bool one = rank > 2 && item >= 0;
    part.values.resize(static_cast<std::size_t>(one ? shape().count(1, rank) : shape().count()));
    part.maps = part.count() / (part.height * part.width);
    if (one) m_file.readRow(item, DType::F32, part.values.data());
    else m_file.readAll(DType::F32, part.values.data());
    return part;
}

QImage mapPicture(const float* values, int64_t height, int64_t width, const NumberRange& scale)
{
    const bool diverging = scale.low < 0;
    const double most = std::max({std::abs(scale.low), std::abs(scale.high), 1e-30});
    QRgb table[shades];
    for (int i = 0; i < shades; ++i) {
        const double share = static_cast<double>(i) / (shades - 1);
        table[i] = diverging ? Theme::heat(share).rgb() : QColor::fromRgbF(share, share, share).rgb();
    }
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
    for (int64_t y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(y)));
        for (int64_t x = 0; x < width; ++x) {
            const double value = values[y * width + x] / most; // within -1 to 1
            const double place = diverging ? (value + 1) / 2 : value;
            line[x] =
                std::isfinite(value) ? table[std::clamp(static_cast<int>(place * (shades - 1) + 0.5), 0, shades - 1)] : qRgb(255, 0, 255);
        }
    }
    return image;
}

} // namespace ds::ui
