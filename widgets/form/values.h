// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include "widgets/form/form.h"

namespace ds::ui {

/// A value as a person would write it: 0.001, 3 × 3, relu, tanh.
QString formText(FormField::Kind kind, const QVariant& value);

/// The way back. `problem` says what is wrong; then the value is invalid.
QVariant formValue(const FormField& field, const QString& text, QString& problem);

} // namespace ds::ui
