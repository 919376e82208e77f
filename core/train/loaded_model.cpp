// SPDX-License-Identifier: Apache-2.0
#include "core/train/loaded_model.h"

#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/train/run_folder.h"

namespace ds {

Result<LoadedModel> loadModel(const std::string& runsFolder, const std::string& run, const std::string& device, bool last)
{
    namespace fs = std::filesystem;
    const fs::path folder = runFolder(runsFolder, run);
    if (!fs::exists(folder))
        return Error{phrase("Training", "there is no run \"%1\" in %2").with({run, runsFolder}), "",
                     phrase("Training", "See `deepseek runs list`.")};
    const fs::path best = folder / "best.ckpt";
    const std::string path = (!last && fs::exists(best) ? best : folder / "last.ckpt").string();
    LoadedRun loaded = DS_TRY(loadRun(path));
    // The weights are f32 in any case: a machine that cannot compute as the run did still can predict.
    if (const auto backend = createBackend(device); backend && loaded.document.training.has("precision"))
        if (!backend->canCompute(dtypeFromName(loaded.document.training.string("precision")).value_or(DType::F32)))
            loaded.document.training.set("precision", "f32");
    LoadedModel model;
    model.fitted = loaded.fitted;
    model.seed = loaded.seed;
    model.path = path;
    model.learner = DS_TRY(Learner::create(loaded.document, {device, loaded.seed, 8, true}));
    DS_TRY(adoptTensors(path, *model.learner));
    return model;
}

} // namespace ds
