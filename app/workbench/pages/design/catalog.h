// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ds::ui {

/// What can be put on the canvas: every layer of the registry, and the types that documents know themselves.
struct CatalogEntry {
    QString type, category, doc;
};

/// In the order of the palette: by category.
const std::vector<CatalogEntry>& catalog();
/// A category as people read it.
QString categoryTitle(const QString& category);

/// How well a type fits what was typed: letters in order, better at the start of words; negative: not at all.
int searchScore(const CatalogEntry& entry, const QString& typed);
/// Those that fit, the best first; all of them if nothing was typed.
std::vector<const CatalogEntry*> searchCatalog(const QString& typed);

/// MIME type of a layer that is dragged from the palette; the data are the type's name.
constexpr const char* layerMimeType = "application/x-deepseek-layer";

} // namespace ds::ui
