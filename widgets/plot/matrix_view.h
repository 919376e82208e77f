// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace ds::ui {

/// A confusion matrix: one row for each true class, one column for each predicted one. Cells are coloured by their share of the row,
/// so that rare classes read as well as frequent ones. Arrow keys move the cell that describe() speaks of.
class MatrixView : public QWidget {
    Q_OBJECT

public:
    explicit MatrixView(QWidget* parent = nullptr);
    /// Square; row-major counts.
    void setMatrix(QStringList labels, std::vector<double> counts);
    /// Cells show counts, or shares of their row.
    void setShares(bool on);

    int classes() const { return static_cast<int>(m_labels.size()); }
    /// "“Shirt” taken for “Coat”: 91 of 1 000 (9.1 %)".
    QString describe(int row, int column) const;
    /// Row and column under a point; -1, -1 outside.
    QPoint cellAt(const QPointF& at) const;
    QSize sizeHint() const override { return {300, 300}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width; }

signals:
    void cellChosen(int row, int column);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF area() const;
    QRectF cell(int row, int column) const;
    double share(int row, int column) const;
    double count(int row, int column) const
    {
        return m_counts[static_cast<std::size_t>(row) * static_cast<std::size_t>(classes()) + static_cast<std::size_t>(column)];
    }
    void choose(int row, int column);
    void paintLabels(QPainter& painter) const;

    QStringList m_labels;
    std::vector<double> m_counts, m_rows;
    bool m_shares = false;
    QPoint m_chosen{-1, -1}; // column, row
};

} // namespace ds::ui
