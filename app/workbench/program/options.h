// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

class QCoreApplication;

namespace ds::ui {

struct ProgramOptions {
    QString project, runs, theme, language, page, tour, measure, settings;
    QSize size;
};

/// The parser must know the language before there is a window, so it reads the plain arguments.
/// Prints help or what is wrong and ends the program where that is due.
ProgramOptions parseOptions(const QCoreApplication& application);

} // namespace ds::ui
