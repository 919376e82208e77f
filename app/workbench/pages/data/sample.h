// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

#include "core/data/dataset.h"

namespace ds::ui {

/// One sample as a person sees it.
struct Sample {
    int64_t index = 0;
    QImage image;       ///< of the first image field; null without one
    QString label;      ///< of the class field
    QStringList values; ///< of every field that is no image, one text each: the cells of a table
    QString problem;    ///< why it could not be read
};

/// For any thread. Images are stretched from `low` to `high`, the range of the field.
Sample sampleOf(const Dataset& dataset, int64_t index, double low, double high);

/// One field of pictures, stretched from `low` to `high`.
QImage imageOf(const Field& field, const void* data, double low, double high);
/// The name of a class or token; its number if it has none.
QString className(const Field& field, int64_t index);

/// The columns that `values` go under.
QStringList sampleColumns(const std::vector<Field>& fields);

} // namespace ds::ui
