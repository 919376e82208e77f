// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/sample.h"

#include <algorithm>
#include <cmath>

#include "app/workbench/pages/data/summary.h"
#include "app/workbench/words/words.h"
#include "core/tensor/tensor.h"

namespace ds::ui {

namespace {

constexpr int64_t shownValues = 12; // of a field that is neither row, text nor image

QString numberText(double value) { return QString::number(value, 'g', 5); }

QString textOf(const Field& field, const void* data)
{
    QString text;
    bool words = false; // tokens of several letters are words
    for (const std::string& token : field.classes) words = words || token.size() > 4;
    for (int64_t i = 0; i < field.type.shape.count(); ++i) {
        if (words && i) text += QLatin1Char(' ');
        text += className(field, static_cast<int64_t>(elementOf(field.type.dtype, data, i)));
    }
    return text;
}

} // namespace

QImage imageOf(const Field& field, const void* data, double low, double high)
{
    const Shape& shape = field.type.shape;
    const int64_t rows = shape[1], columns = shape[2], plane = rows * columns;
    const double scale = high > low ? 255 / (high - low) : 0;
    const auto grey = [&](int64_t i) {
        const double value = (elementOf(field.type.dtype, data, i) - low) * scale;
        return value > 0 ? static_cast<int>(std::lround(std::min(value, 255.0))) : 0; // what is missing (NaN) is black
    };
    QImage image(static_cast<int>(columns), static_cast<int>(rows), QImage::Format_RGB32);
    for (int64_t y = 0; y < rows; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(y)));
        for (int64_t x = 0; x < columns; ++x) {
            const int64_t at = y * columns + x;
            const int red = grey(at);
            line[x] = shape[0] == 3 ? qRgb(red, grey(plane + at), grey(2 * plane + at)) : qRgb(red, red, red);
        }
    }
    return image;
}

QString className(const Field& field, int64_t index)
{
    if (index >= 0 && index < static_cast<int64_t>(field.classes.size()))
        return QString::fromStdString(field.classes[static_cast<std::size_t>(index)]);
    return QString::number(index);
}

QStringList sampleColumns(const std::vector<Field>& fields)
{
    QStringList columns;
    for (const Field& field : fields) {
        const QString name = QString::fromStdString(field.name);
        if (kindOf(field) == FieldKind::Image) continue;
        if (kindOf(field) != FieldKind::Row) {
            columns << name;
            continue;
        }
        for (int64_t i = 0; i < field.type.shape[0]; ++i) columns << QStringLiteral("%1 %2").arg(name).arg(i + 1);
    }
    return columns;
}

Sample sampleOf(const Dataset& dataset, int64_t index, double low, double high)
{
    Sample sample;
    sample.index = index;
    std::vector<Tensor> buffers;
    std::vector<void*> rows;
    for (const Field& field : dataset.fields()) {
        buffers.emplace_back(field.type);
        rows.push_back(buffers.back().raw());
    }
    try {
        dataset.read(index, rows);
    } catch (const RunError& problem) {
        sample.problem = words::said(problem.error());
        return sample;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Field& field = dataset.fields()[i];
        const auto number = [&](int64_t k) { return numberText(elementOf(field.type.dtype, rows[i], k)); };
        switch (kindOf(field)) {
        case FieldKind::Image:
            if (sample.image.isNull()) sample.image = imageOf(field, rows[i], low, high);
            break;
        case FieldKind::Class:
            sample.values << className(field, static_cast<int64_t>(elementOf(field.type.dtype, rows[i], 0)));
            if (sample.label.isEmpty()) sample.label = sample.values.back();
            break;
        case FieldKind::Text: sample.values << textOf(field, rows[i]); break;
        case FieldKind::Row:
            for (int64_t k = 0; k < field.type.shape[0]; ++k) sample.values << number(k);
            break;
        case FieldKind::Other: {
            QStringList parts;
            const int64_t count = field.type.shape.count();
            for (int64_t k = 0; k < std::min(count, shownValues); ++k) parts << number(k);
            if (count > shownValues) parts << QStringLiteral("…");
            sample.values << parts.join(QStringLiteral(", "));
        }
        }
    }
    return sample;
}

} // namespace ds::ui
