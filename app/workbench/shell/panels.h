// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/shell/page.h"

namespace ds::ui {

class DockFrame;

/// Gives each panel of a page a command that shows or hides it ("panel.train.log"), one that sets the layout back
/// ("panel.train.reset"), and remembers where the panels stand. `title` is the page's, in the language of the person. Call it when all
/// panels are in.
void managePanels(DockFrame& frame, PageContext& context, const QString& page, const QString& title);

} // namespace ds::ui
