// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/train/session.h"

namespace ds::cli {

/// Shows the events of a run to a person: a progress bar on a terminal, a line for each validation elsewhere.
class TrainingView {
public:
    TrainingView(bool json, std::string title);
    void show(const TrainEvent& event);
    void summary(const Json& summary);
    /// Whoever prints next begins on a fresh line.
    void leave() { clearBar(); }

private:
    void bar(const Json& progress);
    void clearBar();

    bool m_json, m_terminal;
    std::string m_title;
    bool m_barShown = false;
};

} // namespace ds::cli
