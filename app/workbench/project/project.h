// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <memory>

#include "core/document/document.h"

namespace ds::ui {

/// The document that is open, with its undo stack. Every change goes through edit(): undo acts on the document, never on items
/// of a scene. GUI thread only; nothing here blocks but open() and save().
class Project : public QObject {
    Q_OBJECT

public:
    explicit Project(QObject* parent = nullptr);
    ~Project() override;

    const Document& document() const { return m_document; }
    QUndoStack& undoStack() { return m_undo; }
    /// Empty: never saved.
    const QString& path() const { return m_path; }
    QString title() const;
    bool modified() const { return !m_undo.isClean(); }

    /// One step of undo, named for the menu ("Move conv1"). `change` works on a copy; what it altered is kept as a difference, so
    /// that large documents stay cheap. Edits with the same non-empty `mergeKey` right after each other become one step (typing
    /// into a field, dragging). Does nothing if nothing changed.
    void edit(const QString& name, const std::function<void(Document&)>& change, const QString& mergeKey = {});

    /// Replaces everything and empties the undo stack. `errors` gets what could not be read; then the file is not overwritten
    /// by save() before saveAs().
    Status open(const QString& path, Errors* errors = nullptr);
    void reset(Document document, const QString& path = {});
    Status save();
    Status saveAs(const QString& path);
    /// Whether the file had parts that could not be read.
    bool damaged() const { return m_damaged; }

signals:
    /// After any edit, undo, redo or load. `structural` is false when only values (attributes, positions) changed, not the set of
    /// layers or wires.
    void changed(bool structural);
    /// After open() and reset(): it is another document.
    void replaced();
    void titleChanged();

private:
    class EditCommand;
    void replace(Document document);

    Document m_document;
    QUndoStack m_undo;
    QString m_path;
    bool m_damaged = false;
};

} // namespace ds::ui
