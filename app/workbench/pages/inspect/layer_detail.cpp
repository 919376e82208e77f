// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/layer_detail.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "app/workbench/words/words.h"
#include "widgets/plot/curve_plot.h"
#include "widgets/plot/number_text.h"
#include "widgets/plot/ridge_plot.h"

namespace ds::ui {

using inspector::Figure;
using inspector::Quantity;
using inspector::TensorStatistics;
using inspector::Trace;

namespace {

QFrame* card(QVBoxLayout*& column)
{
    auto* frame = new QFrame;
    frame->setProperty("card", true);
    column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    return frame;
}

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    return label;
}

QString statisticsText(const TensorStatistics& s)
{
    QStringList parts{LayerDetail::tr("mean %1").arg(shortText(s.mean)), LayerDetail::tr("deviation %1").arg(shortText(s.deviation())),
                      LayerDetail::tr("%1 to %2").arg(shortText(s.min), shortText(s.max))};
    if (s.zeros > 0) parts << LayerDetail::tr("%1 zeros").arg(percentText(s.zeroShare(), 1));
    if (const int64_t broken = s.count - s.finite(); broken > 0) parts << LayerDetail::tr("%1 not finite").arg(countText(broken));
    return parts.join(QStringLiteral(" · "));
}

RidgeRow rowOf(const Trace::Look& look)
{
    const TensorStatistics& s = look.statistics;
    RidgeRow row;
    row.step = static_cast<double>(look.update);
    const auto& [positive, negative] = s.histogram;
    const bool none = positive.begin() == positive.end();
    const int first = none                                 ? negative.begin()
                      : negative.begin() == negative.end() ? positive.begin()
                                                           : std::min(positive.begin(), negative.begin());
    row.first = first - TensorStatistics::zeroExponent;
    for (int e = first; e < std::max(positive.end(), negative.end()); ++e)
        row.shares.push_back(s.count > 0 ? static_cast<double>(positive[e] + negative[e]) / static_cast<double>(s.count) : 0);
    row.tip = statisticsText(s);
    return row;
}

} // namespace

LayerDetail::LayerDetail(QWidget* parent)
    : QWidget(parent), m_name(new QLabel), m_facts(new QLabel), m_quantities(new QButtonGroup(this)), m_tensor(new QComboBox),
      m_form(new QComboBox), m_ridges(new RidgePlot), m_statistics(new QLabel), m_loss(new CurvePlot), m_curveTitle(heading({})),
      m_curve(new CurvePlot)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    m_name->setProperty("title", true);
    m_facts->setProperty("secondary", true);
    top->addWidget(m_name);
    top->addWidget(m_facts, 1, Qt::AlignBottom);
    column->addLayout(top);

    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    for (int quantity = 0; quantity < inspector::quantities; ++quantity) {
        auto* button = new QPushButton(quantityTitle(static_cast<Quantity>(quantity)));
        button->setCheckable(true);
        button->setProperty("flat", true);
        m_quantities->addButton(button, quantity);
        tools->addWidget(button);
    }
    m_quantities->button(static_cast<int>(Quantity::ActivationGradient))->setChecked(true);
    tools->addStretch();
    m_tensor->setAccessibleName(tr("Parameter of the layer"));
    tools->addWidget(m_tensor);
    m_form->addItem(tr("Ridges"), static_cast<int>(RidgePlot::Form::Ridges));
    m_form->addItem(tr("Heat map"), static_cast<int>(RidgePlot::Form::Heat));
    m_form->setAccessibleName(tr("How distributions are drawn"));
    tools->addWidget(m_form);
    column->addLayout(tools);

    QVBoxLayout* inside = nullptr;
    QFrame* frame = card(inside);
    m_ridges->setAccessibleName(tr("Distributions over time"));
    inside->addWidget(m_ridges, 1);
    m_statistics->setProperty("secondary", true);
    inside->addWidget(m_statistics);
    column->addWidget(frame, 3);

    auto* below = new QHBoxLayout;
    below->setSpacing(12);
    frame = card(inside);
    inside->addWidget(heading(tr("Loss")));
    m_loss->setSmoothing(0.6);
    inside->addWidget(m_loss, 1);
    below->addWidget(frame, 1);
    frame = card(inside);
    inside->addWidget(m_curveTitle);
    inside->addWidget(m_curve, 1);
    below->addWidget(frame, 1);
    column->addLayout(below, 2);

    connect(m_quantities, &QButtonGroup::idClicked, this, [this] {
        refreshTensors();
        refreshRidges();
    });
    connect(m_tensor, &QComboBox::currentIndexChanged, this, &LayerDetail::refreshRidges);
    connect(m_form, &QComboBox::currentIndexChanged, this,
            [this] { m_ridges->setForm(static_cast<RidgePlot::Form>(m_form->currentData().toInt())); });
    connect(m_ridges, &RidgePlot::stepPicked, this, [this](double step) {
        setMoment(step);
        emit stepPicked(step);
    });
    connect(m_loss, &CurvePlot::cursorMoved, this, [this](std::optional<double> step) {
        m_ridges->setCursor(step);
        m_curve->setCursor(step);
    });
    connect(m_curve, &CurvePlot::cursorMoved, this, [this](std::optional<double> step) {
        m_ridges->setCursor(step);
        m_loss->setCursor(step);
    });
    refresh();
}

