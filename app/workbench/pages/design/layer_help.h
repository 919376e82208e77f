// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace ds::ui {

/// The page of a type of layer: all of it from its description. A popup; any click elsewhere closes it.
class LayerHelp : public QFrame {
    Q_OBJECT

public:
    LayerHelp(const QString& type, QWidget* parent);
};

/// The same as HTML.
QString layerHelpText(const QString& type);

} // namespace ds::ui
