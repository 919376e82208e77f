// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/start/start_page.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/pages/start/project_card.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "app/workbench/words/words.h"
#include "inspector/drills/lesson.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

QString resourcesFolder()
{
    const QDir program(QCoreApplication::applicationDirPath());
    for (const char* place : {"../share/deepseek-workbench", "../../resources"})
        if (program.exists(QString::fromLatin1(place))) return program.absoluteFilePath(QString::fromLatin1(place));
    return {};
}

StartPage::StartPage(PageContext& context) : m_context(context), m_scroll(new QScrollArea(this)), m_content(new QWidget(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_content);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(m_scroll);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(32, 28, 32, 28);
    column->setSpacing(12);
    auto* title = new QLabel(tr("What do you want to train?"), m_content);
    title->setProperty("title", true);
    column->addWidget(title);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (const char* id : {"file.new", "file.open"}) {
        if (QAction* action = context.commands.find(QString::fromLatin1(id))) {
            auto* button = new QPushButton(action->text(), m_content);
            button->setIcon(action->icon());
            button->setToolTip(action->toolTip());
            connect(button, &QPushButton::clicked, action, &QAction::trigger);
            buttons->addWidget(button);
        }
    }
    auto* hint = new QLabel(tr("or drop a .dsw file anywhere"), m_content);
    hint->setProperty("secondary", true);
    buttons->addWidget(hint);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_known.clear(); // pictures are in the colours of the theme
        if (m_generation > 0) refresh();
    });
    m_recent = makeGroup(tr("Recent projects"), tr("Projects that you open are listed here."));
    m_templates = makeGroup(tr("Templates"), tr("No templates are installed."));
    addLessons();
    column->addStretch();
}

/// A project in which something may be wrong, to learn by.
void StartPage::addLessons()
{
    QAction* start = m_context.commands.find(QStringLiteral("lesson.start"));
    if (!start) return;
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    auto* heading = new QLabel(tr("Lessons"), m_content);
    heading->setProperty("heading", true);
    heading->setContentsMargins(0, 16, 0, 0);
    column->addWidget(heading);
    auto* what =
        new QLabel(tr("A project in which a fault may have been planted. Train it, find out what is wrong, and mend it."), m_content);
    what->setProperty("secondary", true);
    what->setWordWrap(true);
    column->addWidget(what);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* projects = new QComboBox(m_content);
    projects->setAccessibleName(tr("What is trained in the lesson"));
    projects->addItem(tr("Any project"));
    for (const inspector::DrillProject* project : inspector::lessonProjects())
        projects->addItem(words::described(inspector::prepare({project, 1}).document.name),
                          QString::fromLatin1(project->name.data(), static_cast<qsizetype>(project->name.size())));
    row->addWidget(projects);
    auto* button = new QPushButton(start->text(), m_content);
    button->setObjectName(QStringLiteral("startLesson"));
    button->setIcon(start->icon());
    button->setToolTip(start->toolTip());
    connect(button, &QPushButton::clicked, start, [start, projects] {
        start->setData(projects->currentData());
        start->trigger();
    });
    row->addWidget(button);
    row->addStretch();
    column->addLayout(row);
}

StartPage::Group StartPage::makeGroup(const QString& title, const QString& empty)
{
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    auto* heading = new QLabel(title, m_content);
    heading->setProperty("heading", true);
    heading->setContentsMargins(0, 16, 0, 0);
    column->addWidget(heading);
    auto* nothing = new QLabel(empty, m_content);
    nothing->setProperty("secondary", true);
    column->addWidget(nothing);
    auto* area = new QWidget(m_content);
    auto* grid = new QGridLayout(area);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    column->addWidget(area);
    return {heading, nothing, area, grid, {}};
}

void StartPage::enter()
{
    refresh();
    m_scroll->setFocus(Qt::OtherFocusReason); // else a new window gives the focus to its first button
}

void StartPage::refresh()
{
    ++m_generation;
    fill(m_recent, m_context.settings.recentProjects());
    const QDir templates(resourcesFolder() + QStringLiteral("/projects"));
    QStringList paths;
    for (const QFileInfo& file : templates.entryInfoList({QStringLiteral("*.dsw")}, QDir::Files, QDir::Name))
        paths << file.absoluteFilePath();
    fill(m_templates, paths);
}

void StartPage::fill(Group& group, const QStringList& paths)
{
    group.empty->setVisible(paths.isEmpty());
    group.area->setVisible(!paths.isEmpty());
    Group* target = &group;
    const PictureLook look = pictureLook(devicePixelRatioF());
    QThreadPool::globalInstance()->start(
        [page = QPointer<StartPage>(this), target, paths, look, known = m_known, generation = m_generation] {
            std::vector<ProjectPreview> previews;
            QHash<QString, Known> fresh;
            for (const QString& path : paths) {
                const QDateTime modified = QFileInfo(path).lastModified();
                const auto at = known.constFind(path);
                const bool same = at != known.cend() && modified.isValid() && at->modified == modified;
                previews.push_back(same ? at->preview : previewOf(path, look));
                if (!same) fresh.insert(path, {modified, previews.back()});
            }
            QMetaObject::invokeMethod(QCoreApplication::instance(), [page, target, previews, fresh, generation] {
                if (!page || page->m_generation != generation) return;
                page->m_known.insert(fresh);
                for (ProjectCard* card : target->cards) delete card;
                target->cards.clear();
                for (const ProjectPreview& preview : previews) {
                    auto* card = new ProjectCard(preview, target->area);
                    connect(card, &ProjectCard::clicked, page, [page, path = preview.path] {
                        page->m_context.open(path);
                        page->m_context.show(QStringLiteral("design"));
                    });
                    target->cards.push_back(card);
                }
                page->arrange(*target);
            });
        });
}

void StartPage::arrange(Group& group)
{
    const int width = this->width() - 64 + group.grid->spacing();
    const int columns = std::max(1, group.cards.empty() ? 1 : width / (group.cards.front()->width() + group.grid->spacing()));
    for (std::size_t i = 0; i < group.cards.size(); ++i)
        group.grid->addWidget(group.cards[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns, Qt::AlignLeft | Qt::AlignTop);
    for (int column = 0; column < group.grid->columnCount(); ++column) group.grid->setColumnStretch(column, 0);
    group.grid->setColumnStretch(columns, 1);
}

void StartPage::resizeEvent(QResizeEvent*)
{
    arrange(m_recent);
    arrange(m_templates);
}

extern const PageSpec page_start = {"start", QT_TRANSLATE_NOOP("Pages", "Start"), "start",
                                    [](PageContext& context) -> Page* { return new StartPage(context); }};

} // namespace ds::ui
