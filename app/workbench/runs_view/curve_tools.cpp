// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs_view/curve_tools.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

#include "app/workbench/runs_view/curve_board.h"

namespace ds::ui {

CurveTools::CurveTools(CurveBoard* board, QWidget* parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)), m_smoothing(new QSlider(Qt::Horizontal)), m_axis(new QComboBox),
      m_log(new QToolButton)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    const auto label = [&](const QString& text) {
        auto* widget = new QLabel(text);
        widget->setProperty("secondary", true);
        return widget;
    };
    m_smoothing->setRange(0, 99);
    m_smoothing->setFixedWidth(110);
    m_smoothing->setAccessibleName(tr("Smoothing"));
    auto* number = label(QString());
    number->setFixedWidth(28);
    m_axis->addItem(tr("by step"), static_cast<int>(CurvePlot::XAxis::Step));
    m_axis->addItem(tr("by epoch"), static_cast<int>(CurvePlot::XAxis::Epoch));
    m_axis->addItem(tr("by time"), static_cast<int>(CurvePlot::XAxis::Time));
    m_axis->setAccessibleName(tr("What the horizontal axis shows"));
    m_log->setText(tr("log y"));
    m_log->setCheckable(true);
    m_log->setToolTip(tr("Logarithmic y axes (L in one plot)"));
    m_layout->addWidget(label(tr("Smoothing")));
    m_layout->addWidget(m_smoothing);
    m_layout->addWidget(number);
    m_layout->addWidget(m_axis);
    m_layout->addWidget(m_log);
    m_layout->addStretch();
    connect(m_smoothing, &QSlider::valueChanged, this, [this, board, number](int value) {
        number->setText(value == 0 ? tr("off") : QString::number(value / 100.0, 'f', 2));
        board->setSmoothing(value / 100.0);
        emit changed();
    });
    connect(m_axis, &QComboBox::currentIndexChanged, this, [this, board] {
        board->setXAxis(xAxis());
        emit changed();
    });
    connect(m_log, &QToolButton::toggled, board, &CurveBoard::setLogY);
    number->setText(tr("off"));
}

void CurveTools::addWidget(QWidget* widget) { m_layout->addWidget(widget); }
double CurveTools::smoothing() const { return m_smoothing->value() / 100.0; }
void CurveTools::setSmoothing(double weight) { m_smoothing->setValue(qRound(100 * weight)); }
CurvePlot::XAxis CurveTools::xAxis() const { return static_cast<CurvePlot::XAxis>(m_axis->currentData().toInt()); }
void CurveTools::setXAxis(CurvePlot::XAxis axis) { m_axis->setCurrentIndex(m_axis->findData(static_cast<int>(axis))); }

} // namespace ds::ui
