// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to the transforms of a project: each one undoable step.
#pragma once

#include <QString>
#include <QVariant>

namespace ds::ui {

class Project;

} // namespace ds::ui

namespace ds::ui::chainEdits {

/// "random_crop" → "Random crop"
QString title(const std::string& type);

/// Numbers count from 0. A transform is added behind the one with number `after`; -1: in front.
void add(Project& project, const std::string& type, int after);
void remove(Project& project, int number);
void move(Project& project, int from, int to);
/// `mergeKey` joins what is typed in one go into one step.
void set(Project& project, int number, const std::string& attribute, const QVariant& value, const QString& mergeKey);

} // namespace ds::ui::chainEdits
