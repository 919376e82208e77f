// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace ds::ui {

/// One line a class: name, bar, number. For names that are too long to stand under bars.
class ClassBars : public QWidget {
    Q_OBJECT

public:
    ClassBars(QStringList names, std::vector<double> counts, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_names;
    std::vector<double> m_counts;
};

} // namespace ds::ui
