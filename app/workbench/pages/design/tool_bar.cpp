// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/tool_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include "app/workbench/inspection/inspection.h"
#include "app/workbench/shell/commands.h"
#include "widgets/canvas/canvas.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

ToolBar::ToolBar(Canvas& canvas, Commands& commands) : QFrame(&canvas)
{
    setProperty("card", true);
    setCursor(Qt::ArrowCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    const auto button = [&](const QString& name, const QString& iconName) {
        auto* made = new QToolButton(this);
        made->setProperty("flat", true);
        made->setFocusPolicy(Qt::TabFocus);
        made->setAccessibleName(name);
        made->setToolTip(name);
        setIcon(made, iconName);
        row->addWidget(made);
        return made;
    };
    const auto menu = [&](const QString& name, const QString& iconName, const QStringList& ids) {
        QToolButton* made = button(name, iconName);
        auto* list = new QMenu(made);
        for (const QString& id : ids)
            if (QAction* action = commands.find(id)) list->addAction(action);
        made->setMenu(list);
        made->setPopupMode(QToolButton::InstantPopup);
    };
    const auto plain = [&](const QString& id, const QString& iconName) {
        QAction* action = commands.find(id);
        if (!action) return;
        QToolButton* made = button(action->text(), iconName);
        made->setToolTip(action->toolTip());
        connect(made, &QToolButton::clicked, action, &QAction::trigger);
    };
    plain(QStringLiteral("design.layout"), QStringLiteral("layout"));
    menu(tr("Align"), QStringLiteral("design"),
         {QStringLiteral("design.align.left"), QStringLiteral("design.align.centre"), QStringLiteral("design.align.top"),
          QStringLiteral("design.distribute"), QStringLiteral("design.flow")});
    QStringList heats{QStringLiteral("design.heat.none"), QStringLiteral("design.heat.parameters"), QStringLiteral("design.heat.flops"),
                      QStringLiteral("design.heat.memory"), QStringLiteral("design.heat.time")};
    for (int figure = 0; figure < inspector::figures; ++figure) heats << QStringLiteral("design.heat.seen%1").arg(figure);
    menu(tr("Heat: where parameters, work, memory and time go, and what training looks like"), QStringLiteral("bolt"), heats);
    plain(QStringLiteral("design.graph"), QStringLiteral("fork"));
    menu(tr("Export the drawing"), QStringLiteral("export"),
         {QStringLiteral("design.export.svg"), QStringLiteral("design.export.png"), QStringLiteral("design.export.pdf")});
    adjustSize();
    canvas.installEventFilter(this);
    place();
    canvas.setMargins({32, geometry().bottom() + 16, 32, 64});
}

void ToolBar::place() { move(parentWidget()->width() - width() - 16, 16); }

bool ToolBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) place();
    return QFrame::eventFilter(watched, event);
}

} // namespace ds::ui
