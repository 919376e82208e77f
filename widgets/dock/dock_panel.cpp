// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dock/dock_panel.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include "widgets/theme/icons.h"

namespace ds::ui {

namespace {

constexpr int titleHeight = 32;

} // namespace

class DockPanel::TitleBar : public QWidget {
public:
    explicit TitleBar(DockPanel* panel) : QWidget(panel), m_panel(panel)
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(12, 0, 4, 0);
        row->setSpacing(0);
        auto* title = new QLabel(panel->windowTitle(), this);
        QFont font = Theme::instance().font();
        font.setWeight(QFont::DemiBold);
        title->setFont(font);
        title->setMinimumWidth(1);
        row->addWidget(title, 1);
        m_float = add(QStringLiteral("float"));
        m_close = add(QStringLiteral("close"));
        connect(m_float, &QToolButton::clicked, panel, [panel] { panel->setFloating(!panel->isFloating()); });
        connect(m_close, &QToolButton::clicked, panel, &QWidget::close);
        m_close->setToolTip(tr("Close the panel; View > Panels brings it back"));
        m_close->setAccessibleName(tr("Close %1").arg(panel->windowTitle()));
        connect(panel, &QDockWidget::topLevelChanged, this, &TitleBar::refresh);
        refresh();
    }

    void setFolded(bool folded)
    {
        if (folded == m_folded) return;
        m_folded = folded;
        for (QToolButton* button : {m_float, m_close}) button->setVisible(!folded);
        updateGeometry();
        // The dock's layout asks for the height of the title bar only when it is new.
        m_panel->setTitleBarWidget(nullptr);
        m_panel->setTitleBarWidget(this);
        show();
    }

    QSize sizeHint() const override { return {80, m_folded ? 0 : titleHeight}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Line));
    }
    void contextMenuEvent(QContextMenuEvent* event) override
    {
        QMenu menu(this);
        m_panel->fillMenu(&menu);
        menu.exec(event->globalPos());
    }

private:
    QToolButton* add(const QString& name)
    {
        auto* button = new QToolButton(this);
        button->setProperty("bare", true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setFixedSize(24, 24);
        button->setIconSize({14, 14});
        setIcon(button, name, Role::Text3);
        layout()->addWidget(button);
        return button;
    }

    void refresh()
    {
        const QString text = m_panel->isFloating() ? tr("Dock %1") : tr("Float %1");
        m_float->setAccessibleName(text.arg(m_panel->windowTitle()));
        m_float->setToolTip(m_panel->isFloating() ? tr("Put the panel back into the window") : tr("Take the panel out of the window"));
    }

    DockPanel* m_panel;
    QToolButton *m_float, *m_close;
    bool m_folded = false;
};

DockPanel::DockPanel(const QString& id, const QString& title, QWidget* parent) : QDockWidget(title, parent), m_title(nullptr)
{
    setObjectName(id);
    m_title = new TitleBar(this);
    setTitleBarWidget(m_title);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DockPanel::setTitleFolded(bool folded) { m_title->setFolded(folded); }

void DockPanel::fillMenu(QMenu* menu)
{
    QAction* floats = menu->addAction(isFloating() ? tr("Dock") : tr("Float"), this, [this] { setFloating(!isFloating()); });
    setIcon(floats, QStringLiteral("float"));
    const std::pair<Qt::DockWidgetArea, QString> places[] = {{Qt::LeftDockWidgetArea, tr("Move to the left")},
                                                             {Qt::RightDockWidgetArea, tr("Move to the right")},
                                                             {Qt::TopDockWidgetArea, tr("Move to the top")},
                                                             {Qt::BottomDockWidgetArea, tr("Move to the bottom")}};
    for (const auto& [area, text] : places) menu->addAction(text, this, [this, place = area] { emit moveWanted(place); });
    menu->addSeparator();
    setIcon(menu->addAction(tr("Close"), this, &QWidget::close), QStringLiteral("close"));
    setIcon(menu->addAction(tr("Reset the layout"), this, &DockPanel::resetWanted), QStringLiteral("reset"));
}

void DockPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Panel));
    if (!isFloating()) return;
    painter.setPen(color(Role::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace ds::ui
