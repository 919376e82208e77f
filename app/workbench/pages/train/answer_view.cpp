// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/train/answer_view.h"

#include <QPainter>

#include <algorithm>

#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

AnswerView::AnswerView(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Answer of the model"));
    setMinimumHeight(5 * 24);
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void AnswerView::setClasses(std::vector<std::pair<QString, double>> classes)
{
    m_classes = std::move(classes);
    m_text.clear();
    setAccessibleDescription(text());
    update();
}

void AnswerView::setText(const QString& text, bool problem)
{
    m_classes.clear();
    m_text = text;
    m_problem = problem;
    setAccessibleDescription(text);
    update();
}

QString AnswerView::text() const
{
    if (m_classes.empty()) return m_text;
    QStringList parts;
    for (const auto& [name, share] : m_classes) parts << name + ' ' + percentText(share, 1);
    return parts.join(QStringLiteral(", "));
}

void AnswerView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_classes.empty()) {
        painter.setFont(Theme::instance().font(Theme::Text::Secondary));
        painter.setPen(color(m_problem ? Role::Bad : Role::Text2));
        painter.drawText(rect(), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, m_text);
        return;
    }
    const int line = 24, number = 52;
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        const auto& [name, share] = m_classes[i];
        const QRectF row(0, static_cast<double>(i) * line, width(), line);
        QRectF bar(row.left(), row.top() + 2, row.width() - number, line - 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(color(Role::Panel), color(Role::Line), 0.5));
        painter.drawRoundedRect(bar, 4, 4);
        bar.setWidth(std::max(2.0, bar.width() * std::clamp(share, 0.0, 1.0)));
        QColor fill = color(i == 0 ? Role::Accent : Role::Text3);
        fill.setAlphaF(i == 0 ? 0.45F : 0.3F);
        painter.setBrush(fill);
        painter.drawRoundedRect(bar, 4, 4);
        painter.setPen(color(Role::Text));
        painter.drawText(QRectF(row.left() + 8, row.top(), row.width() - number - 8, line), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(name, Qt::ElideRight, static_cast<int>(row.width()) - number - 12));
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, percentText(share, 1));
    }
}

} // namespace ds::ui
