// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/lesson.h"

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

namespace ds::inspector {

namespace {

const FaultSpec* faultByChance(const DrillProject& project, uint64_t seed)
{
    constexpr int outOf = 8; // one is well
    Rng rng(seed, streamOf("lesson", 6));
    if (rng.below(outOf) == 0) return nullptr;
    std::vector<const FaultSpec*> possible;
    for (const FaultSpec* fault : allFaults())
        if (prepare({&project, seed, fault}).planted.possible) possible.push_back(fault);
    return possible.empty() ? nullptr : oneOf(rng, possible);
}

} // namespace

std::vector<const DrillProject*> lessonProjects()
{
    std::vector<const DrillProject*> projects;
    for (const DrillProject& project : drillProjects()) {
        const Section train = prepare({&project, 1}).document.train;
        if (train.type != "idx" || std::filesystem::exists(train.attrs.string("images"))) projects.push_back(&project);
    }
    return projects;
}

Lesson::Lesson(const DrillProject& project, uint64_t seed) : Lesson(project, seed, faultByChance(project, seed)) {}

Lesson::Lesson(const DrillProject& project, uint64_t seed, const FaultSpec* fault)
    : m_trial{&project, seed, fault}, m_exercise(prepare(m_trial))
{
}

Document Lesson::twin() const
{
    Trial healthy = m_trial;
    healthy.fault = nullptr;
    return prepare(healthy).document;
}

const RuleSpec* Lesson::rule() const { return m_trial.fault ? findRule(m_trial.fault->rule) : nullptr; }

std::vector<Lesson::Part> Lesson::parts() const
{
    const Json here = documentToJson(document()), there = documentToJson(twin());
    const auto differs = [&](std::initializer_list<const char*> keys) {
        return std::any_of(keys.begin(), keys.end(), [&](const char* key) { return here.value(key, Json()) != there.value(key, Json()); });
    };
    std::vector<Part> parts;
    if (differs({"data"})) parts.push_back(Part::Data);
    if (differs({"model"})) parts.push_back(Part::Model);
    if (differs({"loss"})) parts.push_back(Part::Loss);
    if (differs({"optimizer", "schedule", "training"})) parts.push_back(Part::Training);
    return parts;
}

} // namespace ds::inspector
