// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/auto_layout.h"

#include <QProcess>
#include <QTimer>

#include <cmath>
#include <unordered_map>

#include "app/workbench/layout/layered_layout.h"

namespace ds::ui {

namespace {

constexpr int patience = 20000; // ms; then the simple layout does
constexpr double inch = 72;     // pixels

void drop(QProcess* process)
{
    if (!process) return;
    process->disconnect();
    process->kill();
    process->deleteLater();
}

QByteArray dotText(const Model& model, Flow flow)
{
    std::unordered_map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < model.layers.size(); ++i) index.emplace(model.layers[i].name, i);
    QByteArray text = "digraph {\n  rankdir=" + QByteArray(flow == Flow::Down ? "TB" : "LR") +
                      "; nodesep=0.63; ranksep=0.67; splines=false;\n  node [shape=box fixedsize=true width=2.5834 height=0.8889];\n";
    for (std::size_t i = 0; i < model.layers.size(); ++i) text += "  n" + QByteArray::number(i) + ";\n";
    for (const Wire& wire : model.wires) {
        const auto from = index.find(wire.from.layer), to = index.find(wire.to.layer);
        if (from != index.end() && to != index.end())
            text += "  n" + QByteArray::number(from->second) + " -> n" + QByteArray::number(to->second) + ";\n";
    }
    return text + "}\n";
}

/// Lines "node n3 X Y WIDTH HEIGHT ..." in inches, upwards.
std::map<std::string, QPointF> placesFrom(const QByteArray& plain, const Model& model)
{
    std::map<std::string, QPointF> places;
    for (const QByteArray& line : plain.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() < 6 || words[0] != "node") continue;
        const std::size_t i = words[1].mid(1).toULongLong();
        if (i >= model.layers.size()) continue;
        const double x = words[2].toDouble() * inch - 93, y = -words[3].toDouble() * inch - 32;
        places[model.layers[i].name] = {std::round(x / 8) * 8, std::round(y / 8) * 8};
    }
    return places;
}

} // namespace

AutoLayout::AutoLayout(QObject* parent) : QObject(parent), m_process(nullptr, drop) {}
AutoLayout::~AutoLayout() = default;

void AutoLayout::start(const Model& model, Flow flow)
{
    m_model = model;
    m_flow = flow;
    m_process.reset(new QProcess);
    QProcess* process = m_process.get();
    connect(process, &QProcess::finished, this,
            [this](int code, QProcess::ExitStatus status) { done(code == 0 && status == QProcess::NormalExit); });
    connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) done(false);
    });
    QTimer::singleShot(patience, process, [this] { done(false); });
    process->start(m_program, {QStringLiteral("-Tplain")});
    process->write(dotText(model, flow));
    process->closeWriteChannel();
}

void AutoLayout::done(bool good)
{
    if (!m_process) return;
    std::map<std::string, QPointF> places;
    if (good) places = placesFrom(m_process->readAllStandardOutput(), m_model);
    m_process.reset();
    if (places.size() != m_model.layers.size()) places = layeredLayout(m_model, m_flow);
    emit finished(places);
}

} // namespace ds::ui
