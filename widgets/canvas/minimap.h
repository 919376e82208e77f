// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace ds::ui {

class Canvas;

/// The whole network in a corner; a click or a drag goes there.
class Minimap : public QWidget {
    Q_OBJECT

public:
    explicit Minimap(Canvas& canvas);

    void contentsChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QTransform sceneToMap() const;
    void drawNodes();

    Canvas& m_canvas;
    QPixmap m_nodes; ///< null: to be drawn again
};

} // namespace ds::ui
