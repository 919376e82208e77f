// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/runs/diff_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

#include "app/workbench/layout/layer_box.h"
#include "app/workbench/layout/layered_layout.h"
#include "app/workbench/pages/runs/diff_marks.h"
#include "app/workbench/words/words.h"
#include "widgets/canvas/canvas.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

QString text(const std::string& s) { return QString::fromStdString(s); }

/// As forms call it; paths into composites stay as they are.
QString nameText(const std::string& name) { return name.find_first_of("./") == std::string::npos ? words::label(name) : text(name); }

/// "0.1 → 0.01"; "+ 0.01" or "− 0.1" where one side is not there.
QString valueText(const ValueDiff& value)
{
    if (value.before.empty()) return diffSign(DiffKind::Added) + QLatin1Char(' ') + text(value.after);
    if (value.after.empty()) return diffSign(DiffKind::Removed) + QLatin1Char(' ') + text(value.before);
    return QStringLiteral("%1 → %2").arg(text(value.before), text(value.after));
}

constexpr double smallest = 0.5; // zoom at which names are still read

QList<NodeView> nodesOf(const ProjectDiff& diff)
{
    const std::map<std::string, QPointF> places = layeredLayout(diff.merged, Flow::Down);
    std::map<std::string, std::pair<int, int>> ports; // most that wires name
    for (const WireDiff& each : diff.wires) {
        ports[each.wire.to.layer].first = std::max(ports[each.wire.to.layer].first, each.wire.to.port + 1);
        ports[each.wire.from.layer].second = std::max(ports[each.wire.from.layer].second, each.wire.from.port + 1);
    }
    QList<NodeView> nodes;
    for (std::size_t i = 0; i < diff.layers.size(); ++i) {
        const LayerNode& layer = diff.merged.layers[i];
        NodeView view;
        view.id = view.title = text(layer.name);
        view.subtitle = subtitleOf(layer);
        if (diff.layers[i].kind == DiffKind::Changed) { // what it was and is counts more than all that it has
            QStringList parts;
            for (const ValueDiff& value : diff.layers[i].values) parts << nameText(value.name) + QLatin1Char(' ') + valueText(value);
            view.shape = parts.join(QStringLiteral(", "));
        }
        view.category = text(categoryOf(layer.type));
        view.composite = layer.type == "Composite";
        view.muted = layer.muted || diff.layers[i].kind == DiffKind::Removed;
        view.frozen = layer.frozen;
        view.fixed = true;
        for (int k = 0; k < ports[layer.name].first; ++k) view.inputs << QString();
        for (int k = 0; k < ports[layer.name].second; ++k) view.outputs << QString();
        view.position = places.at(layer.name);
        nodes.append(view);
    }
    return nodes;
}

} // namespace

DiffView::DiffView(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_nothing(new QLabel(this)), m_parts(new QSplitter(this)), m_canvas(new Canvas(this)),
      m_marks(new DiffMarks(m_canvas)), m_list(new QTreeWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    m_title->setProperty("secondary", true);
    m_title->setWordWrap(true);
    m_nothing->setProperty("secondary", true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_parts, 1);
    m_parts->setHandleWidth(12);
    m_parts->setChildrenCollapsible(false);
    m_parts->setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    auto* card = new QFrame(m_parts);
    card->setProperty("card", true);
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->addWidget(m_canvas);
    m_canvas->setAccessibleName(tr("Both models in one drawing"));
    m_canvas->setReason(
        [](const PortRef&, const PortRef&) { return DiffView::tr("Runs are not changed. Fork one to change its project."); });
    auto* listCard = new QFrame(m_parts);
    listCard->setProperty("card", true);
    auto* listInner = new QVBoxLayout(listCard);
    listInner->setContentsMargins(8, 8, 8, 8);
    listInner->addWidget(m_list);
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(12);
    m_list->header()->setStretchLastSection(true);
    m_list->setAccessibleName(tr("Differences"));
    m_parts->addWidget(card);
    m_parts->addWidget(listCard);
    m_parts->setStretchFactor(0, 1);
    m_parts->setSizes({480, 280});
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        const QString layer = item ? item->data(0, Qt::UserRole).toString() : QString();
        if (layer.isEmpty()) return;
        m_canvas->select({layer});
        m_canvas->ensureVisible(layer);
    });
    connect(&Theme::instance(), &Theme::changed, m_list, [this] {
        for (int i = 0; i < m_list->topLevelItemCount(); ++i)
            for (int k = 0; k < m_list->topLevelItem(i)->childCount(); ++k) {
                QTreeWidgetItem* item = m_list->topLevelItem(i)->child(k);
                item->setForeground(0, diffColor(static_cast<DiffKind>(item->data(0, Qt::UserRole + 1).toInt())));
            }
    });
    showNothing({});
}

void DiffView::showNothing(const QString& why)
{
    m_title->hide();
    m_parts->hide();
    m_nothing->setText(why);
    m_nothing->show();
}

