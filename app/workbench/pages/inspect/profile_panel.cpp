// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/profile_panel.h"

#include <QFileDialog>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/inspect/answer_head.h"
#include "app/workbench/pages/inspect/layer_colour.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/words/words.h"
#include "inspector/engine/taps.h"
#include "widgets/plot/flame_chart.h"
#include "widgets/plot/number_text.h"
#include "widgets/table/table_view.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

using inspector::LayerTime;
using inspector::OpTime;
using inspector::Phase;
using inspector::StepProfile;

namespace {

constexpr int64_t steps = 30; // that are measured

QString milliseconds(double time) { return time > 0 ? numberText(time, 3) : QString(); }
QString percent(double share) { return percentText(share, share < 0.0995 ? 1 : 0); }
/// What comes from caches is read faster than memory can give it.
QString limitText(double share) { return share > 1.05 ? ProfilePanel::tr("in cache") : percent(share); }
QString rate(double gigas) { return gigas > 0 ? numberText(gigas, 3) : QString(); }

QString phaseTitle(Phase phase)
{
    switch (phase) {
    case Phase::Forward: return ProfilePanel::tr("Forward");
    case Phase::Backward: return ProfilePanel::tr("Backward");
    case Phase::Update: break;
    }
    return ProfilePanel::tr("Update");
}

} // namespace

