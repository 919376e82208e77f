// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QTabWidget;
class QTextBrowser;

namespace ds::ui {

class Commands;
class HelpView;

/// Help on what has the focus, all pages of help, and the keys of all commands. What widgets say of themselves: the dynamic property
/// "help" of the one with the focus, or of one around it, names a page ("layers/Conv2d").
class HelpPanel : public QWidget {
    Q_OBJECT

public:
    explicit HelpPanel(const Commands& commands, QWidget* parent = nullptr);

    void showHelpOn(const QWidget* widget);
    void showShortcuts();
    /// The page that is shown, such as "layers/Conv2d".
    QString topic() const;

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    HelpView& view();
    void fillShortcuts();

    const Commands& m_commands;
    QLabel* m_here;
    QTabWidget* m_tabs;
    QWidget* m_place;
    HelpView* m_view = nullptr; // made when it is first seen: it reads every description
    QTextBrowser* m_shortcuts;
};

} // namespace ds::ui
