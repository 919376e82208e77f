// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/layer_colour.h"

#include "app/workbench/words/words.h"
#include "core/layers/layer.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

QColor layerColour(const Document& document, const std::string& path)
{
    const LayerNode* node = document.model.find(path.substr(0, path.find('/')));
    const LayerSpec* spec = node ? findLayer(node->type) : nullptr;
    return Theme::instance().category(spec ? words::text(spec->category) : QString());
}

} // namespace ds::ui
