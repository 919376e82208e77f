// SPDX-License-Identifier: GPL-3.0-or-later
// A canvas of nodes and wires. It shows values and says what the person wants; it changes nothing but the view and the selection.
// The owner edits its document and sets the new values.
#pragma once

#include <QWidget>

#include <functional>
#include <memory>

#include "widgets/canvas/painting.h"
#include "widgets/canvas/store.h"

class QFrame;
class QGestureEvent;
class QLineEdit;

namespace ds::ui {

class Callouts;
class Minimap;
class ZoomControl;

class Canvas : public QWidget {
    Q_OBJECT

public:
    /// Why a wire may not be; empty: it may. Asked while wires are drawn, once for each port that they come near.
    using Reason = std::function<QString(const PortRef& from, const PortRef& to)>;

    explicit Canvas(QWidget* parent = nullptr);
    ~Canvas() override;

    void setContents(QList<NodeView> nodes, QList<WireView> wires);
    void setNotes(QList<NoteView> notes);
    void setCallouts(const QList<CalloutView>& callouts);
    void setFlow(Flow flow);
    Flow flow() const { return m_flow; }
    void setReason(Reason reason) { m_reason = std::move(reason); }
    void setHeat(HeatOn on);
    /// Of drags from elsewhere that dropped() reports.
    void setDropFormat(const QString& mimeType) { m_dropFormat = mimeType; }
    /// Shown in the middle while there are no nodes.
    void setEmptyText(const QString& text);

    QStringList selection() const;
    QList<WireView> selectedWires() const;
    QString selectedNote() const { return m_selectedNote; }
    void select(const QStringList& nodes);
    /// The one that the keyboard is at; empty: none.
    QString focusedNode() const;

    const CanvasStore& store() const { return m_store; }
    double zoom() const { return m_zoom; }
    /// Keeps the point of the scene that lies at `anchor` (in the widget) where it is.
    void setZoom(double zoom, const QPointF& anchor);
    void zoomBy(double factor) { setZoom(m_zoom * factor, rect().center()); }
    /// The space along the edges, in pixels, that tools above the canvas take: zoomToFit() and its like leave it free.
    void setMargins(const QMargins& margins);
    void zoomToFit();
    /// Everything if it stays readable, else its upper end.
    void zoomToStart();
    void zoomToSelection();
    void centreOn(const QPointF& scene);
    /// Scrolls no farther than needed.
    void ensureVisible(const QString& node);
    QPointF toScene(const QPointF& view) const { return view / m_zoom + m_origin; }
    QPointF toView(const QPointF& scene) const { return (scene - m_origin) * m_zoom; }
    QRectF visibleScene() const { return {m_origin, QSizeF(size()) / m_zoom}; }
    /// Centre of a port in the widget.
    QPointF portPosition(const PortRef& port, bool input) const;
    QRectF contentBounds() const;
    /// The pointer, if it is over the canvas, else the middle: where things are pasted and added.
    QPointF insertionPoint() const;

    /// Opens a line for the name of a node in its place.
    void editTitle(const QString& node);
    void editNote(const QString& note);
    /// The whole drawing, without selection and minimap, for export.
    void renderContents(QPainter& painter, const QRectF& scene) const;

signals:
    void selectionChanged();
    void moved(const QList<ds::ui::Placement>& nodes);
    void connected(const ds::ui::PortRef& from, const ds::ui::PortRef& to);
    void disconnected(const ds::ui::PortRef& from, const ds::ui::PortRef& to);
    /// A wire was taken off its end and put to another.
    void rewired(const ds::ui::PortRef& from, const ds::ui::PortRef& oldTo, const ds::ui::PortRef& to);
    /// A new wire was dropped where nothing is. `port` is an output if `fromOutput`, else an input.
    void wireDropped(const ds::ui::PortRef& port, bool fromOutput, const QPointF& scene);
    void insertedOnWire(const ds::ui::Placement& node, const ds::ui::PortRef& from, const ds::ui::PortRef& to);
    void deleteRequested(const QStringList& nodes, const QList<ds::ui::WireView>& wires, const QString& note);
    void opened(const QString& node);
    void renamed(const QString& node, const QString& title);
    void contextMenuRequested(const QPoint& global, const QPointF& scene, const QString& node);
    /// Letters typed on the canvas; empty for Tab and a double click in the empty.
    void typed(const QString& text, const QPointF& scene);
    void dropped(const QByteArray& data, const QPointF& scene, const QString& node, const ds::ui::WireView* wire);
    void calloutPressed(const QString& callout, int button);
    void hovered(const QString& node);
    /// `taken`: where the nodes went that a frame took along.
    void noteChanged(const ds::ui::NoteView& note, const QList<ds::ui::Placement>& taken);
    void viewChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Drag { None, Pressed, Pan, Rubber, Move, Wire, Note, NoteSize };
    struct Pending {
        PortRef port; ///< the end that stays
        bool fromOutput = true;
        bool taken = false; ///< off its old end
        PortRef oldTo;
        QPointF end; ///< the loose end, in the scene
        CanvasStore::PortHit target;
        QString reason;
    };

    void changeView();
    void applyView(double zoom, const QPointF& origin);
    void follow();
    void placeOverlays();
    void announce();
    void changeSelection(const std::function<void()>& change);
    void clearSelection();
    void setHover(const QPointF& view);
    void press(const QPointF& view, Qt::KeyboardModifiers modifiers);
    void startWire(const CanvasStore::PortHit& hit);
    void dragWire(const QPointF& view);
    void finishWire();
    void dragMove(const QPointF& view);
    void finishMove();
    void dragNote(const QPointF& view, bool size);
    int wireForInsertion() const;
    void finishRubber();
    void cancelDrag();
    int noteAt(const QPointF& scene, bool* corner) const;
    void moveFocus(int key);
    void nudge(int key);
    void zoomTo(const QRectF& scene, double largest);
    QRectF room() const; ///< the widget without its margins
    void openEditor(const QRectF& scene, const QString& text, const std::function<void(const QString&)>& done);

    CanvasStore m_store;
    CanvasPainting m_painting;
    CanvasState m_state;
    QList<NoteView> m_notes;
    Flow m_flow = Flow::Down;
    Reason m_reason;
    QString m_dropFormat, m_emptyText, m_selectedNote;
    HeatOn m_heat = HeatOn::Nothing;

    double m_zoom = 1;
    QPointF m_origin;
    QMargins m_margins{32, 32, 32, 64};                              ///< the zoom control stands at the lower edge
    enum class Follow { None, Fit, Start } m_follow = Follow::Start; ///< how the view follows the window until the person moves it

    Drag m_drag = Drag::None;
    bool m_space = false;
    QPointF m_press, m_pressOrigin, m_cursor; ///< in the widget; the scene for m_pressOrigin
    QRectF m_rubber;
    bool m_rubberAdds = false;
    int m_pressedNode = -1;
    QList<Placement> m_moveStart;
    NoteView m_noteStart;
    Pending m_pending;

    std::unique_ptr<Callouts> m_callouts;
    Minimap* m_minimap;
    ZoomControl* m_zoomControl;
    QLineEdit* m_editor = nullptr;
};

} // namespace ds::ui
