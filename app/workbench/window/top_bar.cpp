// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/window/top_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "widgets/theme/icons.h"

namespace ds::ui {

TopBar::TopBar(QWidget* parent)
    : QWidget(parent), m_menu(new QToolButton(this)), m_title(new QLabel(this)), m_dot(new QLabel(this)), m_middle(new QWidget(this)),
      m_train(new QPushButton(m_middle)), m_device(new QLabel(this)), m_palette(new QPushButton(this))
{
    setFixedHeight(48);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 16, 1);
    row->setSpacing(8);
    m_menu->setProperty("flat", true);
    m_menu->setToolTip(tr("Menu"));
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    setIcon(m_menu, QStringLiteral("runs"));
    m_title->setProperty("heading", true);
    m_dot->setFixedSize(8, 8);
    m_dot->setToolTip(tr("There are unsaved changes"));
    QSizePolicy keep = m_dot->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_dot->setSizePolicy(keep);
    row->addWidget(m_menu);
    row->addWidget(m_title);
    row->addWidget(m_dot);
    row->addStretch();
    row->addWidget(m_device);
    row->addWidget(m_palette);
    auto* middle = new QHBoxLayout(m_middle);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(6);
    middle->addWidget(m_train);
    m_train->setProperty("primary", true);
    m_train->setMinimumWidth(92);
    m_device->setProperty("secondary", true);
    m_device->setObjectName(QStringLiteral("device"));
    m_palette->setObjectName(QStringLiteral("paletteButton"));
    m_palette->setFocusPolicy(Qt::TabFocus);
    const auto refresh = [this] {
        QPixmap dot(QSize(8, 8) * devicePixelRatioF());
        dot.setDevicePixelRatio(devicePixelRatioF());
        dot.fill(Qt::transparent);
        QPainter painter(&dot);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::Accent));
        painter.drawEllipse(QRectF(1, 1, 6, 6));
        painter.end();
        m_dot->setPixmap(dot);
    };
    refresh();
    connect(&Theme::instance(), &Theme::changed, this, refresh);
}

void TopBar::setRunActions(QAction* train, const QList<QAction*>& others)
{
    const auto refresh = [this, train] {
        m_train->setText(train->text());
        m_train->setEnabled(train->isEnabled());
        m_train->setToolTip(train->toolTip());
        m_train->setIcon(icon(QStringLiteral("play"), Role::OnAccent));
        m_middle->adjustSize();
        resizeEvent(nullptr);
    };
    connect(train, &QAction::changed, this, refresh);
    connect(m_train, &QPushButton::clicked, train, &QAction::trigger);
    for (QAction* action : others) {
        auto* button = new QToolButton(m_middle);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(action->text());
        button->setFixedWidth(32);
        m_middle->layout()->addWidget(button);
    }
    refresh();
}

void TopBar::setMenu(QMenu* menu) { m_menu->setMenu(menu); }

void TopBar::setPaletteAction(QAction* action)
{
    m_palette->setText(tr("Search  %1").arg(action->shortcut().toString(QKeySequence::NativeText)));
    m_palette->setToolTip(action->toolTip());
    setIcon(m_palette, QStringLiteral("search"));
    connect(m_palette, &QPushButton::clicked, action, &QAction::trigger);
}

void TopBar::setTitle(const QString& title, bool modified)
{
    m_title->setText(title);
    m_dot->setVisible(modified);
}

void TopBar::setDevice(const QString& text, const QString& tip)
{
    m_device->setText(text);
    m_device->setToolTip(tip);
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Panel));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Line));
}

void TopBar::resizeEvent(QResizeEvent*)
{
    // In the middle of the bar, whatever stands at its sides.
    m_middle->move((width() - m_middle->width()) / 2, (height() - 1 - m_middle->height()) / 2);
}

} // namespace ds::ui
