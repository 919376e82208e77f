// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>

#include "app/workbench/pages/data/preview.h"

namespace ds::ui {

/// A sample side by side: as it is, and after each transform; a row for each epoch.
class PreviewView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit PreviewView(QWidget* parent = nullptr);

    void show(TransformPreview preview);
    const TransformPreview& preview() const { return m_preview; }
    /// The transform whose column is marked, from 0; -1: none.
    void mark(int transform);

signals:
    /// A transform's column was pressed.
    void chosen(int transform);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void layoutBars();
    QRect cell(int column, int row) const;
    int columnAt(int x) const;
    void paintCell(QPainter& painter, const QRect& box, const PreviewCell& cell) const;
    bool pictures() const;

    TransformPreview m_preview;
    int m_marked = -1, m_titleWidth = 0;
};

} // namespace ds::ui
