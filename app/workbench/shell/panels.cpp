// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/shell/panels.h"

#include <QAction>
#include <QCoreApplication>

#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "widgets/dock/dock_frame.h"

namespace ds::ui {

namespace {

struct Panels {
    Q_DECLARE_TR_FUNCTIONS(Panels)
};

} // namespace

void managePanels(DockFrame& frame, PageContext& context, const QString& page, const QString& title)
{
    const QString key = QStringLiteral("layout/") + page, prefix = QStringLiteral("panel.") + page + QLatin1Char('.');
    for (const QString& panel : frame.panels()) {
        const auto toggle = [&frame, &context, page, panel] {
            const bool there = frame.isVisible();
            if (!there && context.show) context.show(page);
            frame.setOpen(panel, !there || !frame.isOpen(panel));
        };
        QAction* action = context.commands.add(prefix + panel, Panels::tr("Panel: %1 (%2)").arg(frame.title(panel), title), toggle,
                                               {{}, QStringLiteral("panels")});
        action->setIconText(frame.title(panel)); // for menus that are about this page alone
        action->setCheckable(true);
        action->setChecked(frame.isOpen(panel));
        QObject::connect(&frame, &DockFrame::openChanged, action, [action, panel](const QString& which, bool open) {
            if (which == panel) action->setChecked(open);
        });
        // A click checks the action by itself; what counts is whether the panel is there.
        QObject::connect(action, &QAction::triggered, action, [action, &frame, panel] { action->setChecked(frame.isOpen(panel)); });
    }
    QAction* reset = context.commands.add(prefix + QStringLiteral("reset"), Panels::tr("Reset the layout (%1)").arg(title),
                                          [&frame] { frame.resetArrangement(); }, {{}, QStringLiteral("reset")});
    reset->setIconText(Panels::tr("Reset the layout"));
    frame.setArrangement(context.settings.value(key).toByteArray());
    QObject::connect(&frame, &DockFrame::arrangementChanged, &frame,
                     [&frame, &context, key] { context.settings.setValue(key, frame.arrangement()); });
}

} // namespace ds::ui
