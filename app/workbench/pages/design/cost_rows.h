// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;

namespace ds::ui {

/// Figures of a layer or a model under a heading: what is said at the left, how much at the right.
class CostRows : public QWidget {
    Q_OBJECT

public:
    struct Row {
        QString label, value;
        QString hint = {}; ///< what the figure rests on
        bool operator==(const Row&) const = default;
    };
    CostRows(const QString& heading, QWidget* parent);
    void setRows(std::vector<Row> rows);

private:
    void fill();

    std::vector<Row> m_rows;
    QGridLayout* m_grid;
};

} // namespace ds::ui
