// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>

#include <map>
#include <memory>
#include <string>

#include "core/document/document.h"
#include "widgets/canvas/values.h"

class QProcess;

namespace ds::ui {

/// Places layers with the program `dot` of Graphviz (not linked: its licence does not go with the GPL), or with layeredLayout()
/// where it is missing or fails. Never blocks; a newer request replaces one that runs.
class AutoLayout : public QObject {
    Q_OBJECT

public:
    explicit AutoLayout(QObject* parent = nullptr);
    ~AutoLayout() override;

    void start(const Model& model, Flow flow);
    bool running() const { return m_process != nullptr; }
    /// For tests: the name of the program, else "dot".
    void setProgram(const QString& program) { m_program = program; }

signals:
    void finished(const std::map<std::string, QPointF>& places);

private:
    void done(bool good);

    QString m_program = QStringLiteral("dot");
    std::unique_ptr<QProcess, void (*)(QProcess*)> m_process;
    Model m_model;
    Flow m_flow = Flow::Down;
};

} // namespace ds::ui
