// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/heat_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/canvas/canvas.h"
#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

using inspector::Figure;
using inspector::LayerFigure;

namespace {

constexpr int barWidth = 264;

/// From cold to warm.
class Colours : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        for (int x = 0; x < width(); ++x)
            painter.fillRect(x, 0, 1, height(), Theme::heat(static_cast<double>(x) / std::max(1, width() - 1)));
    }
};

} // namespace

HeatBar::HeatBar(Canvas& canvas)
    : QFrame(&canvas), m_title(new QLabel), m_step(new QLabel), m_low(new QLabel), m_high(new QLabel),
      m_slider(new QSlider(Qt::Horizontal)), m_colours(new Colours)
{
    setProperty("card", true);
    setCursor(Qt::ArrowCursor);
    setFixedWidth(barWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    auto* top = new QHBoxLayout;
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    top->addWidget(m_title, 1);
    m_step->setProperty("secondary", true);
    top->addWidget(m_step);
    column->addLayout(top);
    m_slider->setAccessibleName(tr("Step of the training"));
    m_slider->setToolTip(tr("Go back in the training"));
    column->addWidget(m_slider);
    auto* scale = new QHBoxLayout;
    scale->setSpacing(8);
    for (QLabel* label : {m_low, m_high}) label->setProperty("faint", true);
    scale->addWidget(m_low);
    m_colours->setFixedHeight(6);
    scale->addWidget(m_colours, 1);
    scale->addWidget(m_high);
    column->addLayout(scale);
    move(16, 16);
    hide();
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        describe();
        emit moved();
    });
}

void HeatBar::setFigure(Figure figure)
{
    m_figure = figure;
    refresh();
}

void HeatBar::setInspection(const InspectionPtr& inspection)
{
    if (m_inspection == inspection) return;
    m_inspection = inspection;
    refresh();
}

void HeatBar::refresh()
{
    static const std::vector<LayerFigure> none;
    const std::vector<LayerFigure>& layers = m_inspection ? m_inspection->of(m_figure) : none;
    m_scale = FigureScale(m_figure, layers);
    int64_t last = 0;
    for (const LayerFigure& layer : layers) last = std::max(last, layer.points.back().update);
    const QSignalBlocker quiet(m_slider);
    const bool atEnd = m_last == 0 || step() >= m_last;
    m_last = last;
    m_slider->setRange(1, static_cast<int>(std::clamp<int64_t>(last, 1, std::numeric_limits<int>::max())));
    if (atEnd) m_slider->setValue(m_slider->maximum());
    m_slider->setEnabled(last > 1);
    describe();
}

void HeatBar::describe()
{
    m_title->setText(figureTitle(m_figure));
    m_step->setText(m_last > 0 ? tr("step %1").arg(countText(step())) : tr("not seen yet"));
    m_low->setText(m_scale.logarithmic() ? shortText(m_scale.low()) : tr("none"));
    m_high->setText(m_scale.logarithmic() ? shortText(m_scale.high()) : tr("all"));
    for (QWidget* part : {static_cast<QWidget*>(m_low), static_cast<QWidget*>(m_high), m_colours}) part->setVisible(m_last > 0);
    adjustSize();
}

int64_t HeatBar::step() const { return m_last > 0 ? m_slider->value() : 0; }

void HeatBar::setStep(int64_t step) { m_slider->setValue(static_cast<int>(std::clamp<int64_t>(step, 1, std::max<int64_t>(1, m_last)))); }

std::map<std::string, LayerHeat> HeatBar::heat() const
{
    std::map<std::string, LayerHeat> heat;
    if (!m_inspection) return heat;
    for (const LayerFigure& layer : m_inspection->of(m_figure)) {
        const double value = valueAt(layer, step());
        // What is no number any more is as bad as can be.
        heat[layer.layer] = {std::isfinite(value) ? m_scale.place(value) : 1, figureText(m_figure, value)};
    }
    if (m_figure == Figure::ResultSize || m_figure == Figure::ResultZeros || m_figure == Figure::GradientSize)
        for (const auto& [layer, of] : m_inspection->computedWith)
            if (const auto at = heat.find(of); at != heat.end()) heat[layer] = at->second;
    return heat;
}

} // namespace ds::ui
