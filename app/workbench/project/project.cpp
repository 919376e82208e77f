// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/project/project.h"

#include <QFileInfo>
#include <QUndoCommand>

#include "app/workbench/project/difference.h"

namespace ds::ui {

/// Holds what an edit changed, not two whole documents.
class Project::EditCommand : public QUndoCommand {
public:
    EditCommand(Project& project, const QString& name, const QString& mergeKey, Difference difference)
        : QUndoCommand(name), m_project(project), m_mergeKey(mergeKey), m_difference(std::move(difference))
    {
    }

    void undo() override { step(false); }
    void redo() override { step(true); }
    int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto& later = static_cast<const EditCommand&>(*other);
        return later.m_mergeKey == m_mergeKey && m_difference.append(later.m_difference);
    }

private:
    void step(bool forward)
    {
        m_difference.apply(m_project.m_document, forward);
        emit m_project.changed(m_difference.structural());
    }

    Project& m_project;
    QString m_mergeKey;
    Difference m_difference;
};

Project::Project(QObject* parent) : QObject(parent)
{
    m_undo.setUndoLimit(500);
    connect(&m_undo, &QUndoStack::cleanChanged, this, &Project::titleChanged);
}

Project::~Project()
{
    disconnect(&m_undo, nullptr, this, nullptr);
    m_undo.clear();
}

QString Project::title() const
{
    if (!m_path.isEmpty()) return QFileInfo(m_path).fileName();
    return m_document.name.empty() ? tr("Untitled") : QString::fromStdString(m_document.name);
}

void Project::edit(const QString& name, const std::function<void(Document&)>& change, const QString& mergeKey)
{
    Document copy = m_document;
    change(copy);
    Difference difference = Difference::between(m_document, copy);
    if (!difference.empty()) m_undo.push(new EditCommand(*this, name, mergeKey, std::move(difference)));
}

Status Project::open(const QString& path, Errors* errors)
{
    ReadDocument read = DS_TRY(readDocument(path.toStdString()));
    reset(std::move(read.document), QFileInfo(path).absoluteFilePath());
    m_damaged = !read.errors.empty();
    if (errors) *errors = std::move(read.errors);
    return {};
}

void Project::reset(Document document, const QString& path)
{
    m_undo.clear();
    m_document = std::move(document);
    m_path = path;
    m_damaged = false;
    emit changed(true);
    emit titleChanged();
    emit replaced();
}

Status Project::save()
{
    if (m_path.isEmpty())
        return Error{phrase("Documents", "the project has no file yet"), "", phrase("Documents", "Choose one with Save as.")};
    if (m_damaged)
        return Error{phrase("Documents", "parts of the file could not be read and would be lost"), m_path.toStdString(),
                     phrase("Documents", "Save under another name, or say so.")};
    return saveAs(m_path);
}

Status Project::saveAs(const QString& path)
{
    DS_TRY(saveDocument(m_document, path.toStdString()));
    m_path = QFileInfo(path).absoluteFilePath();
    m_document.folder = QFileInfo(m_path).absolutePath().toStdString();
    m_damaged = false;
    m_undo.setClean();
    emit titleChanged();
    return {};
}

} // namespace ds::ui
