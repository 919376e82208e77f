// SPDX-License-Identifier: GPL-3.0-or-later
// Folding layers into a composite, opening it again, and layers as text for the clipboard.
#pragma once

#include <optional>

#include "app/workbench/pages/design/editing.h"

namespace ds::ui::editing {

/// Folds the layers into one Composite; every wire that crosses its border gets an Input or Output inside. Gives its name; empty if
/// there was nothing to fold.
std::string group(Document& document, const ModelPath& path, const Names& names);
/// The opposite. Gives the names of the layers that came out.
Names ungroup(Document& document, const ModelPath& path, const std::string& composite);
/// Why they cannot be folded; empty: they can.
std::string groupProblem(const Model& model, const Names& names);

/// Layers and the wires between them as the JSON of a project file's model.
std::string copyText(const Model& model, const Names& names);
/// Nothing if the text is not such a model.
std::optional<Model> modelFromText(const std::string& text);
/// Adds layers under fresh names, moved so that their top left corner comes to x, y. Gives the new names.
Names paste(Model& model, const Model& what, double x, double y);

} // namespace ds::ui::editing
