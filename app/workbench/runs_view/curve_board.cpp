// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs_view/curve_board.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/workbench/runs_view/scalar_words.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

namespace {

constexpr int leastWidth = 330, leastHeight = 140; // of a plot

/// So many columns that plots are about as wide as a page is: lines read best so.
int bestColumns(int width, int height, int count)
{
    int best = 1;
    double least = std::numeric_limits<double>::infinity();
    for (int columns = 1; columns <= std::clamp(width / leastWidth, 1, std::max(1, count)); ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double aspect = static_cast<double>(width) / columns / std::max(leastHeight, height / std::max(1, rows));
        if (const double miss = std::abs(std::log(aspect / 1.7)); miss < least) {
            least = miss;
            best = columns;
        }
    }
    return best;
}

QString curveId(const QString& run, const std::string& scalar) { return run + '/' + QString::fromStdString(scalar); }

PlotMark::Kind markKind(const std::string& kind)
{
    if (kind == "learning_rate" || kind == "plateau") return PlotMark::Kind::LearningRate;
    if (kind.starts_with("checkpoint")) return PlotMark::Kind::Checkpoint;
    if (kind.starts_with("verdict") || kind == "warning" || kind == "early_stopping") return PlotMark::Kind::Verdict;
    return PlotMark::Kind::Other;
}

} // namespace

