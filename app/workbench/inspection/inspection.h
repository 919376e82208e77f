// SPDX-License-Identifier: GPL-3.0-or-later
// What the page knows of a run: read on another thread, handed over as a finished value.
#pragma once

#include <QString>

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "inspector/engine/layer_figures.h"
#include "inspector/engine/made_again.h"
#include "inspector/engine/records.h"
#include "inspector/engine/rule_settings.h"

namespace ds::ui {

struct Inspection {
    inspector::Trace trace;
    std::vector<inspector::Verdict> verdicts; ///< with `rules`
    inspector::RuleSettings rules;
    std::string trains;                                                          ///< of `document`, see whatTrains()
    Document document;                                                           ///< of the run
    std::array<std::vector<inspector::LayerFigure>, inspector::figures> figures; ///< by inspector::Figure
    std::map<std::string, std::string> computedWith;                             ///< see inspector::computedWith()
    std::optional<inspector::WatchingCost> cost;                                 ///< not known yet while it trains for the first time
    double budget = 0;                                                           ///< of it, as a share of the time of the steps

    const std::vector<inspector::LayerFigure>& of(inspector::Figure figure) const { return figures[static_cast<std::size_t>(figure)]; }
    void makeFigures();
    /// The first verdict about this layer or one of its parameters that no other explains, else the first; null if there is none.
    const inspector::Verdict* verdictOn(const std::string& layer) const;
};
using InspectionPtr = std::shared_ptr<const Inspection>;

/// The same with a step that was made again: all of it is seen then.
InspectionPtr withStep(const InspectionPtr& inspection, const inspector::MadeAgain& again);

/// Keeps what was read of one run. On one thread, not that of the GUI.
class InspectionReader {
public:
    explicit InspectionReader(std::string run) : m_run(run), m_reader(std::move(run)) {}
    /// Where `rules` are not those of the run, its records are judged anew. Null: nothing new. An error if the records are damaged.
    Result<InspectionPtr> read(RunStore& store, const inspector::RuleSettings& rules);

private:
    std::string m_run, m_trains;
    inspector::RuleSettings m_rules; // that were judged with last
    inspector::TraceReader m_reader;
};

/// What decides how a project with all defaults trains, as text: without names and places on the canvas.
std::string whatTrains(Document document);

/// How the figure is called, and how its values read: shares in percent, all else as numbers.
QString figureTitle(inspector::Figure figure);
QString figureText(inspector::Figure figure, double value);
/// Three digits at most: "0.312", "1.5e-6", "3.2e8".
QString shortText(double value);
/// "update" → in the language of the program.
QString quantityTitle(inspector::Quantity quantity);
QString severityWord(inspector::Severity severity);

} // namespace ds::ui
