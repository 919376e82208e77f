// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/curve_plot.h"

#include <QDateTime>

#include <algorithm>

#include <qcustomplot.h>

#include "widgets/plot/curve_plot_p.h"
#include "widgets/plot/plot_axes.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int frame = 15, mostTurns = 12; // milliseconds; as many plots as a board has

/// Points and strokes at the very edge are seen whole.
class CurveGraph : public QCPGraph {
public:
    using QCPGraph::QCPGraph;

protected:
    QRect clipRect() const override { return QCPGraph::clipRect().adjusted(-4, -4, 4, 4); }
};

} // namespace

CurvePlot::CurvePlot(QWidget* parent) : QWidget(parent), m(std::make_unique<Impl>(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Curves"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m->style();
        schedule();
    });
}

CurvePlot::~CurvePlot() = default;

void CurvePlot::schedule()
{
    m->dirty = true;
    if (!m->timer.isActive() && isVisible()) m->timer.start(frame, this);
}

/// Plots that get new points at the same time are drawn one after another: the window answers between two of them.
void CurvePlot::Impl::scheduleInTurn()
{
    static qint64 due = 0; // when the last of them is
    dirty = true;
    if (timer.isActive() || !owner->isVisible()) return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    due = std::clamp(due + frame, now + frame, now + mostTurns * frame);
    timer.start(static_cast<int>(due - now), owner);
}

bool CurvePlot::event(QEvent* event)
{
    if (event->type() == QEvent::Timer) {
        m->timer.stop();
        if (m->dirty) refresh();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QStringList texts;
        for (const OverlayMark& mark : m->overlay->content.marks)
            if (std::abs(mark.x - help->pos().x()) < 6 && help->pos().y() > m->plotRect().bottom() - 16) texts << mark.text;
        if (texts.isEmpty()) QToolTip::hideText();
        else QToolTip::showText(help->globalPos(), texts.join('\n'), this);
        return true;
    }
    return QWidget::event(event);
}

void CurvePlot::refresh()
{
    m->dirty = false;
    if (m->fits) {
        const View view = m->everything();
        m->plot->xAxis->setRange(view.left, view.right);
        m->plot->yAxis->setRange(view.bottom, view.top);
    }
    m->layoutMargins();
    const bool empty = this->empty();
    m->plot->setVisible(!empty);
    if (!empty) {
        m->decimate();
        m->plot->replot(QCustomPlot::rpQueuedRefresh); // painted with what else has changed in the window
    }
    m->updateOverlay();
}

void CurvePlot::setCurve(Curve curve)
{
    auto item = std::make_unique<Impl::Item>(std::move(curve));
    item->series.smooth(m->smoothing);
    const auto at =
        std::find_if(m->items.begin(), m->items.end(), [&](const auto& other) { return other->series.id() == item->series.id(); });
    if (at != m->items.end()) {
        item->raw = (*at)->raw;
        item->shown = (*at)->shown;
        *at = std::move(item);
    } else {
        item->raw = new CurveGraph(m->plot->xAxis, m->plot->yAxis); // the plot owns them
        item->shown = new CurveGraph(m->plot->xAxis, m->plot->yAxis);
        for (QCPGraph* graph : {item->raw, item->shown}) graph->setAdaptiveSampling(false);
        m->items.push_back(std::move(item));
    }
    m->style();
    schedule();
}

void CurvePlot::append(const QString& id, std::span<const double> xs, std::span<const double> ys)
{
    Impl::Item* item = m->find(id);
    if (!item || xs.empty()) return;
    item->series.append(xs, ys);
    m->scheduleInTurn();
}

void CurvePlot::removeCurve(const QString& id)
{
    const auto at = std::find_if(m->items.begin(), m->items.end(), [&](const auto& item) { return item->series.id() == id; });
    if (at == m->items.end()) return;
    m->plot->removeGraph((*at)->raw);
    m->plot->removeGraph((*at)->shown);
    m->items.erase(at);
    schedule();
}

void CurvePlot::clear()
{
    m->plot->clearGraphs();
    m->items.clear();
    m->marks.clear();
    m->fits = true;
    schedule();
}

QStringList CurvePlot::curves() const
{
    QStringList ids;
    for (const auto& item : m->items) ids << item->series.id();
    return ids;
}

bool CurvePlot::empty() const
{
    return std::all_of(m->items.begin(), m->items.end(), [](const auto& item) { return item->series.xs().empty(); });
}

void CurvePlot::setMarks(std::vector<PlotMark> marks)
{
    m->marks = std::move(marks);
    schedule();
}

void CurvePlot::setSmoothing(double weight)
{
    m->smoothing = std::clamp(weight, 0.0, 0.99);
    for (const auto& item : m->items) item->series.smooth(m->smoothing);
    schedule();
}

double CurvePlot::smoothing() const { return m->smoothing; }

void CurvePlot::setLogX(bool on)
{
    m->logX = on;
    m->fits = true;
    m->style();
    schedule();
}

void CurvePlot::setLogY(bool on)
{
    m->logY = on;
    m->fits = true;
    m->style();
    schedule();
}

bool CurvePlot::logX() const { return m->logX; }
bool CurvePlot::logY() const { return m->logY; }

void CurvePlot::setXAxis(XAxis axis)
{
    m->xAxis = axis;
    m->fits = true;
    m->style();
    schedule();
}

void CurvePlot::setEmptyText(const QString& text)
{
    m->emptyText = text;
    schedule();
}

void CurvePlot::fit()
{
    m->fits = true;
    schedule();
}

bool CurvePlot::fits() const { return m->fits; }

CurvePlot::View CurvePlot::view() const
{
    const QCPRange x = m->plot->xAxis->range(), y = m->plot->yAxis->range();
    return {x.lower, x.upper, y.lower, y.upper};
}

void CurvePlot::setView(const View& view)
{
    if (!(view.right > view.left) || !(view.top > view.bottom)) return;
    if ((m->logX && view.left <= 0) || (m->logY && view.bottom <= 0)) return;
    m->fits = false;
    m->plot->xAxis->setRange(view.left, view.right);
    m->plot->yAxis->setRange(view.bottom, view.top);
    schedule();
}

void CurvePlot::setCursor(std::optional<double> x)
{
    if (m->cursor == x) return;
    m->cursor = x;
    m->updateCursor();
}

QStringList CurvePlot::cursorTexts() const
{
    QStringList texts;
    if (!m->cursor) return texts;
    if (const std::optional<OverlayCursor> content = m->cursorAt(*m->cursor)) {
        texts << content->head;
        for (const OverlayCursor::Row& row : content->rows) texts << row.label + ' ' + row.value;
    }
    return texts;
}

QStringList CurvePlot::endLabels() const
{
    QStringList texts;
    for (const OverlayLabel& label : m->lineEnds()) texts << label.text;
    return texts;
}

void CurvePlot::paintEvent(QPaintEvent* /*event*/)
{
    if (!hasFocus()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Role::Accent), 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void CurvePlot::resizeEvent(QResizeEvent* /*event*/)
{
    m->plot->setGeometry(rect());
    m->overlay->setGeometry(rect());
    schedule();
}

void CurvePlot::showEvent(QShowEvent* /*event*/) { m->timer.start(0, this); }

} // namespace ds::ui