CurveBoard::CurveBoard(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)), m_empty(new QLabel(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
}

const CurveBoard::Member* CurveBoard::find(const QString& run) const
{
    const auto at = std::find_if(m_members.begin(), m_members.end(), [&](const Member& member) { return member.run == run; });
    return at == m_members.end() ? nullptr : &*at;
}

int CurveBoard::countOfMain() const
{
    return static_cast<int>(std::count_if(m_members.begin(), m_members.end(), [](const Member& member) { return !member.dashed; }));
}

const RunData* CurveBoard::data(const QString& run) const
{
    const auto at = m_data.find(run);
    return at == m_data.end() ? nullptr : &at->second;
}

void CurveBoard::setMembers(std::vector<Member> members)
{
    m_members = std::move(members);
    std::erase_if(m_data, [&](const auto& item) { return !find(item.first); });
    rebuild();
}

void CurveBoard::rebuild()
{
    for (Panel& panel : m_panels) panel.plot->clear();
    for (const Member& member : m_members)
        for (const auto& [scalar, curve] : m_data[member.run].curves) addCurve(member, scalar);
    // A plot that shows nothing any more goes.
    std::erase_if(m_panels, [](const Panel& panel) {
        if (!panel.plot->empty()) return false;
        panel.card->hide();
        panel.card->deleteLater();
        return true;
    });
    showMarks();
    showValues();
    m_columns = 0;
    arrange();
}

void CurveBoard::take(const RunUpdate& update)
{
    const Member* member = find(update.run);
    if (!member || !update.problem.isEmpty()) return;
    m_data[update.run].take(update);
    if (update.whole) return rebuild();
    for (const auto& [scalar, curve] : update.curves) appendTo(*member, scalar, curve);
    if (!update.events.empty()) showMarks();
    showValues();
}

std::vector<double> CurveBoard::xsOf(const RunData& data, const CurveData& curve) const
{
    if (m_xAxis == CurvePlot::XAxis::Step) return curve.steps;
    if (m_xAxis == CurvePlot::XAxis::Epoch) return curve.epochs;
    std::vector<double> seconds = curve.times;
    for (double& time : seconds) time -= data.info.started;
    return seconds;
}

void CurveBoard::addCurve(const Member& member, const std::string& scalar)
{
    const ScalarPlace place = placeOf(scalar);
    if (!place.shown) return;
    const RunData& data = m_data[member.run];
    const CurveData& curve = data.curves.at(scalar);
    // One run: lines by what they are. Several: a colour each, and validation dashed beside training.
    const bool several = countOfMain() > 1;
    const bool own = several || member.dashed;
    QString label = place.label;
    const bool second = several && place.title == placeOf("train/loss").title && place.color == 1;
    if (several) label = second && data.curves.count("train/loss") ? QString() : member.label; // its dashes say what it is
    else if (own) label = label.isEmpty() ? member.label : member.label + QStringLiteral(", ") + label;
    panelFor(scalar).plot->setCurve({curveId(member.run, scalar), label, own ? member.color : place.color, member.dashed || second,
                                     place.smooth, xsOf(data, curve), curve.values});
}

void CurveBoard::appendTo(const Member& member, const std::string& scalar, const CurveData& news)
{
    if (!placeOf(scalar).shown) return;
    Panel& panel = panelFor(scalar);
    const QString id = curveId(member.run, scalar);
    if (panel.plot->curves().contains(id)) panel.plot->append(id, xsOf(m_data[member.run], news), news.values);
    else addCurve(member, scalar);
}

CurveBoard::Panel& CurveBoard::panelFor(const std::string& scalar)
{
    const ScalarPlace place = placeOf(scalar);
    const auto at = std::find_if(m_panels.begin(), m_panels.end(), [&](const Panel& panel) { return panel.title == place.title; });
    if (at != m_panels.end()) return *at;
    Panel panel;
    panel.title = place.title;
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    card->setProperty("order", place.order);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(6, 0, 6, 0);
    auto* title = new QLabel(place.title, card);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    panel.value = new QLabel(card);
    panel.value->setProperty("secondary", true);
    head->addWidget(title);
    head->addStretch();
    head->addWidget(panel.value);
    layout->addLayout(head);
    panel.plot = new CurvePlot(card);
    panel.plot->setAccessibleName(place.title);
    panel.plot->setSmoothing(m_smoothing);
    panel.plot->setXAxis(m_xAxis);
    panel.plot->setLogY(m_logY);
    layout->addWidget(panel.plot, 1);
    panel.card = card;
    // One cursor for all plots.
    connect(panel.plot, &CurvePlot::cursorMoved, this, [this, plot = panel.plot](std::optional<double> x) {
        for (const Panel& other : m_panels)
            if (other.plot != plot) other.plot->setCursor(x);
    });
    const auto before = std::find_if(m_panels.begin(), m_panels.end(),
                                     [&](const Panel& other) { return other.card->property("order").toInt() > place.order; });
    const auto placed = m_panels.insert(before, panel);
    const auto index = placed - m_panels.begin();
    m_columns = 0;
    arrange();
    return m_panels[static_cast<std::size_t>(index)];
}

void CurveBoard::arrange()
{
    const int count = static_cast<int>(m_panels.size());
    m_empty->setVisible(count == 0);
    const int columns = bestColumns(width(), parentWidget() ? parentWidget()->height() : height(), count);
    if (count == 0 || columns == m_columns) return;
    m_columns = columns;
    for (const Panel& panel : m_panels) m_grid->removeWidget(panel.card);
    // The loss takes what would stay empty.
    const int rows = (count + columns - 1) / columns, spare = rows * columns - count;
    int cell = 0;
    for (const Panel& panel : m_panels) {
        const int span = cell == 0 ? std::min(columns, 1 + spare) : 1;
        m_grid->addWidget(panel.card, cell / columns, cell % columns, 1, span);
        panel.card->show();
        cell += span;
    }
    for (int i = 0; i < m_grid->columnCount(); ++i) m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    for (int i = 0; i < m_grid->rowCount(); ++i) {
        m_grid->setRowStretch(i, i < rows ? 1 : 0);
        m_grid->setRowMinimumHeight(i, i < rows ? leastHeight : 0);
    }
    QWidget* before = nullptr;
    for (const Panel& panel : m_panels) {
        if (before) setTabOrder(before, panel.plot);
        before = panel.plot;
    }
}

void CurveBoard::resizeEvent(QResizeEvent* /*event*/)
{
    m_empty->setGeometry(rect().adjusted(24, 24, -24, -24));
    arrange();
}

void CurveBoard::showMarks()
{
    std::vector<PlotMark> marks;
    for (const Member& member : m_members) {
        if (member.dashed || countOfMain() > 1) continue;
        const RunData& data = m_data[member.run];
        for (const EventRecord& event : data.events) {
            if (isForViews(event)) continue;
            double x = static_cast<double>(event.step);
            if (m_xAxis == CurvePlot::XAxis::Time) x = event.time - data.info.started;
            if (m_xAxis == CurvePlot::XAxis::Epoch) {
                const auto loss = data.curves.find("train/loss");
                if (loss == data.curves.end() || loss->second.empty()) continue;
                const auto& steps = loss->second.steps;
                const auto at = std::lower_bound(steps.begin(), steps.end(), x) - steps.begin();
                x = loss->second
                        .epochs[static_cast<std::size_t>(std::min<std::ptrdiff_t>(at, static_cast<std::ptrdiff_t>(steps.size()) - 1))];
            }
            marks.push_back({markKind(event.kind), x, tr("%1, step %2").arg(eventText(event), countText(event.step))});
        }
    }
    for (const Panel& panel : m_panels) panel.plot->setMarks(marks);
}

void CurveBoard::showValues()
{
    for (const Panel& panel : m_panels) {
        QStringList texts;
        if (countOfMain() > 1 && panel.title == placeOf("train/loss").title) texts << tr("solid: train, dashed: validation");
        for (const Member& member : m_members) {
            if (member.dashed || countOfMain() > 1) continue;
            for (const auto& [scalar, curve] : m_data[member.run].curves) {
                const ScalarPlace place = placeOf(scalar);
                if (!place.shown || place.title != panel.title || curve.empty()) continue;
                const QString value = numberText(curve.values.back());
                texts << (place.label.isEmpty() ? value : place.label + ' ' + value);
            }
        }
        panel.value->setText(texts.join(QStringLiteral("   ")));
    }
}

void CurveBoard::setSmoothing(double weight)
{
    m_smoothing = weight;
    for (const Panel& panel : m_panels) panel.plot->setSmoothing(weight);
}

void CurveBoard::setXAxis(CurvePlot::XAxis axis)
{
    m_xAxis = axis;
    for (const Panel& panel : m_panels) panel.plot->setXAxis(axis);
    rebuild();
}

void CurveBoard::setLogY(bool on)
{
    m_logY = on;
    for (const Panel& panel : m_panels) panel.plot->setLogY(on);
}

void CurveBoard::setEmptyText(const QString& text) { m_empty->setText(text); }

QStringList CurveBoard::titles() const
{
    QStringList list;
    for (const Panel& panel : m_panels) list << panel.title;
    return list;
}

CurvePlot* CurveBoard::plot(const QString& title) const
{
    const auto at = std::find_if(m_panels.begin(), m_panels.end(), [&](const Panel& panel) { return panel.title == title; });
    return at == m_panels.end() ? nullptr : at->plot;
}

} // namespace ds::ui
