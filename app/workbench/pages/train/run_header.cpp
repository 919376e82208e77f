// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/train/run_header.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

#include "app/workbench/pages/train/fact_label.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

namespace {

constexpr int factSpacing = 20;

}

RunHeader::RunHeader(QWidget* parent)
    : QFrame(parent), m_run(new QComboBox), m_row(new QWidget), m_state(new QLabel), m_message(new QLabel), m_progress(new QProgressBar)
{
    setProperty("card", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 10);
    layout->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_run->setAccessibleName(tr("Run"));
    m_run->setToolTip(tr("The run that is shown"));
    m_run->setMinimumWidth(230);
    m_run->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    row->addWidget(m_run);
    row->addWidget(m_state);
    row->addSpacing(4);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(factSpacing);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->addStretch();
    m_row->setLayout(facts);
    m_row->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_row, 1);
    layout->addLayout(row);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the run"));
    layout->addWidget(m_progress);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->hide();
    layout->addWidget(m_message);
    const auto add = [&](Fact& fact, const QString& caption) {
        fact = addFact(caption);
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(fact.value);
        column->addWidget(fact.caption);
        facts->insertLayout(facts->count() - 1, column);
        m_facts.push_back(&fact);
    };
    add(m_epoch, tr("epoch"));
    add(m_step, tr("step"));
    add(m_loss, tr("loss"));
    add(m_rate, tr("learning rate"));
    add(m_speed, tr("samples/s"));
    add(m_memory, tr("memory"));
    add(m_cpu, tr("CPU"));
    add(m_left, tr("left"));
    connect(m_run, &QComboBox::activated, this, [this](int index) { emit chosen(m_run->itemData(index).toString()); });
    showNothing();
}

RunHeader::Fact RunHeader::addFact(const QString& caption)
{
    Fact fact{new FactLabel, new QLabel(caption)};
    fact.caption->setProperty("secondary", true);
    return fact;
}

void RunHeader::set(Fact& fact, const QString& value, const QString& more)
{
    fact.value->setText(value, more);
    fact.wanted = !value.isEmpty();
}

/// Where there is no room for all, the most important ones that fit are shown.
void RunHeader::fit()
{
    const auto widthOf = [](const Fact& fact) { return std::max(fact.value->sizeHint().width(), fact.caption->sizeHint().width()); };
    int left = m_row->width() + factSpacing;
    for (const Fact* fact : {&m_step, &m_loss, &m_left, &m_epoch, &m_rate, &m_speed, &m_memory, &m_cpu}) {
        const int width = widthOf(*fact) + factSpacing;
        const bool shown = fact->wanted && (width <= left || fact == &m_step || fact == &m_loss);
        if (shown) left -= width;
        for (QWidget* label : {static_cast<QWidget*>(fact->value), static_cast<QWidget*>(fact->caption)}) label->setVisible(shown);
    }
}

void RunHeader::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    layout()->activate();
    fit();
}

void RunHeader::setState(const QString& word, Role role)
{
    m_state->setText(QStringLiteral("<span style='color:%1'>●</span> %2").arg(color(role).name(), word));
}

QString RunHeader::stateWord(LiveState state)
{
    switch (state) {
    case LiveState::Queued: return tr("Waiting for its turn");
    case LiveState::Starting: return tr("Starting");
    case LiveState::Running: return tr("Training");
    case LiveState::Paused: return tr("Paused");
    case LiveState::Stopping: return tr("Stopping");
    case LiveState::Finished: return tr("Finished");
    case LiveState::Stopped: return tr("Stopped");
    case LiveState::Failed: return tr("Failed");
    case LiveState::Lost: return tr("Lost");
    }
    return {};
}

void RunHeader::setChoices(const std::vector<std::pair<QString, QString>>& choices, const QString& chosen)
{
    const QSignalBlocker quiet(m_run);
    m_run->clear();
    for (const auto& [id, title] : choices) m_run->addItem(title, id);
    m_run->setCurrentIndex(m_run->findData(chosen));
    m_run->setVisible(!choices.empty());
}

