// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/sample_picture.h"

#include <algorithm>

namespace ds::ui {

bool isPicture(const TensorPart& input) { return (input.maps == 1 || input.maps == 3) && input.height > 1 && input.width > 1; }

QImage samplePicture(const TensorPart& input)
{
    const NumberRange range = rangeOf(input.values.data(), input.count());
    const auto level = [&](int64_t channel, int64_t at) {
        const double value = input.map(std::min(channel, input.maps - 1))[at];
        return range.high > range.low ? std::clamp((value - range.low) / (range.high - range.low), 0.0, 1.0) : 0;
    };
    QImage image(static_cast<int>(input.width), static_cast<int>(input.height), QImage::Format_RGB32);
    for (int64_t at = 0; at < input.height * input.width; ++at)
        image.setPixelColor(static_cast<int>(at % input.width), static_cast<int>(at / input.width),
                            QColor::fromRgbF(level(0, at), level(1, at), level(2, at)));
    return image;
}

} // namespace ds::ui
