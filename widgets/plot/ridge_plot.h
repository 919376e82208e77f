// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace ds::ui {

/// A distribution over magnitudes at one moment.
struct RidgeRow {
    double step = 0;
    int first = 0;              ///< exponent of the first share: numbers from 2^first to 2^(first + 1)
    std::vector<double> shares; ///< of all numbers, by exponent
    QString tip = {};           ///< what else there is to say of the moment
};

/// Distributions over time: ridges one under the other, the oldest above, or a heat map where each column of colours is a magnitude. The
/// axis below is the magnitude in powers of two; moments that find no room are left out evenly.
class RidgePlot : public QWidget {
    Q_OBJECT

public:
    enum class Form { Ridges, Heat };

    explicit RidgePlot(QWidget* parent = nullptr);

    /// In the order of steps.
    void setRows(std::vector<RidgeRow> rows);
    void setForm(Form form);
    Form form() const { return m_form; }
    /// From this step on it went wrong: a dashed line with words, and the colour of trouble behind it.
    void setTrouble(std::optional<double> step, const QString& text = {});
    /// A line at the row next to the step.
    void setCursor(std::optional<double> step);
    void setEmptyText(const QString& text);

    /// What stands under the mouse.
    QString textAt(const QPointF& at) const;
    int shownRows() const;
    QSize sizeHint() const override { return {520, 320}; }
    QSize minimumSizeHint() const override { return {200, 140}; }

signals:
    void stepPicked(double step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF area() const;
    double ridgeHeight() const;
    double xOf(double exponent) const;
    /// The rows that are shown, from above to below.
    std::vector<std::size_t> chosenRows() const;
    double yOf(std::size_t place, std::size_t count) const;
    void paintRidges(QPainter& painter) const;
    void paintHeat(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintTrouble(QPainter& painter) const;
    void paintLine(QPainter& painter, double y, const QString& text, const QColor& ink) const;
    /// The place of the last row whose step is not behind it; -1 before the first.
    int placeOf(double step, const std::vector<std::size_t>& rows) const;
    std::size_t nearest(double y, const std::vector<std::size_t>& rows) const;

    std::vector<RidgeRow> m_rows;
    Form m_form = Form::Ridges;
    std::optional<double> m_trouble, m_cursor;
    QString m_troubleText, m_empty;
    int m_low = 0, m_high = 1; // exponents that are shown
    double m_most = 0;         // the largest share
};

} // namespace ds::ui
