// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ds::ui {

/// A figure that changes several times a second, with something quieter behind it: "1 202 / 9 380". It keeps its room while the text gets
/// shorter, and paints itself: a QLabel would have all around it laid out anew each time, on a core that trains.
class FactLabel : public QWidget {
    Q_OBJECT

public:
    explicit FactLabel(QWidget* parent = nullptr);

    void setText(const QString& value, const QString& more);
    /// Both, as one line.
    QString text() const;

    QSize sizeHint() const override { return m_room; }
    QSize minimumSizeHint() const override { return m_room; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measure();
    QFont strong() const;

    QString m_value, m_more;
    QSize m_room;
};

} // namespace ds::ui
