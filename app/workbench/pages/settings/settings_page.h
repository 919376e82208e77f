// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/shell/page.h"

namespace ds::ui {

class Form;
class ShortcutList;

/// What the person can choose, and the keys of all commands.
class SettingsPage : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(PageContext& context, QWidget* parent = nullptr);
    void enter() override;

private:
    void fill();
    void take(const QString& key, const QVariant& value);

    PageContext& m_context;
    Form* m_form;
    ShortcutList* m_shortcuts;
};

} // namespace ds::ui
