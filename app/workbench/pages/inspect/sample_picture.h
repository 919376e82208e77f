// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "app/workbench/pages/inspect/tensor_file.h"

namespace ds::ui {

/// Whether an input is channels, height and width of a picture, of one or three channels.
bool isPicture(const TensorPart& input);

/// A pixel a number, black and white at the ends of their range.
QImage samplePicture(const TensorPart& input);

} // namespace ds::ui
