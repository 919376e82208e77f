// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QString>

#include <vector>

#include "core/data/npy_file.h"

namespace ds::ui {

/// Part of a tensor that is looked at: maps of height × width.
struct TensorPart {
    std::vector<float> values; // row-major
    int64_t maps = 1, height = 1, width = 1;

    int64_t count() const { return static_cast<int64_t>(values.size()); }
    const float* map(int64_t i) const { return values.data() + i * height * width; }
};

/// What the finite numbers among some are like.
struct NumberRange {
    double low = 0, high = 0, mean = 0, deviation = 0;
    int64_t count = 0, zeros = 0, notFinite = 0;
};
NumberRange rangeOf(const float* values, int64_t count);

/// A tensor in an .npy file. Its last two axes make a picture; of three and more axes the first one tells items apart: the samples of a
/// batch, the filters of a convolution. A part is one item, or all of them where they are few numbers.
class TensorFile {
public:
    static Result<TensorFile> open(const QString& path);

    QString path() const { return QString::fromStdString(m_file.path()); }
    const Shape& shape() const { return m_file.shape(); }
    /// 1 where the first axis does not tell items apart.
    int64_t items() const { return shape().rank() > 2 ? shape()[0] : 1; }
    bool readsAll() const;
    /// -1: all.
    TensorPart part(int64_t item) const;

private:
    explicit TensorFile(NpyFile file) : m_file(std::move(file)) {}
    NpyFile m_file;
};

/// A map as a picture, a pixel a number: grey from 0 on if there is nothing below, else from blue over sand to red with 0 in the middle.
/// What is no finite number is magenta.
QImage mapPicture(const float* values, int64_t height, int64_t width, const NumberRange& scale);

} // namespace ds::ui
