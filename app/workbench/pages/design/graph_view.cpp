// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/graph_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTabBar>
#include <QTabWidget>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/layout/layer_box.h"
#include "app/workbench/layout/layered_layout.h"
#include "app/workbench/pages/design/drawing.h"
#include "app/workbench/pages/design/words.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/words/words.h"
#include "core/graph/op_spec.h"
#include "core/graph/text.h"
#include "core/passes/passes.h"
#include "widgets/canvas/canvas.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

Result<Graph> graphAt(const CheckResult& check, GraphStage stage)
{
    Graph graph = check.check.lowered.graph;
    if (graph.nodes.empty())
        return Error{phrase("Graph", "there is no graph yet"), "", phrase("Graph", "Mend the problems of the model first.")};
    if (stage == GraphStage::Lowered) return graph;
    graph = DS_TRY(differentiate(graph, "loss"));
    if (stage == GraphStage::Differentiated) return graph;
    graph = mergeCommonSubexpressions(removeDeadCode(graph));
    return stage == GraphStage::Simplified ? graph : fuse(graph);
}

/// Ops as boxes, laid out like layers.
void draw(const Graph& graph, const Document& document, GraphPicture& picture)
{
    const auto category = [&](const std::string& origin) {
        const LayerNode* layer = document.model.find(origin.substr(0, origin.find('/')));
        return layer ? QString::fromStdString(categoryOf(layer->type)) : QString(QStringLiteral("loss"));
    };
    Model places;
    const auto idOf = [](NodeId node) { return "n" + std::to_string(node); };
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const Node& node = graph.nodes[i];
        NodeView view;
        view.id = QString::fromStdString(idOf(static_cast<NodeId>(i)));
        view.title = words::text(node.op->name);
        view.subtitle = QString::fromStdString(node.origin);
        view.category = category(node.origin);
        view.fixed = true;
        if (!node.outputs.empty()) view.shape = QString::fromStdString(graph.type(node.outputs.front()).text());
        for (const ValueId input : node.inputs)
            view.inputs << (input == noId ? QString() : QString::fromStdString(graph.value(input).name));
        for (std::size_t o = 0; o < node.outputs.size(); ++o) view.outputs << QString::number(o);
        places.layers.push_back({.name = idOf(static_cast<NodeId>(i)), .type = {}});
        for (std::size_t port = 0; port < node.inputs.size(); ++port) {
            const NodeId from = node.inputs[port] == noId ? noId : graph.value(node.inputs[port]).producer;
            if (from == noId) continue; // parameters and feeds are named at the port
            const auto& outputs = graph.nodes[static_cast<std::size_t>(from)].outputs;
            const auto out = static_cast<int>(std::find(outputs.begin(), outputs.end(), node.inputs[port]) - outputs.begin());
            const Wire wire{{idOf(from), out}, {idOf(static_cast<NodeId>(i)), static_cast<int>(port)}};
            places.wires.push_back(wire);
            picture.wires.append(
                WireView{portRef(wire.from), portRef(wire.to), QString::fromStdString(graph.type(node.inputs[port]).text())});
        }
        picture.nodes.append(std::move(view));
    }
    const std::map<std::string, QPointF> laidOut = layeredLayout(places, Flow::Down);
    for (NodeView& view : picture.nodes) view.position = laidOut.at(view.id.toStdString());
}

} // namespace

GraphPicture graphPicture(const CheckResult& check, GraphStage stage)
{
    GraphPicture picture;
    const Result<Graph> graph = graphAt(check, stage);
    if (!graph) {
        picture.text = words::said(graph.error());
        return picture;
    }
    picture.text = QString::fromStdString(printGraph(*graph));
    draw(*graph, check.check.document, picture);
    return picture;
}

GraphView::GraphView(QWidget* parent)
    : QWidget(parent), m_stage(new QComboBox(this)), m_tabs(new QTabWidget(this)), m_canvas(new Canvas(this)),
      m_text(new QPlainTextEdit(this))
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 0, 12, 0);
    auto* label = new QLabel(tr("Graph after"), this);
    label->setProperty("secondary", true);
    label->setBuddy(m_stage);
    m_stage->addItems({tr("lowering"), tr("differentiation"), tr("dead code and duplicates"), tr("fusion")});
    m_stage->setAccessibleName(tr("Pass"));
    top->addWidget(label);
    top->addWidget(m_stage, 1);
    column->addLayout(top);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(m_canvas, tr("Picture"));
    m_tabs->addTab(m_text, tr("Text"));
    column->addWidget(m_tabs);
    m_canvas->setAccessibleName(tr("Graph"));
    m_canvas->setEmptyText(tr("There is no graph yet. Mend the problems of the model first."));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Graph as text"));
    const auto font = [this] { m_text->setFont(Theme::instance().mono()); };
    font();
    connect(&Theme::instance(), &Theme::changed, m_text, font);
    setMinimumWidth(260);
    connect(m_stage, &QComboBox::currentIndexChanged, this, &GraphView::start);
}

void GraphView::show(std::shared_ptr<const CheckResult> check)
{
    if (check == m_check) return;
    m_check = std::move(check);
    m_stale = true;
    if (isVisible()) start();
}

void GraphView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale) start();
}

void GraphView::start()
{
    if (!m_check) return;
    m_stale = false;
    const int request = ++m_request; // an older answer is dropped
    const auto stage = static_cast<GraphStage>(m_stage->currentIndex());
    QThreadPool::globalInstance()->start(
        [view = QPointer<GraphView>(this), app = QCoreApplication::instance(), check = m_check, stage, request] {
            const auto picture = std::make_shared<GraphPicture>(graphPicture(*check, stage));
            QMetaObject::invokeMethod(
                app,
                [view, picture, request] {
                    if (!view || request != view->m_request) return;
                    const bool first = view->m_canvas->store().nodes().empty();
                    view->m_text->setPlainText(picture->text);
                    view->m_canvas->setContents(picture->nodes, picture->wires);
                    if (first) view->m_canvas->zoomToStart();
                    emit view->shown();
                },
                Qt::QueuedConnection);
        });
}

} // namespace ds::ui