void DiffView::show(const ProjectDiff& diff, const QString& before, const QString& after)
{
    m_nothing->hide();
    m_title->setText(diff.same() ? tr("%1 and %2 have the same project.").arg(before, after)
                                 : tr("From %1 to %2:  + came,  − went,  ≠ changed").arg(before, after));
    m_title->show();
    m_parts->show();
    QList<WireView> wires;
    for (const WireDiff& each : diff.wires) wires.append({portRef(each.wire.from), portRef(each.wire.to), QString()});
    m_canvas->setContents(nodesOf(diff), wires);
    const auto first = std::find_if(diff.layers.begin(), diff.layers.end(), [](const LayerDiff& l) { return l.kind != DiffKind::Same; });
    // The canvas may just have come into view: it has its size when this is done.
    QMetaObject::invokeMethod(
        this, [this, layer = first == diff.layers.end() ? QString() : text(first->name)] { lookAt(layer); }, Qt::QueuedConnection);
    m_marks->setDiff(diff);
    m_marks->lower(); // below minimap and zoom, above the drawing
    list(diff);
}

void DiffView::lookAt(const QString& layer)
{
    m_canvas->zoomToFit();
    if (m_canvas->zoom() >= smallest) return;
    // Too long to be read as a whole: the first difference in the middle, else the beginning at the top.
    m_canvas->zoomToStart();
    if (const int node = m_canvas->store().find(layer); node >= 0) m_canvas->centreOn(m_canvas->store().node(node).rect.center());
}

void DiffView::list(const ProjectDiff& diff)
{
    m_list->clear();
    QFont bold = m_list->font();
    bold.setWeight(QFont::DemiBold);
    const auto section = [&](const QString& title) {
        auto* item = new QTreeWidgetItem(m_list, {title});
        item->setFirstColumnSpanned(true);
        item->setFont(0, bold);
        item->setFlags(Qt::ItemIsEnabled);
        return item;
    };
    const auto line = [&](QTreeWidgetItem* parent, DiffKind kind, const QString& name, const QString& value, const QString& layer) {
        auto* item = new QTreeWidgetItem(parent, {diffSign(kind) + QLatin1Char(' ') + name, value});
        item->setForeground(0, diffColor(kind));
        item->setToolTip(0, name);
        item->setToolTip(1, value);
        item->setData(0, Qt::UserRole, layer);
        item->setData(0, Qt::UserRole + 1, static_cast<int>(kind));
    };
    const auto kindOf = [](const ValueDiff& value) {
        return value.before.empty() ? DiffKind::Added : value.after.empty() ? DiffKind::Removed : DiffKind::Changed;
    };
    QTreeWidgetItem* parent = nullptr;
    for (std::size_t i = 0; i < diff.layers.size(); ++i) {
        const LayerDiff& layer = diff.layers[i];
        if (layer.kind == DiffKind::Same) continue;
        if (!parent) parent = section(tr("Layers"));
        const QString name = text(layer.name);
        if (layer.values.empty()) line(parent, layer.kind, name, text(diff.merged.layers[i].type), name);
        for (const ValueDiff& value : layer.values)
            line(parent, layer.kind, name, nameText(value.name) + QStringLiteral(": ") + valueText(value), name);
    }
    parent = nullptr;
    for (const WireDiff& each : diff.wires) {
        if (each.kind == DiffKind::Same) continue;
        if (!parent) parent = section(tr("Wires"));
        line(parent, each.kind, text(each.wire.from.layer), QStringLiteral("→ ") + text(each.wire.to.layer), text(each.wire.to.layer));
    }
    for (const SectionDiff& each : diff.sections) {
        const std::map<std::string, QString> titles = {{"data.train", tr("Training data")},
                                                       {"data.validation", tr("Validation data")},
                                                       {"data.test", tr("Test data")},
                                                       {"data.transforms", tr("Transforms")},
                                                       {"loss", tr("Loss")},
                                                       {"optimizer", tr("Optimiser")},
                                                       {"schedule", tr("Learning rate schedule")},
                                                       {"training", tr("Training")}};
        parent = section(titles.at(each.name));
        for (const ValueDiff& value : each.values)
            line(parent, kindOf(value), nameText(value.name),
                 value.before.empty() || value.after.empty() ? text(value.before + value.after) : valueText(value), {});
    }
    m_list->expandAll();
    m_list->setColumnWidth(0, 0);
    m_list->resizeColumnToContents(0);
    m_list->setColumnWidth(0, std::min(m_list->columnWidth(0) + 8, 180));
}

QStringList DiffView::rows() const
{
    QStringList lines;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        lines << m_list->topLevelItem(i)->text(0);
        for (int k = 0; k < m_list->topLevelItem(i)->childCount(); ++k)
            lines << m_list->topLevelItem(i)->child(k)->text(0) + QStringLiteral(" | ") + m_list->topLevelItem(i)->child(k)->text(1);
    }
    return lines;
}

} // namespace ds::ui
