// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

#include "app/workbench/shell/page.h"
#include "app/workbench/window/message_bar.h"

class QAction;

namespace ds::inspector {
class Lesson;
}

namespace ds::ui {

class LiveRun;

/// Lessons: a project in which something may be wrong is opened, and the message bar says where to look, what it was, and whether the
/// learner has mended it. The command "lesson.start" takes the project from its action's data (a name from inspector/drills), or one by
/// chance.
class LessonCommands : public QObject {
    Q_OBJECT

public:
    /// `whenSaved`: see FileCommands.
    using WhenSaved = std::function<void(const QString& why, const std::function<void()>& then)>;
    LessonCommands(PageContext& context, MessageBar& messages, WhenSaved whenSaved, QObject* parent);
    ~LessonCommands() override;

    QAction* start() const { return m_start; }
    /// Null: none is under way.
    const inspector::Lesson* lesson() const { return m_lesson.get(); }

private:
    void begin(const QString& project);
    void end();
    void follow();
    void hint();
    void answer();
    void check();
    void judge();
    void say(const QString& text);
    void enable();
    QString task() const;
    QStringList hints() const;

    PageContext& m_context;
    MessageBar& m_messages;
    WhenSaved m_whenSaved;
    QAction *m_start, *m_hint, *m_answer, *m_check;
    std::unique_ptr<inspector::Lesson> m_lesson;
    QString m_project;                      ///< that was asked for; empty: any
    int m_hints = 0;                        ///< that were given
    int m_number = 0;                       ///< of lessons: answers about an earlier one are dropped
    QString m_finished;                     ///< the run of this lesson that has finished last
    std::optional<double> m_healthy, m_own; ///< how good the twin is, and the model of that run
};

} // namespace ds::ui
