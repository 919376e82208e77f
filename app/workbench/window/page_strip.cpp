// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/window/page_strip.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

class StripButton : public QAbstractButton {
public:
    StripButton(const QString& title, QString icon, QWidget* parent) : QAbstractButton(parent), m_icon(std::move(icon))
    {
        setText(title);
        setCheckable(true);
        setAutoExclusive(true);
        setFixedSize(64, 64);
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(title);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF back(6, 4, width() - 12, height() - 8);
        if (isChecked() || underMouse() || hasFocus()) {
            painter.setPen(hasFocus() ? QPen(color(Role::Accent)) : QPen(Qt::NoPen));
            painter.setBrush(isChecked() ? mixed(color(Role::Panel), color(Role::Accent), 0.18) : color(Role::Raised));
            painter.drawRoundedRect(back, 6, 6);
        }
        if (isChecked()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(Role::Accent));
            painter.drawRect(QRectF(0, 4, 3, height() - 8));
        }
        const QColor ink = color(isChecked() ? Role::Accent : Role::Text2);
        painter.drawPixmap((width() - 24) / 2, 11, iconPixmap(m_icon, ink, 24, devicePixelRatioF()));
        QFont font = Theme::instance().font(Theme::Text::Secondary);
        font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(isChecked() ? color(Role::Text) : color(Role::Text2));
        painter.drawText(QRect(0, 36, width(), 20), Qt::AlignCenter, text());
    }
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

private:
    QString m_icon;
};

} // namespace

PageStrip::PageStrip(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setFixedWidth(65);
    m_layout->setContentsMargins(0, 4, 1, 4);
    m_layout->setSpacing(0);
    m_layout->addStretch();
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PageStrip::add(const QString& id, const QString& title, const QString& icon, const QString& tip, bool atBottom)
{
    auto* button = new StripButton(title, icon, this);
    button->setObjectName(id);
    button->setToolTip(tip);
    m_layout->insertWidget(atBottom ? m_layout->count() : m_above++, button);
    m_buttons.push_back(button);
    connect(button, &QAbstractButton::clicked, this, [this, id] { emit chosen(id); });
}

void PageStrip::select(const QString& id)
{
    for (QAbstractButton* button : m_buttons)
        if (button->objectName() == id) button->setChecked(true);
}

void PageStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Panel));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), color(Role::Line));
}

} // namespace ds::ui
