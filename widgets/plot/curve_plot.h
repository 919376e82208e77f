// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>
#include <optional>
#include <span>

#include "widgets/plot/curve.h"

namespace ds::ui {

/// Curves over one x axis: zoom (rubber band, wheel, double click fits), pan (Shift or middle button, arrow keys), a cursor with the
/// values of all curves, labels at the ends of the lines. Ten million points stay quick; what changes is drawn once, with the next
/// frame. While nobody has zoomed, the view grows with the curves. GUI thread only.
class CurvePlot : public QWidget {
    Q_OBJECT

public:
    enum class XAxis { Step, Epoch, Time, Number };

    explicit CurvePlot(QWidget* parent = nullptr);
    ~CurvePlot() override;

    /// Replaces the curve with this id, or adds it. Curves are drawn in the order in which they came; later ones lie above.
    void setCurve(Curve curve);
    /// Cheap. Xs that are not beyond the last one replace what was there. Does nothing if there is no such curve.
    void append(const QString& id, std::span<const double> xs, std::span<const double> ys);
    void removeCurve(const QString& id);
    void clear();
    QStringList curves() const;
    bool empty() const;
    void setMarks(std::vector<PlotMark> marks);

    /// 0 is off, 0.99 the most; raw curves stay behind at 25 %.
    void setSmoothing(double weight);
    double smoothing() const;
    void setLogX(bool on);
    void setLogY(bool on);
    bool logX() const;
    bool logY() const;
    void setXAxis(XAxis axis);
    void setEmptyText(const QString& text);

    /// Everything, from now on growing with the curves.
    void fit();
    bool fits() const;
    struct View {
        double left = 0, right = 1, bottom = 0, top = 1;
    };
    View view() const;
    void setView(const View& view);

    /// Shows the cursor line at x, without telling cursorMoved(); nothing hides it.
    void setCursor(std::optional<double> x);
    /// What the card at the cursor says, a line for each curve.
    QStringList cursorTexts() const;
    QStringList endLabels() const;

    /// By the suffix: .png, .svg or .csv. The text says what went wrong; empty: all well.
    QString exportTo(const QString& path);
    /// All points of all curves: "curve,x,y".
    QByteArray csv() const;

    /// Draws what is due now.
    void refresh();

signals:
    void cursorMoved(std::optional<double> x);
    void viewChanged(); ///< by the person

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;
    QSize sizeHint() const override { return {360, 220}; }
    QSize minimumSizeHint() const override { return {160, 100}; }

private:
    class Impl;
    void schedule();
    void zoom(double factor, const QPointF& at, bool vertical);
    void pan(const QPointF& pixels);
    void userView(const View& view);
    void exportByDialog();

    std::unique_ptr<Impl> m;
};

} // namespace ds::ui
