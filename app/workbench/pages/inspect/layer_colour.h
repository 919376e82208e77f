// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <string>

#include "core/document/document.h"

namespace ds::ui {

/// Of the category of a layer, by its path; within a composite that of the composite. Grey for one that is not there.
QColor layerColour(const Document& document, const std::string& path);

} // namespace ds::ui
