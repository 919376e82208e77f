// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where colours, fonts and sizes are said. Everything that paints asks here and repaints at changed().
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>
#include <QStringView>

class QApplication;

namespace ds::ui {

/// What a colour is for, never what it looks like.
enum class Role { Window, Panel, Raised, Canvas, Line, Text, Text2, Text3, Accent, OnAccent, Good, Warning, Bad };

class Theme : public QObject {
    Q_OBJECT

public:
    enum class Choice { System, Dark, Light };

    /// GUI thread only, like QPalette.
    static Theme& instance();

    /// Sets palette, fonts and style sheet of the application, now and at every change.
    void attach(QApplication& application);
    void choose(Choice choice);
    Choice choice() const { return m_choice; }
    bool dark() const { return m_dark; }

    QColor color(Role role) const;
    /// Of a category of layers, such as "convolution"; the same in both themes. Grey for an unknown one.
    QColor category(QStringView name) const;
    /// Okabe and Ito's colours, which the colour-blind can tell apart; goes round after eight.
    QColor series(int index) const;
    /// Diverging blue, sand, red for heat maps; `value` from 0 to 1.
    static QColor heat(double value);

    enum class Text { Body, Secondary, Heading, Title };
    QFont font(Text text = Text::Body) const;
    /// For shapes and code.
    QFont mono(Text text = Text::Secondary) const;

signals:
    void changed();

private:
    Theme();
    void refresh();
    bool systemDark() const;

    QApplication* m_application = nullptr;
    Choice m_choice = Choice::System;
    bool m_dark = true;
};

inline QColor color(Role role) { return Theme::instance().color(role); }

/// Mixes b into a: 0 gives a, 1 gives b.
QColor mixed(const QColor& a, const QColor& b, double share);
/// Behind chosen rows: calm, so that marks and states stay readable.
QColor chosenColor();

} // namespace ds::ui
