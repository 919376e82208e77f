// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace ds::ui {

/// Project name with a dot while unsaved; Train, Pause, Step, Stop in the middle; device and palette at the right.
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);
    /// The actions of the run; the first becomes the primary button and takes its words from the action.
    void setRunActions(QAction* train, const QList<QAction*>& others);
    void setMenu(class QMenu* menu);
    void setPaletteAction(QAction* action);
    void setTitle(const QString& title, bool modified);
    void setDevice(const QString& text, const QString& tip);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* m_menu;
    QLabel *m_title, *m_dot;
    QWidget* m_middle;
    QPushButton* m_train;
    QLabel* m_device;
    QPushButton* m_palette;
};

} // namespace ds::ui
