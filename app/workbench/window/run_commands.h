// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/workbench/shell/page.h"
#include "app/workbench/window/message_bar.h"

class QAction;

namespace ds::ui {

/// Train, Pause, Step and Stop: what they mean follows from the current run.
class RunCommands : public QObject {
    Q_OBJECT

public:
    RunCommands(PageContext& context, MessageBar& messages, QObject* parent);
    QAction* train() const { return m_train; }
    QList<QAction*> others() const { return {m_pause, m_step, m_stop}; }

private:
    void startOrGoOn();
    void refresh();
    std::vector<MessageBar::Answer> resumeAnswer(const QString& id);

    PageContext& m_context;
    MessageBar& m_messages;
    QString m_toldOf; // a run that came to no good end
    QAction *m_train, *m_pause, *m_step, *m_stop;
};

} // namespace ds::ui
