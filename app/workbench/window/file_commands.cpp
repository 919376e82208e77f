// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/window/file_commands.h"

#include <QAction>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLockFile>
#include <QMenu>
#include <QStandardPaths>

#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "app/workbench/window/message_bar.h"
#include "app/workbench/words/words.h"

namespace ds::ui {

namespace {

QString stateFolder()
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/deepseek-workbench/autosave");
    QDir().mkpath(folder);
    return folder;
}

QString fileFilter() { return QObject::tr("Projects (*.dsw)"); }

} // namespace

FileCommands::FileCommands(PageContext& context, MessageBar& messages, QWidget* window)
    : QObject(window), m_context(context), m_messages(messages), m_window(window), m_menu(new QMenu(window)), m_recent(new QMenu(window))
{
    Commands& commands = context.commands;
    m_menu->addAction(commands.add(QStringLiteral("file.new"), tr("New project"),
                                   [this] { whenSaved(tr("before a new one"), [this] { create(); }); },
                                   {QKeySequence::New, QStringLiteral("plus")}));
    m_menu->addAction(commands.add(QStringLiteral("file.open"), tr("Open…"),
                                   [this] {
                                       const QString path = QFileDialog::getOpenFileName(m_window, tr("Open a project"), {}, fileFilter());
                                       if (!path.isEmpty()) open(path);
                                   },
                                   {QKeySequence::Open, QStringLiteral("open")}));
    m_recent->setTitle(tr("Recent projects"));
    m_menu->addMenu(m_recent);
    m_menu->addSeparator();
    m_menu->addAction(
        commands.add(QStringLiteral("file.save"), tr("Save"), [this] { save(); }, {QKeySequence::Save, QStringLiteral("save")}));
    m_menu->addAction(commands.add(QStringLiteral("file.save_as"), tr("Save as…"), [this] { saveAs(); }, {QKeySequence::SaveAs}));
    connect(m_recent, &QMenu::aboutToShow, this, &FileCommands::refreshMenu);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FileCommands::autosave);
    connect(&context.project, &Project::changed, this, [this] { m_timer.start(autosaveDelay()); });
}

FileCommands::~FileCommands()
{
    // The person has decided about what was not saved; nothing is left to recover.
    QFile::remove(autosavePath());
}

QString FileCommands::autosaveFor(const QString& path)
{
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    return stateFolder() + QLatin1Char('/') + QString::fromLatin1(hash) + QStringLiteral(".dsw");
}

QString FileCommands::autosavePath() const { return autosaveFor(m_context.project.path()); }

void FileCommands::whenSaved(const QString& why, const std::function<void()>& then)
{
    if (!m_context.project.modified()) {
        then();
        return;
    }
    m_messages.post(QStringLiteral("unsaved"), MessageBar::Kind::Warning,
                    tr("%1 has changes that are not saved. Save them %2?").arg(m_context.project.title(), why),
                    {{tr("Save"),
                      [this, then] {
                          if (save()) then();
                      }},
                     {tr("Discard"), then}});
}

void FileCommands::open(const QString& path)
{
    whenSaved(tr("before another is opened"), [this, path] { load(path); });
}

void FileCommands::load(const QString& path)
{
    const QString old = autosavePath();
    Errors errors;
    if (const Status opened = m_context.project.open(path, &errors); !opened) {
        m_messages.post(QStringLiteral("open"), MessageBar::Kind::Error, words::said(opened.error()));
        return;
    }
    if (old != autosavePath()) QFile::remove(old);
    m_messages.clear(QStringLiteral("open"));
    if (!errors.empty())
        m_messages.post(QStringLiteral("open"), MessageBar::Kind::Warning,
                        tr("Parts of the file could not be read; it is not overwritten. %1").arg(QString::fromStdString(messages(errors))),
                        {{tr("Save under another name"), [this] { saveAs(); }}});
    m_context.settings.addRecent(path);
    m_lock = std::make_unique<QLockFile>(autosavePath() + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0))
        m_messages.post(QStringLiteral("second"), MessageBar::Kind::Warning,
                        tr("%1 is open in another window, too. What is saved last stays.").arg(m_context.project.title()));
    else offerRecovery(path);
}

void FileCommands::offerRecovery(const QString& path)
{
    const QFileInfo kept(autosavePath());
    if (!kept.exists() || kept.lastModified() <= QFileInfo(path).lastModified()) return;
    m_messages.post(QStringLiteral("recover"), MessageBar::Kind::Info,
                    tr("Changes of %1 were not saved when the program ended.").arg(m_context.project.title()),
                    {{tr("Recover them"),
                      [this] {
                          const Result<Document> document = loadDocument(autosavePath().toStdString());
                          if (!document) {
                              m_messages.post(QStringLiteral("recover"), MessageBar::Kind::Error, words::said(document.error()));
                              return;
                          }
                          const std::string folder = m_context.project.document().folder;
                          m_context.project.edit(tr("Recover changes"), [&](Document& d) {
                              d = *document;
                              d.folder = folder;
                          });
                      }},
                     {tr("Drop them"), [this] { QFile::remove(autosavePath()); }}});
}

void FileCommands::create()
{
    Document document;
    document.name = tr("Untitled").toStdString();
    document.optimizer = {"adamw", {}};
    m_lock.reset();
    m_context.project.reset(std::move(document));
    m_context.show(QStringLiteral("design"));
}

bool FileCommands::save()
{
    Project& project = m_context.project;
    if (project.path().isEmpty() || project.damaged()) return saveAs();
    if (const Status done = project.save(); !done) {
        m_messages.post(QStringLiteral("save"), MessageBar::Kind::Error, words::said(done.error()),
                        {{tr("Try again"), [this] { save(); }}, {tr("Save as…"), [this] { saveAs(); }}});
        return false;
    }
    m_messages.clear(QStringLiteral("save"));
    QFile::remove(autosavePath());
    emit saved();
    return true;
}

bool FileCommands::saveAs()
{
    QString path = QFileDialog::getSaveFileName(m_window, tr("Save the project"), m_context.project.path(), fileFilter());
    if (path.isEmpty()) return false;
    if (!path.endsWith(QStringLiteral(".dsw"))) path += QStringLiteral(".dsw");
    const QString old = autosavePath();
    if (const Status done = m_context.project.saveAs(path); !done) {
        m_messages.post(QStringLiteral("save"), MessageBar::Kind::Error, words::said(done.error()),
                        {{tr("Save as…"), [this] { saveAs(); }}});
        return false;
    }
    QFile::remove(old);
    m_context.settings.addRecent(path);
    emit saved();
    return true;
}

int FileCommands::autosaveDelay() const { return 1000 * m_context.settings.autosaveSeconds(); }

void FileCommands::autosave()
{
    if (!m_context.project.modified()) {
        QFile::remove(autosavePath());
        return;
    }
    if (const Status kept = saveDocument(m_context.project.document(), autosavePath().toStdString()); !kept) {
        m_messages.post(QStringLiteral("autosave"), MessageBar::Kind::Warning,
                        tr("Unsaved changes could not be kept safe: %1 It is tried again.").arg(words::said(kept.error())));
        m_timer.start(10 * autosaveDelay());
        return;
    }
    m_messages.clear(QStringLiteral("autosave"));
}

void FileCommands::refreshMenu()
{
    m_recent->clear();
    for (const QString& path : m_context.settings.recentProjects()) m_recent->addAction(path, this, [this, path] { open(path); });
    m_recent->setEnabled(!m_recent->isEmpty());
}

} // namespace ds::ui
