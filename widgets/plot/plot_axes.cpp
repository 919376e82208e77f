// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot_axes.h"

#include <QCoreApplication>

#include <cmath>

#include <qcustomplot.h>

#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

struct AxisWords {
    Q_DECLARE_TR_FUNCTIONS(AxisWords)
};

QString tickText(double value, CurvePlot::XAxis kind, double step)
{
    if (std::abs(value) < step * 1e-9) value = 0; // 0.1 - 0.1 is not 0
    if (kind == CurvePlot::XAxis::Time) return value == 0 ? QStringLiteral("0") : durationText(value);
    return numberText(value, 6);
}

class LinearTicker : public QCPAxisTicker {
public:
    explicit LinearTicker(CurvePlot::XAxis kind) : m_kind(kind) { setTickCount(4); }

protected:
    double getTickStep(const QCPRange& range) override
    {
        if (m_kind == CurvePlot::XAxis::Time) {
            for (const double step :
                 {1., 2., 5., 10., 15., 30., 60., 120., 300., 600., 900., 1800., 3600., 7200., 14400., 21600., 43200., 86400.})
                if (range.size() / step <= 6 && range.size() > 4) return step;
        }
        m_step = QCPAxisTicker::getTickStep(range);
        // There is no half step.
        if (m_kind == CurvePlot::XAxis::Step) m_step = std::max(1.0, std::floor(m_step));
        return m_step;
    }
    int getSubTickCount(double /*step*/) override { return 0; }
    QString getTickLabel(double tick, const QLocale& /*locale*/, QChar /*format*/, int /*precision*/) override
    {
        return tickText(tick, m_kind, m_step);
    }

private:
    CurvePlot::XAxis m_kind;
    double m_step = 1;
};

class LogTicker : public QCPAxisTickerLog {
public:
    explicit LogTicker(CurvePlot::XAxis kind) : m_kind(kind) { setSubTickCount(0); }

protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override
    {
        // Less than a decade and a half: decades alone would leave the axis without a number.
        if (range.lower > 0 && range.upper / range.lower < 30) {
            QVector<double> ticks;
            const auto exponent = [](double x) { return static_cast<int>(std::floor(std::log10(x))); };
            for (int decade = exponent(range.lower); decade <= exponent(range.upper); ++decade)
                for (const double part : {1.0, 2.0, 5.0}) ticks << part * std::pow(10, decade);
            return ticks;
        }
        return QCPAxisTickerLog::createTickVector(step, range);
    }
    QString getTickLabel(double tick, const QLocale& /*locale*/, QChar /*format*/, int /*precision*/) override
    {
        return tickText(tick, m_kind, 0);
    }

private:
    CurvePlot::XAxis m_kind;
};

} // namespace

QString xText(double x, CurvePlot::XAxis kind)
{
    switch (kind) {
    case CurvePlot::XAxis::Step: return AxisWords::tr("step %1").arg(countText(std::llround(x)));
    case CurvePlot::XAxis::Epoch: return AxisWords::tr("epoch %1").arg(numberText(x));
    case CurvePlot::XAxis::Time: return AxisWords::tr("after %1").arg(durationText(x));
    case CurvePlot::XAxis::Number: break;
    }
    return numberText(x);
}

void setAxisKind(QCPAxis& axis, CurvePlot::XAxis kind, bool logarithmic)
{
    axis.setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic) axis.setTicker(QSharedPointer<LogTicker>::create(kind));
    else axis.setTicker(QSharedPointer<LinearTicker>::create(kind));
}

void styleAxes(QCustomPlot& plot)
{
    plot.setBackground(Qt::NoBrush);
    QPen hairline(mixed(color(Role::Panel), color(Role::Line), 0.7));
    hairline.setWidthF(1);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0);
        axis->setSubTickLength(0);
        axis->setTickLabelFont(Theme::instance().font(Theme::Text::Secondary));
        axis->setTickLabelColor(color(Role::Text2));
        axis->setTickLabelPadding(6);
        axis->setPadding(0);
        axis->grid()->setPen(hairline);
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->grid()->setSubGridVisible(false);
    }
    plot.xAxis->grid()->setVisible(false);
}

} // namespace ds::ui
