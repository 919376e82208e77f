// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

#include "widgets/canvas/values.h"

class QComboBox;
class QPlainTextEdit;
class QTabWidget;

namespace ds {
class Graph;
}

namespace ds::ui {

class Canvas;
struct CheckResult;

/// A graph as the canvas and a text show it.
struct GraphPicture {
    QString text;
    QList<NodeView> nodes;
    QList<WireView> wires;
};

/// The graph that the engine makes of the document, after each pass, beside the canvas: as a picture and as text. Passes run on a
/// thread of the pool; while it is hidden nothing runs.
class GraphView : public QWidget {
    Q_OBJECT

public:
    explicit GraphView(QWidget* parent = nullptr);
    void show(std::shared_ptr<const CheckResult> check);

signals:
    void shown(); ///< what was asked for is on the screen

protected:
    void showEvent(QShowEvent* event) override;

private:
    void start();

    QComboBox* m_stage;
    QTabWidget* m_tabs;
    Canvas* m_canvas;
    QPlainTextEdit* m_text;
    std::shared_ptr<const CheckResult> m_check;
    int m_request = 0;
    bool m_stale = true;
};

enum class GraphStage { Lowered, Differentiated, Simplified, Fused };
/// The graph of the check after the passes up to and with a stage; the text says why if there is none.
GraphPicture graphPicture(const CheckResult& check, GraphStage stage);

} // namespace ds::ui
