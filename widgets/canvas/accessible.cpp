// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/accessible.h"

#include <QAccessibleWidget>
#include <QPointer>

#include "widgets/canvas/canvas.h"

namespace ds::ui::accessible {

namespace {

/// A node by its id, so that it stays the same while others come and go.
class NodeInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    NodeInterface(Canvas* canvas, QString node) : m_canvas(canvas), m_node(std::move(node)) {}

    const QString& node() const { return m_node; }

    bool isValid() const override { return m_canvas && index() >= 0; }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_canvas); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid()) return {};
        if (kind == QAccessible::Name) return item().view.title;
        return kind == QAccessible::Description ? nodeText(item()) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override
    {
        if (!isValid()) return {};
        const QRectF view(m_canvas->toView(item().rect.topLeft()), item().rect.size() * m_canvas->zoom());
        return {m_canvas->mapToGlobal(view.topLeft().toPoint()), view.size().toSize()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid) return state;
        state.focusable = state.selectable = state.multiSelectable = true;
        state.selected = item().selected;
        state.focused = m_canvas->hasFocus() && m_canvas->focusedNode() == m_node;
        state.offscreen = !m_canvas->visibleScene().intersects(item().rect);
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString&) override
    {
        if (!isValid()) return;
        m_canvas->setFocus(Qt::OtherFocusReason);
        m_canvas->select({m_node});
        m_canvas->ensureVisible(m_node);
    }

private:
    int index() const { return m_canvas->store().find(m_node); }
    const CanvasStore::NodeItem& item() const { return m_canvas->store().node(index()); }

    QPointer<Canvas> m_canvas;
    QString m_node;
};

class CanvasInterface : public QAccessibleWidget {
public:
    explicit CanvasInterface(Canvas* canvas) : QAccessibleWidget(canvas, QAccessible::List), m_canvas(canvas) {}
    ~CanvasInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_known)) QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return QAccessibleWidget::childCount() + nodes(); }
    QAccessibleInterface* child(int index) const override
    {
        const int own = QAccessibleWidget::childCount();
        if (index < own) return QAccessibleWidget::child(index);
        return index - own < nodes() ? ofNode(m_canvas->store().node(index - own).view.id) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* node = dynamic_cast<const NodeInterface*>(child);
        if (!node) return QAccessibleWidget::indexOfChild(child);
        const int index = m_canvas->store().find(node->node());
        return index < 0 ? -1 : QAccessibleWidget::childCount() + index;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        if (QAccessibleInterface* own = QAccessibleWidget::childAt(x, y)) return own;
        const int node = m_canvas->store().nodeAt(m_canvas->toScene(m_canvas->mapFromGlobal(QPoint(x, y))));
        return node < 0 ? nullptr : ofNode(m_canvas->store().node(node).view.id);
    }
    QAccessibleInterface* focusChild() const override
    {
        const QString node = m_canvas->hasFocus() ? m_canvas->focusedNode() : QString();
        return node.isEmpty() ? QAccessibleWidget::focusChild() : ofNode(node);
    }

private:
    int nodes() const { return static_cast<int>(m_canvas->store().nodes().size()); }

    QAccessibleInterface* ofNode(const QString& node) const
    {
        if (const auto known = m_known.constFind(node); known != m_known.constEnd()) return QAccessible::accessibleInterface(*known);
        forgetGone();
        auto* made = new NodeInterface(m_canvas, node);
        m_known.insert(node, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    /// Whenever there are many more than nodes.
    void forgetGone() const
    {
        if (m_known.size() < 2 * nodes() + 64) return;
        m_known.removeIf([&](const auto& known) {
            if (m_canvas->store().find(known.key()) >= 0) return false;
            QAccessible::deleteAccessibleInterface(*known);
            return true;
        });
    }

    Canvas* m_canvas;
    mutable QHash<QString, QAccessible::Id> m_known;
};

QAccessibleInterface* make(const QString& /*className*/, QObject* object)
{
    auto* canvas = qobject_cast<Canvas*>(object);
    return canvas ? new CanvasInterface(canvas) : nullptr;
}

} // namespace

void install()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    (void)once;
}

QString nodeText(const CanvasStore::NodeItem& node)
{
    QStringList parts{node.view.subtitle, node.view.shape};
    if (node.view.badge == Badge::Error) parts << Canvas::tr("has a problem");
    if (node.view.badge == Badge::Suggestion) parts << Canvas::tr("has a suggestion");
    if (node.view.muted) parts << Canvas::tr("bypassed");
    if (node.view.frozen) parts << Canvas::tr("frozen");
    parts << (node.selected ? Canvas::tr("selected") : Canvas::tr("not selected"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void tellFocus(Canvas& canvas)
{
    if (!QAccessible::isActive()) return;
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&canvas);
    QAccessibleInterface* node = list ? list->focusChild() : nullptr;
    if (!node) return;
    QAccessibleEvent event(node, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace ds::ui::accessible