void LayerDetail::setEmptyText(const QString& text)
{
    m_ridges->setEmptyText(text);
    m_loss->setEmptyText({});
    m_curve->setEmptyText({});
}

void LayerDetail::show(const InspectionPtr& inspection)
{
    m_inspection = inspection;
    refresh();
}

void LayerDetail::setLayer(const QString& layer)
{
    if (m_layer == layer.toStdString()) return;
    m_layer = layer.toStdString();
    m_ridges->setCursor({});
    m_curve->clear();
    refresh();
}

void LayerDetail::setFigure(Figure figure)
{
    m_figure = figure;
    m_curve->clear();
    refreshCurves();
}

void LayerDetail::setQuantity(Quantity quantity)
{
    m_quantities->button(static_cast<int>(quantity))->setChecked(true);
    refreshTensors();
    refreshRidges();
}

void LayerDetail::setMoment(std::optional<double> step)
{
    m_ridges->setCursor(step);
    m_loss->setCursor(step);
    m_curve->setCursor(step);
}

void LayerDetail::setTrial(const Curve* loss)
{
    const QString id = QStringLiteral("trial");
    if (loss && !loss->xs.empty()) m_loss->setCurve(*loss);
    else if (m_loss->curves().contains(id)) m_loss->removeCurve(id);
}

void LayerDetail::refresh()
{
    refreshTensors();
    refreshRidges();
    refreshCurves();
}

void LayerDetail::refreshTensors()
{
    const QSignalBlocker quiet(m_tensor);
    const QString before = m_tensor->currentData().toString();
    m_tensor->clear();
    m_name->setText(QString::fromStdString(m_layer));
    m_facts->clear();
    if (!m_inspection) {
        for (QAbstractButton* button : m_quantities->buttons()) button->setEnabled(false);
        return m_tensor->hide();
    }
    const std::string outermost = m_layer.substr(0, m_layer.find('/'));
    if (const LayerNode* node = m_inspection->document.model.find(outermost)) {
        const auto& layers = m_inspection->document.model.layers;
        m_facts->setText(tr("%1 · layer %2 of %3")
                             .arg(QString::fromStdString(node->type), countText(node - layers.data() + 1),
                                  countText(static_cast<qint64>(layers.size()))));
    }
    std::array<bool, inspector::quantities> there{};
    const auto chosen = static_cast<Quantity>(m_quantities->checkedId());
    for (const Trace::Series& series : m_inspection->trace.series()) {
        const bool own = series.name == m_layer, parameter = !own && inspector::layerOf(series.name) == m_layer;
        if (!own && !parameter) continue;
        there[static_cast<std::size_t>(series.quantity)] = true;
        if (series.quantity == chosen)
            m_tensor->addItem(QString::fromStdString(own ? series.name : series.name.substr(m_layer.size() + 1)),
                              QString::fromStdString(series.name));
    }
    for (QAbstractButton* button : m_quantities->buttons()) button->setEnabled(there[static_cast<std::size_t>(m_quantities->id(button))]);
    m_tensor->setVisible(m_tensor->count() > 1);
    m_tensor->setCurrentIndex(std::max(0, m_tensor->findData(before)));
}

