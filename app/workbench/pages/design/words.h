// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "app/workbench/words/words.h"

namespace ds::ui {

/// The context of translations for what is said outside of classes: Design::tr("...").
struct Design {
    Q_DECLARE_TR_FUNCTIONS(Design)
};

} // namespace ds::ui
