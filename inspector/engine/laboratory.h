// SPDX-License-Identifier: Apache-2.0
// Answers questions about a run that is not at work, or about a project. One question is one file in questions/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/train/loaded_model.h"
#include "inspector/engine/made_again.h"

namespace ds::inspector {

/// Keeps what was needed for an answer, since the next question is often about the same: a step, the trained model, its data.
/// One thread.
class Laboratory {
public:
    using Progress = std::function<void(int64_t)>;

    /// About a run.
    Laboratory(std::string runsFolder, std::string run, std::string device)
        : m_runsFolder(std::move(runsFolder)), m_run(std::move(run)), m_device(std::move(device))
    {
    }
    /// About a project: only what asks for no run can be asked.
    Laboratory(Document project, std::string device) : m_device(std::move(device)), m_project(std::move(project)) {}

    /// {"ask": NAME, ...}: see the questions for what else belongs there and what comes back. Errors: no such question, a question that
    /// lacks something, and its own.
    Result<Json> answer(const Json& question, const Progress& progress = {});

    // For the questions. Errors: those of the run or project; one that needs a run where there is none.

    /// Of the run or project, before its first step.
    Result<RunParts> training();
    Result<StepAgain*> step(int64_t step, const Progress& progress);
    /// With the weights that did best, as for predictions.
    Result<LoadedModel*> model();
    const std::string& device() const { return m_device; }
    Result<const DataSets*> data();
    /// What the model was not trained on, as far as there is such: validation, else test, else training data; `name` gets which.
    Result<std::shared_ptr<const Dataset>> unseen(std::string* name = nullptr);

private:
    Status needsRun() const;

    std::string m_runsFolder, m_run, m_device;
    std::optional<Document> m_project;
    std::unique_ptr<StepAgain> m_step;
    std::unique_ptr<LoadedModel> m_model;
    std::filesystem::file_time_type m_modelTime; // of its checkpoint: a run that is at work writes newer ones
    std::unique_ptr<DataSets> m_data;
};

struct QuestionSpec {
    std::string_view name; ///< "tensor"
    std::string_view doc;  ///< what is asked with which keys, and what the answer holds
    /// May throw Json::exception where the question lacks something.
    Result<Json> (*answer)(Laboratory& laboratory, const Json& question, const Laboratory::Progress& progress);
};

const std::vector<const QuestionSpec*>& allQuestions();

} // namespace ds::inspector