const Trace::Series* LayerDetail::series() const
{
    if (!m_inspection || m_tensor->count() == 0) return nullptr;
    return m_inspection->trace.find(m_tensor->currentData().toString().toStdString(), static_cast<Quantity>(m_quantities->checkedId()));
}

void LayerDetail::refreshRidges()
{
    std::vector<RidgeRow> rows;
    m_statistics->clear();
    if (const Trace::Series* shown = series()) {
        for (const Trace::Look& look : shown->looks) rows.push_back(rowOf(look));
        const Trace::Look& last = shown->looks.back();
        m_statistics->setText(tr("Step %1: %2").arg(countText(last.update), statisticsText(last.statistics)));
    }
    m_ridges->setRows(std::move(rows));
    const inspector::Verdict* verdict = m_inspection ? m_inspection->verdictOn(m_layer) : nullptr;
    if (verdict)
        m_ridges->setTrouble(static_cast<double>(verdict->finding.first),
                             tr("%1 from step %2").arg(words::described(verdict->rule->title), countText(verdict->finding.first)));
    else m_ridges->setTrouble({});
}

void LayerDetail::refreshCurves()
{
    m_curveTitle->setText(m_layer.empty() ? figureTitle(m_figure)
                                          : tr("%1, %2").arg(figureTitle(m_figure), QString::fromStdString(m_layer)));
    if (!m_inspection) {
        m_curve->clear();
        m_loss->clear();
        return;
    }
    Curve loss{QStringLiteral("loss"), tr("train")}, validation{QStringLiteral("validation"), tr("validation"), 1, false, false};
    for (const Trace::Step& step : m_inspection->trace.steps()) {
        loss.xs.push_back(static_cast<double>(step.update));
        loss.ys.push_back(step.loss);
    }
    for (const Trace::Evaluation& evaluation : m_inspection->trace.evaluations()) {
        validation.xs.push_back(static_cast<double>(evaluation.update));
        validation.ys.push_back(evaluation.loss);
    }
    const auto [least, greatest] = std::minmax_element(loss.ys.begin(), loss.ys.end());
    m_loss->setLogY(!loss.ys.empty() && *least > 0 && *greatest > 1e4 * *least); // one that explodes hides all else
    if (!loss.xs.empty()) m_loss->setCurve(std::move(loss));
    if (!validation.xs.empty()) m_loss->setCurve(std::move(validation));
    std::vector<PlotMark> marks;
    for (const inspector::Verdict& verdict : m_inspection->verdicts)
        if (verdict.because < 0)
            marks.push_back({PlotMark::Kind::Verdict, static_cast<double>(verdict.finding.first), words::described(verdict.rule->title)});
    m_loss->setMarks(marks);
    for (const inspector::LayerFigure& layer : m_inspection->of(m_figure)) {
        if (layer.layer != m_layer) continue;
        Curve curve{QStringLiteral("figure"), {}, 0, false, false};
        for (const auto& point : layer.points) {
            curve.xs.push_back(static_cast<double>(point.update));
            curve.ys.push_back(point.value);
        }
        const auto [low, high] = std::minmax_element(curve.ys.begin(), curve.ys.end());
        m_curve->setLogY(m_figure != Figure::ResultZeros && *low > 0 && *high > 20 * *low); // else there would be no mark on the axis
        m_curve->setCurve(std::move(curve));
    }
}

} // namespace ds::ui
