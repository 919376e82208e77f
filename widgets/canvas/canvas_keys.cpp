// SPDX-License-Identifier: GPL-3.0-or-later
// Everything by keyboard: arrows go from node to node, letters search, Enter opens.
#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <cmath>

#include "widgets/canvas/canvas.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

bool isArrow(int key) { return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down; }

QPointF direction(int key)
{
    switch (key) {
    case Qt::Key_Left: return {-1, 0};
    case Qt::Key_Right: return {1, 0};
    case Qt::Key_Up: return {0, -1};
    default: return {0, 1};
    }
}

} // namespace

/// Tab opens the search; Shift+Tab and Ctrl+Tab leave the canvas.
bool Canvas::focusNextPrevChild(bool next) { return next ? false : QWidget::focusNextPrevChild(false); }

void Canvas::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key();
    if (isArrow(key)) {
        if (modifiers == Qt::NoModifier) return moveFocus(key);
        if (modifiers & Qt::ShiftModifier) return nudge(key);
    }
    switch (key) {
    case Qt::Key_Space:
        if (event->isAutoRepeat()) return;
        m_space = true;
        if (m_drag == Drag::None) setCursor(Qt::OpenHandCursor);
        return;
    case Qt::Key_Escape:
        if (m_drag != Drag::None) {
            m_pending = {};
            return cancelDrag();
        }
        return changeSelection([&] { clearSelection(); });
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_state.focusedNode >= 0) emit opened(m_store.node(m_state.focusedNode).view.id);
        else if (!m_selectedNote.isEmpty()) editNote(m_selectedNote);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: {
        QStringList nodes;
        for (const auto& item : m_store.nodes())
            if (item.selected && !item.view.fixed) nodes.append(item.view.id);
        if (!nodes.isEmpty() || !selectedWires().isEmpty() || !m_selectedNote.isEmpty())
            emit deleteRequested(nodes, selectedWires(), m_selectedNote);
        return;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomBy(1.25);
    case Qt::Key_Minus: return zoomBy(1 / 1.25);
    case Qt::Key_Home: return zoomToFit();
    case Qt::Key_Tab:
        if (modifiers != Qt::NoModifier) break;
        return emit typed({}, insertionPoint());
    default: break;
    }
    const QString text = event->text();
    if ((modifiers & ~Qt::ShiftModifier) == Qt::NoModifier && !text.isEmpty() && text.front().isLetter())
        return emit typed(text, insertionPoint());
    QWidget::keyPressEvent(event);
}

void Canvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) return QWidget::keyReleaseEvent(event);
    m_space = false;
    if (m_drag == Drag::None) unsetCursor();
}

void Canvas::focusOutEvent(QFocusEvent* event)
{
    m_space = false;
    m_state.focusVisible = false;
    QWidget::focusOutEvent(event);
}

/// To the nearest node in that direction; what lies aside counts as farther away.
void Canvas::moveFocus(int key)
{
    if (m_store.nodes().empty()) return;
    int best = -1;
    if (m_state.focusedNode < 0) {
        best = 0;
    } else {
        const QPointF from = m_store.node(m_state.focusedNode).rect.center(), along = direction(key);
        double least = 1e300;
        for (std::size_t i = 0; i < m_store.nodes().size(); ++i) {
            const QPointF d = m_store.nodes()[i].rect.center() - from;
            const double ahead = QPointF::dotProduct(d, along);
            const double aside = std::abs(d.x() * along.y()) + std::abs(d.y() * along.x());
            if (ahead < 1 || aside > 3 * ahead) continue;
            if (const double far = ahead + 2 * aside; far < least) {
                least = far;
                best = static_cast<int>(i);
            }
        }
    }
    if (best < 0) return;
    m_state.focusVisible = true;
    select({m_store.node(best).view.id});
    ensureVisible(m_store.node(best).view.id);
}

/// Moves the selection by one step of the grid.
void Canvas::nudge(int key)
{
    QList<Placement> placed;
    for (const auto& item : m_store.nodes())
        if (item.selected && !item.view.fixed)
            placed.append({item.view.id, geometry::snapped(item.view.position + direction(key) * geometry::snap)});
    if (!placed.isEmpty()) emit moved(placed);
}

void Canvas::openEditor(const QRectF& scene, const QString& text, const std::function<void(const QString&)>& done)
{
    delete m_editor;
    auto* editor = m_editor = new QLineEdit(text, this);
    connect(editor, &QObject::destroyed, this, [this, editor] {
        if (m_editor == editor) m_editor = nullptr;
    });
    editor->setAccessibleName(tr("Name"));
    const QRectF place(toView(scene.topLeft()), scene.size() * m_zoom);
    editor->setGeometry(QRect(place.topLeft().toPoint(), QSize(std::max(140, static_cast<int>(place.width())), 30)));
    editor->selectAll();
    editor->show();
    editor->setFocus(Qt::OtherFocusReason);
    connect(editor, &QLineEdit::editingFinished, this, [this, editor, text, done] {
        if (m_editor != editor) return;
        m_editor = nullptr;
        const QString typedText = editor->text().trimmed();
        editor->deleteLater();
        editor->hide();
        setFocus(Qt::OtherFocusReason);
        if (!typedText.isEmpty() && typedText != text) done(typedText);
    });
    auto* escape = new QAction(editor);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetShortcut);
    editor->addAction(escape);
    connect(escape, &QAction::triggered, this, [this, editor] {
        m_editor = nullptr;
        editor->deleteLater();
        editor->hide();
        setFocus(Qt::OtherFocusReason);
    });
}

void Canvas::editTitle(const QString& node)
{
    const int i = m_store.find(node);
    if (i < 0 || m_store.node(i).view.fixed) return;
    ensureVisible(node);
    const QRectF& r = m_store.node(i).rect;
    openEditor(QRectF(r.left() + 8, r.top() + 6, r.width() - 16, 30), m_store.node(i).view.title,
               [this, node](const QString& text) { emit renamed(node, text); });
}

void Canvas::editNote(const QString& id)
{
    for (const NoteView& note : std::as_const(m_notes))
        if (note.id == id) {
            openEditor(note.box.adjusted(6, 4, -6, 0), note.text, [this, note](const QString& text) {
                NoteView changed = note;
                changed.text = text;
                emit noteChanged(changed, {});
            });
            return;
        }
}

} // namespace ds::ui
