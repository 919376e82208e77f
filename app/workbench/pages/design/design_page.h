// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSet>

#include <memory>
#include <optional>

#include "app/workbench/inspection/verdict_problems.h"
#include "app/workbench/pages/design/drawing.h"
#include "app/workbench/pages/design/editing.h"
#include "app/workbench/shell/page.h"
#include "core/lint/lint.h"

class QHBoxLayout;

namespace ds {
struct StepForecast;
}

namespace ds::ui {

class AddPopup;
class AutoLayout;
class Canvas;
class GraphView;
class HeatBar;
class Inspector;
class DockFrame;
class LayerPalette;
class ProblemsPanel;
struct CheckResult;

/// The node editor: palette, canvas, inspector, problems. What the hand does on the canvas becomes an edit of the document; the
/// canvas is then set to what the document says.
class DesignPage : public Page {
    Q_OBJECT

public:
    explicit DesignPage(PageContext& context);
    ~DesignPage() override;

    void enter() override;
    void leave() override;

    Canvas& canvas() { return *m_canvas; }
    /// Where the person is: inside which composites.
    const editing::ModelPath& path() const { return m_path; }

    /// Where a layer that is added goes, and what it is wired to.
    struct Target {
        QPointF place;               ///< top left corner
        std::optional<Endpoint> end; ///< the layer is wired to it
        bool fromOutput = true;      ///< whether `end` is an output
        std::optional<Wire> onto;    ///< it is put into this wire
    };
    void addLayer(const QString& type, const Target& target);

private:
    // design_page.cpp: building and showing
    void build();
    void forecast();
    void refresh();
    void drawLayers();
    void refreshNotes();
    void refreshProblems();
    std::vector<Problem> verdictsHere();
    void inspectionChanged();
    void refreshCallouts();
    void refreshInspector();
    void refreshCrumbs();
    void projectChanged(bool structural);
    void openComposite(const QString& id);
    void goUp();
    void showHelp(const QString& registry, const QString& name);

    // design_edits.cpp: what the canvas asks for
    void connectCanvas();
    void place(Model& model, const QList<Placement>& places) const;
    void move(const QList<Placement>& places, const QString& name);
    void wire(const QString& name, const Wire& added, const std::optional<Wire>& removed);
    void removeSelected(const QStringList& nodes, const QList<WireView>& wires, const QString& note);
    void askForLayer(const QString& typed, const Target& target, const QPointF& scene);
    void typedOnCanvas(const QString& text, const QPointF& scene);
    void droppedOnCanvas(const QByteArray& data, const QPointF& scene, const WireView* wire);
    void renameLayer(const QString& id, const QString& title);
    void changeNote(const NoteView& note, const QList<Placement>& taken);
    void fix(int problem, int fix);
    void ignore(int problem);
    Target targetFromSelection(const QPointF& fallback) const;
    QPointF freePlace(QPointF place) const;
    std::vector<std::string> fields() const;

    // design_actions.cpp: commands
    void addCommands();
    void contextMenu(const QPoint& global, const QString& node);
    void copy();
    void paste();
    void duplicate();
    void groupSelected();
    void ungroupSelected();
    void toggle(bool LayerNode::*flag, const QString& on, const QString& off);
    void align(Qt::Orientation orientation, bool distribute);
    void addNote(bool frame);
    void arrange();
    void connectSelected();
    void exportAs(const QString& suffix);
    void setHeat(Heat heat);
    void showFigure(inspector::Figure figure);

    /// Names of the selected layers, without the boxes of data and loss.
    editing::Names selectedLayers() const;
    const Model* model() const;
    void select(const editing::Names& names);
    void say(const QString& text) const;

    PageContext& m_context;
    LayerPalette* m_palette;
    Canvas* m_canvas;
    DockFrame* m_frame;
    ProblemsPanel* m_problemsPanel;
    GraphView* m_graph;
    Inspector* m_inspector;
    QWidget* m_crumbs;
    QHBoxLayout* m_crumbRow;
    AddPopup* m_popup;
    AutoLayout* m_layout;

    editing::ModelPath m_path;
    Target m_target; ///< of the popup
    Heat m_heat = Heat::None;
    HeatBar* m_heatBar = nullptr;
    bool m_active = false, m_dirty = true, m_fresh = true;
    QString m_shownPath = QStringLiteral("?");
    std::shared_ptr<const StepForecast> m_forecast;
    std::shared_ptr<const CheckResult> m_check; ///< keeps m_problems alive
    SameTraining m_sameTraining;
    std::vector<Problem> m_verdicts;        ///< of the Inspector
    std::vector<const Problem*> m_problems; ///< of both, without those that are ignored
    int m_hoveredProblem = -1;
    QSet<QString> m_ignored;
    bool m_otherProblems = false; ///< than at the last look, though the check is the same
    DrawingCache m_cache;
};

} // namespace ds::ui
