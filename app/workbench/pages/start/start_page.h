// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>

#include "app/workbench/pages/start/project_card.h"
#include "app/workbench/shell/page.h"

class QGridLayout;
class QLabel;
class QScrollArea;

namespace ds::ui {

/// Recent projects and templates.
class StartPage : public Page {
    Q_OBJECT

public:
    explicit StartPage(PageContext& context);
    void enter() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Group {
        QLabel* heading;
        QLabel* empty;
        QWidget* area;
        QGridLayout* grid;
        std::vector<ProjectCard*> cards;
    };
    void refresh();
    Group makeGroup(const QString& title, const QString& empty);
    void fill(Group& group, const QStringList& paths);
    void arrange(Group& group);

    PageContext& m_context;
    QScrollArea* m_scroll;
    QWidget* m_content;
    void addLessons();

    Group m_recent, m_templates;
    /// Previews of files as they were at a time, so that coming back reads and paints nothing again.
    struct Known {
        QDateTime modified;
        ProjectPreview preview;
    };
    QHash<QString, Known> m_known;
    int m_generation = 0; // answers for an older list are dropped
};

/// Where projects, tutorials and the like are: beside the program, or in the source tree.
QString resourcesFolder();

} // namespace ds::ui
