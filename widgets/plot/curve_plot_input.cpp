// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and keys of CurvePlot.
#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

#include <cmath>

#include "widgets/plot/curve_plot_p.h"

namespace ds::ui {

void CurvePlot::userView(const View& view)
{
    setView(view);
    refresh();
    emit viewChanged();
}

void CurvePlot::zoom(double factor, const QPointF& at, bool vertical)
{
    // In pixels, so that linear and logarithmic axes are one case: the point under the pointer stays.
    const QRectF plot = m->plotRect();
    View view = this->view();
    if (vertical) {
        view.top = m->toY(at.y() + (plot.top() - at.y()) / factor);
        view.bottom = m->toY(at.y() + (plot.bottom() - at.y()) / factor);
    } else {
        view.left = m->toX(at.x() + (plot.left() - at.x()) / factor);
        view.right = m->toX(at.x() + (plot.right() - at.x()) / factor);
    }
    userView(view);
}

void CurvePlot::pan(const QPointF& pixels)
{
    const QRectF plot = m->plotRect().translated(-pixels.x(), -pixels.y());
    userView({m->toX(plot.left()), m->toX(plot.right()), m->toY(plot.bottom()), m->toY(plot.top())});
}

void CurvePlot::mousePressEvent(QMouseEvent* event)
{
    if (empty()) return;
    m->pressed = m->last = event->position();
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && event->modifiers() & Qt::ShiftModifier)) {
        m->drag = Impl::Drag::Pan;
        QWidget::setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton) {
        m->drag = Impl::Drag::Band;
    }
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m->drag == Impl::Drag::Pan) {
        pan(at - m->last);
        m->last = at;
        return;
    }
    const QRectF plot = m->plotRect();
    if (m->drag == Impl::Drag::Band) {
        QRectF band = QRectF(m->pressed, at).normalized();
        // A flat stroke chooses a range of x alone.
        if (band.height() < 16) band = QRectF(band.left(), plot.top(), band.width(), plot.height());
        if (band.width() >= 4) m->overlay->content.band = band & plot;
        m->overlay->update();
        return;
    }
    const std::optional<double> x = plot.contains(at) && !empty() ? std::optional(m->toX(at.x())) : std::nullopt;
    if (x == m->cursor) return;
    setCursor(x);
    emit cursorMoved(x);
}

void CurvePlot::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    const Impl::Drag drag = std::exchange(m->drag, Impl::Drag::None);
    unsetCursor();
    const std::optional<QRectF> band = std::exchange(m->overlay->content.band, std::nullopt);
    m->overlay->update();
    if (drag == Impl::Drag::Band && band && band->width() >= 8)
        userView({m->toX(band->left()), m->toX(band->right()), m->toY(band->bottom()), m->toY(band->top())});
}

void CurvePlot::mouseDoubleClickEvent(QMouseEvent* /*event*/)
{
    fit();
    emit viewChanged();
}

void CurvePlot::leaveEvent(QEvent* /*event*/)
{
    if (!m->cursor) return;
    setCursor({});
    emit cursorMoved({});
}

void CurvePlot::wheelEvent(QWheelEvent* event)
{
    if (empty() || event->angleDelta().isNull()) return;
    const bool vertical = event->modifiers() & Qt::ControlModifier;
    if (event->angleDelta().y() == 0) pan(QPointF(event->angleDelta().x() / 2.0, 0));
    else zoom(std::pow(1.0015, event->angleDelta().y()), event->position(), vertical);
    event->accept();
}

void CurvePlot::keyPressEvent(QKeyEvent* event)
{
    const QRectF plot = m->plotRect();
    const bool vertical = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left: pan({plot.width() / 10, 0}); break;
    case Qt::Key_Right: pan({-plot.width() / 10, 0}); break;
    case Qt::Key_Up: pan({0, plot.height() / 10}); break;
    case Qt::Key_Down: pan({0, -plot.height() / 10}); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1.25, plot.center(), vertical); break;
    case Qt::Key_Minus: zoom(0.8, plot.center(), vertical); break;
    case Qt::Key_0:
    case Qt::Key_Home:
        fit();
        emit viewChanged();
        break;
    case Qt::Key_L: setLogY(!logY()); break;
    default: QWidget::keyPressEvent(event);
    }
}

void CurvePlot::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu;
    menu.addAction(tr("Show everything\tDouble click"), this, &CurvePlot::fit);
    QAction* y = menu.addAction(tr("Logarithmic y axis\tL"), this, [this] { setLogY(!logY()); });
    y->setCheckable(true);
    y->setChecked(logY());
    QAction* x = menu.addAction(tr("Logarithmic x axis"), this, [this] { setLogX(!logX()); });
    x->setCheckable(true);
    x->setChecked(logX());
    menu.addSeparator();
    menu.addAction(tr("Copy picture"), this, [this] { QGuiApplication::clipboard()->setPixmap(grab()); });
    menu.addAction(tr("Export…"), this, &CurvePlot::exportByDialog);
    menu.exec(event->globalPos());
}

void CurvePlot::exportByDialog()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export curves"), QStringLiteral("curves.png"),
                                                      tr("Picture (*.png);;Drawing (*.svg);;Table (*.csv)"));
    if (path.isEmpty()) return;
    const QString problem = exportTo(path);
    if (!problem.isEmpty()) QToolTip::showText(mapToGlobal(rect().center()), problem, this);
}

} // namespace ds::ui
