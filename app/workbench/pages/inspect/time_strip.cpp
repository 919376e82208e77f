// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/time_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

#include "widgets/plot/number_text.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

TimeStrip::TimeStrip(QWidget* parent)
    : QFrame(parent), m_step(new QLabel), m_back(new QToolButton), m_forward(new QToolButton), m_slider(new QSlider(Qt::Horizontal)),
      m_again(new QPushButton(tr("Make it again"))), m_message(new QLabel)
{
    setProperty("card", true);
    setAccessibleName(tr("Time machine"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* title = new QLabel(tr("Time machine"));
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    row->addWidget(title);
    m_step->setMinimumWidth(96);
    m_step->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_step);
    setIcon(m_back, QStringLiteral("left"));
    setIcon(m_forward, QStringLiteral("right"));
    m_back->setToolTip(tr("One step back"));
    m_forward->setToolTip(tr("One step forward"));
    m_back->setAccessibleName(m_back->toolTip());
    m_forward->setAccessibleName(m_forward->toolTip());
    for (QToolButton* button : {m_back, m_forward}) {
        button->setAutoRepeat(true);
        row->addWidget(button);
    }
    m_slider->setAccessibleName(tr("Step"));
    row->addWidget(m_slider, 1);
    m_again->setToolTip(
        tr("Goes back to the snapshot before this step, makes the steps since again, to the bit, and looks at everything in this one"));
    m_again->setObjectName(QStringLiteral("makeAgain"));
    row->addWidget(m_again);
    column->addLayout(row);
    m_message->setWordWrap(true);
    column->addWidget(m_message);
    m_message->hide();
    connect(m_back, &QToolButton::clicked, this, [this] { m_slider->setValue(m_slider->value() - 1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { m_slider->setValue(m_slider->value() + 1); });
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        refresh();
        emit moved(step());
    });
    connect(m_again, &QPushButton::clicked, this, [this] { emit wanted(step()); });
    refresh();
}

void TimeStrip::setSteps(int64_t last)
{
    if (last == m_last) return;
    const QSignalBlocker quiet(m_slider);
    const bool atEnd = m_last == 0 || step() == m_last;
    m_last = last;
    m_slider->setRange(1, static_cast<int>(std::clamp<int64_t>(last, 1, std::numeric_limits<int>::max())));
    if (atEnd) m_slider->setValue(m_slider->maximum());
    refresh();
}

int64_t TimeStrip::step() const { return m_last > 0 ? m_slider->value() : 0; }

void TimeStrip::setStep(int64_t step)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(static_cast<int>(std::clamp<int64_t>(step, 1, std::max<int64_t>(1, m_last))));
    refresh();
}

void TimeStrip::setProgress(int64_t update)
{
    m_busy = update >= 0;
    refresh();
    if (m_busy) setMessage(tr("Making it again: step %1 of %2").arg(countText(update), countText(step())));
}

void TimeStrip::setMessage(const QString& text, bool bad)
{
    m_message->setText(text);
    m_message->setStyleSheet(QStringLiteral("color: %1; font-size: 11px;").arg(color(bad ? Role::Bad : Role::Text2).name()));
    m_message->setVisible(!text.isEmpty());
}

QString TimeStrip::message() const { return m_message->text(); }

void TimeStrip::refresh()
{
    m_step->setText(m_last > 0 ? tr("step %1").arg(countText(step())) : QString());
    m_back->setEnabled(m_last > 0 && step() > 1);
    m_forward->setEnabled(step() < m_last);
    m_slider->setEnabled(m_last > 1);
    m_again->setEnabled(m_last > 0 && !m_busy);
}

} // namespace ds::ui