void RunHeader::showLive(const LiveRun& run)
{
    const LiveProgress p = run.progress();
    const LiveState state = run.state();
    const bool bad = state == LiveState::Failed || state == LiveState::Lost;
    setState(stateWord(state), bad                                                          ? Role::Bad
                               : state == LiveState::Paused || state == LiveState::Stopping ? Role::Warning
                               : state == LiveState::Queued                                 ? Role::Text3
                                                                                            : Role::Good);
    const auto of = [](int64_t whole) { return whole > 0 ? QStringLiteral("/ ") + countText(whole) : QString(); };
    set(m_epoch, p.epochs ? countText(p.epoch) : QString(), of(p.epochs));
    set(m_step, p.steps ? countText(p.step) : QString(), of(p.steps));
    set(m_loss, p.step ? numberText(p.loss) : QString());
    set(m_rate, p.step ? numberText(p.learningRate) : QString());
    set(m_speed, p.samplesPerSecond > 0 ? countText(std::llround(p.samplesPerSecond)) : QString());
    set(m_memory, p.memoryBytes ? bytesText(static_cast<double>(p.memoryBytes)) : QString(),
        p.predictedMemoryBytes ? QStringLiteral("/ ") + bytesText(static_cast<double>(p.predictedMemoryBytes)) : QString());
    m_memory.value->setToolTip(tr("At work / predicted"));
    set(m_cpu, run.active() && p.cpuShare > 0 ? percentText(p.cpuShare) : QString());
    set(m_left, run.active() && p.secondsLeft >= 0 ? durationText(p.secondsLeft) : QString());
    fit();
    m_progress->setVisible(true);
    m_progress->setValue(p.steps > 0 ? static_cast<int>(1000 * p.step / p.steps) : 0);
    m_message->setText(run.message());
    m_message->setProperty("problem", bad);
    m_message->setVisible(!run.message().isEmpty());
}

void RunHeader::showStored(const RunData& data)
{
    static constexpr Role roles[] = {Role::Text3, Role::Good, Role::Warning, Role::Bad, Role::Warning};
    const QString words[] = {tr("Not attached"), tr("Finished"), tr("Stopped"), tr("Failed"), tr("Paused")};
    const auto state = static_cast<std::size_t>(data.info.state);
    setState(words[state], roles[state]);
    const auto last = [&](const char* name) {
        const auto at = data.curves.find(name);
        return at == data.curves.end() || at->second.empty() ? nullptr : &at->second;
    };
    const CurveData* loss = last("train/loss");
    set(m_epoch, loss ? numberText(loss->epochs.back(), 3) : QString());
    set(m_step, loss ? countText(std::llround(loss->steps.back())) : QString());
    set(m_loss, loss ? numberText(loss->values.back()) : QString());
    const CurveData* rate = last("train/learning_rate");
    set(m_rate, rate ? numberText(rate->values.back()) : QString());
    QString speed;
    for (const SummaryRecord& record : data.summary)
        if (record.name == "samples_per_second") speed = countText(std::llround(record.value));
    set(m_speed, speed);
    set(m_memory, {});
    set(m_cpu, {});
    set(m_left, {});
    fit();
    m_progress->setVisible(false);
    m_message->setText(QString::fromStdString(data.info.message));
    m_message->setProperty("problem", data.info.state == RunState::Failed);
    m_message->setVisible(!data.info.message.empty());
}

void RunHeader::showNothing()
{
    setState(tr("No run"), Role::Text3);
    for (Fact* fact : m_facts) set(*fact, {});
    fit();
    m_progress->setVisible(false);
    m_message->setVisible(false);
}

QString RunHeader::stateText() const { return m_state->text().section(QStringLiteral("</span> "), 1); }

QString RunHeader::factsText() const
{
    QStringList texts;
    for (const Fact* fact : m_facts)
        if (!fact->value->text().isEmpty()) texts << fact->caption->text() + ' ' + fact->value->text();
    return texts.join(QStringLiteral(" · "));
}

} // namespace ds::ui
