// SPDX-License-Identifier: Apache-2.0
// A drill for people: a project in which something may be wrong, for who wants to learn to find it.
#pragma once

#include "inspector/drills/drill.h"

namespace ds::inspector {

/// The projects whose data are on this machine.
std::vector<const DrillProject*> lessonProjects();

class Lesson {
public:
    /// The parts of a project, in the order in which one looks at them.
    enum class Part { Data, Model, Loss, Training };

    /// One of the faults that go with the project, by chance; in one of eight nothing is wrong.
    Lesson(const DrillProject& project, uint64_t seed);
    /// The one that is asked for, which has to go with the project; null: none.
    Lesson(const DrillProject& project, uint64_t seed, const FaultSpec* fault);

    /// What the learner gets. Nothing in it tells of the fault but the fault.
    const Document& document() const { return m_exercise.document; }
    /// The same project as it is when it is well.
    Document twin() const;
    /// Null: nothing is wrong.
    const FaultSpec* fault() const { return m_trial.fault; }
    /// That has to find the fault; null where there is none.
    const RuleSpec* rule() const;
    /// The layer or field to blame; empty: no single one.
    const std::string& place() const { return m_exercise.planted.place; }
    /// In which the fault lies; empty where there is none.
    std::vector<Part> parts() const;

private:
    Trial m_trial;
    Exercise m_exercise;
};

} // namespace ds::inspector
