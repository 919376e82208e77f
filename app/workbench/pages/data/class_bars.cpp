// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/class_bars.h"

#include <QPainter>

#include <algorithm>

#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int lineHeight = 20;
constexpr std::size_t mostLines = 100; // a vocabulary has no room here

} // namespace

ClassBars::ClassBars(QStringList names, std::vector<double> counts, QWidget* parent)
    : QWidget(parent), m_names(std::move(names)), m_counts(std::move(counts))
{
    setFixedHeight(lineHeight * static_cast<int>(std::min(m_counts.size(), mostLines)));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ClassBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    const QFontMetrics metrics = painter.fontMetrics();
    const double most = *std::max_element(m_counts.begin(), m_counts.end());
    const int names = width() * 2 / 5, numbers = metrics.horizontalAdvance(countText(static_cast<qint64>(most))) + 8;
    const double room = width() - names - numbers - 8;
    for (int i = 0; i * lineHeight < height(); ++i) {
        const QRect line(0, i * lineHeight, width(), lineHeight);
        const double count = m_counts[static_cast<std::size_t>(i)];
        painter.setPen(color(Role::Text2));
        painter.drawText(line.adjusted(0, 0, names - width(), 0), Qt::AlignVCenter,
                         metrics.elidedText(m_names.value(i), Qt::ElideRight, names - 4));
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, countText(static_cast<qint64>(count)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::Accent));
        if (most > 0) painter.drawRoundedRect(QRectF(names + 4, line.top() + 5, std::max(1.0, room * count / most), lineHeight - 10), 2, 2);
    }
}

} // namespace ds::ui
