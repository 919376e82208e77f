// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/laboratory.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/train/data_sets.h"
#include "core/train/run_folder.h"

namespace ds::inspector {

#define DS_QUESTION(name) extern const QuestionSpec question_##name;
#include "questions.inc"
#undef DS_QUESTION

const std::vector<const QuestionSpec*>& allQuestions()
{
    static const std::vector<const QuestionSpec*> list = {
#define DS_QUESTION(name) &question_##name,
#include "questions.inc"
#undef DS_QUESTION
    };
    return list;
}

Result<Json> Laboratory::answer(const Json& question, const Progress& progress)
{
    const std::string name = question.is_object() ? question.value("ask", std::string()) : std::string();
    const auto& all = allQuestions();
    const auto at = std::find_if(all.begin(), all.end(), [&](const QuestionSpec* spec) { return spec->name == name; });
    if (at == all.end()) return Error{phrase("Inspector", "there is no question \"%1\"").with({name}), "", ""};
    try {
        return (*at)->answer(*this, question, progress);
    } catch (const Json::exception& problem) {
        return Error{phrase("Inspector", "the question \"%1\" lacks something: %2").with({name, std::string(problem.what())}), "", ""};
    }
}

Status Laboratory::needsRun() const
{
    if (!m_project) return {};
    return Error{phrase("Inspector", "this can only be asked of a run"), m_project->name, phrase("Inspector", "Train the project first.")};
}

Result<RunParts> Laboratory::training()
{
    if (m_project) return prepareRun(*m_project, m_device, {}, false);
    Rewound start = DS_TRY(rewind(runFolder(m_runsFolder, m_run), 1, m_device));
    return std::move(start.parts);
}

Result<StepAgain*> Laboratory::step(int64_t step, const Progress& progress)
{
    DS_TRY(needsRun());
    if (!m_step || m_step->seen().step != step) {
        m_step.reset(); // before another one takes its memory
        m_step = DS_TRY(StepAgain::make(m_runsFolder, m_run, step, m_device, progress));
    }
    return m_step.get();
}

Result<LoadedModel*> Laboratory::model()
{
    namespace fs = std::filesystem;
    DS_TRY(needsRun());
    fs::file_time_type newest;
    for (const char* name : {"best.ckpt", "last.ckpt"}) {
        std::error_code problem;
        const fs::file_time_type time = fs::last_write_time(fs::path(runFolder(m_runsFolder, m_run)) / name, problem);
        if (!problem) newest = std::max(newest, time);
    }
    if (!m_model || newest != m_modelTime) {
        m_model = std::make_unique<LoadedModel>(DS_TRY(loadModel(m_runsFolder, m_run, m_device)));
        m_modelTime = newest;
    }
    return m_model.get();
}

Result<const DataSets*> Laboratory::data()
{
    const LoadedModel* model = DS_TRY(this->model());
    if (!m_data) m_data = std::make_unique<DataSets>(DS_TRY(openData(model->learner->document(), model->seed)));
    return m_data.get();
}

Result<std::shared_ptr<const Dataset>> Laboratory::unseen(std::string* name)
{
    const DataSets* data = DS_TRY(this->data());
    if (name) *name = data->validation ? "validation" : data->test ? "test" : "train";
    return data->validation ? data->validation : data->test ? data->test : data->train;
}

} // namespace ds::inspector