ProfilePanel::ProfilePanel(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_head(new AnswerHead), m_measure(new QPushButton(tr("Measure"))),
      m_export(new QPushButton(tr("Export trace…"))), m_chart(new FlameChart), m_model(new TableModel(this)),
      m_table(new TableView(m_model))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    m_export->setToolTip(tr("As a file for chrome://tracing or Perfetto"));
    m_export->setEnabled(false);
    m_head->addTool(m_export);
    m_measure->setObjectName(QStringLiteral("measure"));
    m_measure->setToolTip(
        tr("Trains the open project for %1 steps in a process of its own, and keeps nothing of that").arg(countText(steps)));
    m_head->addTool(m_measure);
    column->addWidget(m_head);
    auto* split = new QSplitter(Qt::Horizontal);
    m_chart->setAccessibleName(tr("Time of a step, op by op"));
    m_chart->setEmptyText(tr("Measure: where the time of a step goes is drawn here, and what lies in memory meanwhile."));
    split->addWidget(m_chart);
    m_table->setAccessibleName(tr("Time of each layer"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    split->addWidget(m_table);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    column->addWidget(split, 1);
    m_head->say(tr("Not measured yet."));

    connect(m_measure, &QPushButton::clicked, this, &ProfilePanel::measure);
    connect(m_export, &QPushButton::clicked, this, &ProfilePanel::exportTrace);
    connect(m_chart, &FlameChart::picked, this, [this](int op) {
        const OpTime& picked = m_profile.ops[static_cast<std::size_t>(op)];
        emit layerPicked(QString::fromStdString(picked.layer));
    });
    connect(m_table, &TableView::selectionChangedTo, this, [this](const QStringList& ids) {
        if (!ids.isEmpty()) emit layerPicked(ids.front());
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { fillChart(m_profile); });
}

void ProfilePanel::measure()
{
    m_measure->setEnabled(false);
    m_head->say(tr("Measuring %1 steps…").arg(countText(steps)));
    m_context.runs.ask(m_context.project.document(), {{"ask", "profile"}, {"steps", steps}}, {}, [this](const Result<Json>& json) {
        m_measure->setEnabled(true);
        const Result<StepProfile> profile = json ? inspector::profileFromJson(*json) : Result<StepProfile>(json.error());
        if (!profile) return m_head->say(words::said(profile.error()), true);
        show(*profile);
    });
}

void ProfilePanel::show(const StepProfile& profile)
{
    m_profile = profile;
    m_export->setEnabled(!profile.ops.empty());
    const auto text = [](double time) { return tr("%1 ms").arg(numberText(std::round(100 * time) / 100, 3)); };
    m_head->say(
        tr("A step takes %1: forward %2, backward %3, update %4. It waits %5 for its data. The machine reaches %6 GFLOP/s and %7 GB/s.")
            .arg(text(profile.milliseconds), text(profile.of(Phase::Forward)), text(profile.of(Phase::Backward)),
                 text(profile.of(Phase::Update)), text(profile.waiting), numberText(profile.limitFlops / 1e9, 3),
                 numberText(profile.limitBytes / 1e9, 3)));
    fillChart(profile);
    fillTable(profile);
}

/// Phases, in them layers, in them ops.
void ProfilePanel::fillChart(const StepProfile& profile)
{
    const auto colourOf = [this](const std::string& layer) { return layerColour(m_context.project.document(), layer); };
    std::vector<FlameSpan> spans;
    double end = 0, most = 0;
    const auto tip = [&](const QString& name, double time) {
        return tr("%1: %2 ms, %3 of the step")
            .arg(name, numberText(time, 3), percent(profile.milliseconds > 0 ? time / profile.milliseconds : 0));
    };
    const auto wrap = [&](int depth, auto keyOf, auto textOf, auto colour) {
        for (std::size_t i = 0; i < profile.ops.size();) {
            std::size_t behind = i;
            while (behind < profile.ops.size() && keyOf(profile.ops[behind]) == keyOf(profile.ops[i])) ++behind;
            const OpTime &first = profile.ops[i], &last = profile.ops[behind - 1];
            FlameSpan span{first.begin, last.begin + last.milliseconds, depth, -1, textOf(first), {}, colour(first)};
            span.tip = tip(span.text, span.end - span.begin);
            spans.push_back(std::move(span));
            i = behind;
        }
    };
    wrap(
        0, [](const OpTime& op) { return op.phase; }, [](const OpTime& op) { return phaseTitle(op.phase); },
        [](const OpTime& op) { return mixed(Theme::instance().series(static_cast<int>(op.phase)), color(Role::Raised), 0.35); });
    const auto layerOf = [](const OpTime& op) { return op.phase == Phase::Update ? inspector::layerOf(op.layer) : op.layer; };
    wrap(
        1, [&](const OpTime& op) { return std::pair(op.phase, layerOf(op)); },
        [&](const OpTime& op) { return QString::fromStdString(layerOf(op)); }, [&](const OpTime& op) { return colourOf(layerOf(op)); });
    std::vector<QPointF> memory;
    for (std::size_t i = 0; i < profile.ops.size(); ++i) {
        const OpTime& op = profile.ops[i];
        const QString name = QString::fromStdString(op.op);
        QString text = tip(QString::fromStdString(op.layer) + QStringLiteral(", ") + name, op.milliseconds);
        const double share = profile.shareOfLimit(op.flops, op.bytes, op.milliseconds);
        text += QLatin1Char('\n') + (share > 1.05 ? tr("in cache") : tr("%1 of what the machine can do").arg(percent(share)));
        const QColor colour = mixed(colourOf(layerOf(op)), color(Role::Raised), 0.45);
        spans.push_back({op.begin, op.begin + op.milliseconds, 2, static_cast<int>(i), name, text, colour});
        memory.emplace_back(op.begin, profile.memoryAt(static_cast<int>(i)));
        most = std::max(most, memory.back().y());
        end = op.begin + op.milliseconds;
    }
    m_chart->setSpans(std::move(spans), end);
    m_chart->setArea(std::move(memory), tr("Memory of the step"), tr("at most %1").arg(bytesText(most)));
}

void ProfilePanel::fillTable(const StepProfile& profile)
{
    using Kind = TableColumn::Kind;
    TableColumn layer{Kind::Text, "layer", tr("Layer")}, forward{Kind::Number, "forward", tr("Forward"), tr("Milliseconds of a step")},
        backward{Kind::Number, "backward", tr("Backward"), tr("Milliseconds of a step")},
        update{Kind::Number, "update", tr("Update"), tr("Milliseconds of a step")},
        share{Kind::Number, "share", tr("Share"), tr("Of the step")},
        work{Kind::Number, "gflops", tr("GFLOP/s"), tr("Arithmetic in convolutions and products of matrices")},
        moved{Kind::Number, "gbytes", tr("GB/s"), tr("Memory that is read and written")},
        limit{Kind::Number, "limit", tr("Of the limit"), tr("How near it comes to what this machine can do")};
    for (TableColumn* column : {&forward, &backward, &update}) column->format = milliseconds;
    share.format = percent;
    limit.format = limitText;
    work.format = moved.format = rate;
    QStringList ids;
    for (const LayerTime& time : layerTimes(profile)) {
        ids << QString::fromStdString(time.layer);
        layer.texts << ids.back();
        TableColumn* const times[inspector::phases] = {&forward, &backward, &update};
        for (int phase = 0; phase < inspector::phases; ++phase) times[phase]->numbers.push_back(time.milliseconds[phase]);
        const double sum = std::max(1e-12, time.sum());
        share.numbers.push_back(profile.milliseconds > 0 ? time.sum() / profile.milliseconds : 0);
        work.numbers.push_back(time.flops / sum / 1e6);
        moved.numbers.push_back(time.bytes / sum / 1e6);
        limit.numbers.push_back(profile.shareOfLimit(time.flops, time.bytes, sum));
    }
    m_model->setTable(ids, {layer, forward, backward, update, share, work, moved, limit});
    m_table->sortBy(QStringLiteral("share"), Qt::DescendingOrder);
    m_table->resizeColumnsToContents();
}

void ProfilePanel::exportTrace()
{
    auto* dialog = new QFileDialog(this, tr("Export trace"), {}, QStringLiteral("*.json"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("step.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QSaveFile file(path);
        const QByteArray text = QByteArray::fromStdString(inspector::chromeTrace(m_profile).dump());
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
        if (m_context.say)
            m_context.say(written ? tr("Exported to %1").arg(path) : tr("%1 cannot be written: %2").arg(path, file.errorString()));
    });
    dialog->open();
}

} // namespace ds::ui
