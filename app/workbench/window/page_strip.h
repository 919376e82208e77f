// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QAbstractButton;
class QVBoxLayout;

namespace ds::ui {

/// The pages at the left edge: icon over word, the present one with an accent bar.
class PageStrip : public QWidget {
    Q_OBJECT

public:
    explicit PageStrip(QWidget* parent = nullptr);
    void add(const QString& id, const QString& title, const QString& icon, const QString& tip, bool atBottom = false);
    void select(const QString& id);

signals:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_layout;
    int m_above = 0; // how many stand at the top
    std::vector<QAbstractButton*> m_buttons;
};

} // namespace ds::ui
