// SPDX-License-Identifier: GPL-3.0-or-later
// From descriptions of attributes to form fields and back.
#pragma once

#include <optional>
#include <vector>

#include "core/base/attributes.h"
#include "widgets/form/form.h"

namespace ds::ui {

/// One field for an attribute as it is in all of `attrs` (several: multi-edit).
FormField formField(const AttrSpec& spec, const std::vector<const Attrs*>& attrs);
std::vector<FormField> formFields(const std::vector<AttrSpec>& specs, const std::vector<const Attrs*>& attrs);

QVariant toVariant(const AttrValue& value);
/// Nothing if the value is invalid.
std::optional<AttrValue> fromVariant(AttrType type, const QVariant& value);
/// Sets an attribute from a form; the default is written as nothing, so that files stay short.
void setFromForm(Attrs& attrs, const AttrSpec& spec, const QVariant& value);

} // namespace ds::ui
