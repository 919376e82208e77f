// SPDX-License-Identifier: Apache-2.0
#include "app/worker/weights.h"

#include <cstring>

#include <nlohmann/json.hpp>

namespace ds::worker {

Result<Json> readWeights(Learner& learner, const std::string& name, int64_t most)
{
    const StateStore::Entry* entry = learner.states().find(name);
    if (!entry) {
        std::vector<std::string_view> names;
        for (const StateStore::Entry& known : learner.states().entries()) names.emplace_back(known.name);
        const std::string near = nearest(name, names);
        return Error{phrase("Runs", "there is no tensor \"%1\"").with({name}), "", didYouMean(near)};
    }
    if (entry->type.count() > most)
        return Error{
            phrase("Runs", "has %1 elements; at most %2 are sent").with({std::to_string(entry->type.count()), std::to_string(most)}), name,
            ""};
    const Tensor tensor = learner.states().read(*entry).to(DType::F32).contiguous();
    std::vector<uint8_t> bytes(tensor.bytes());
    if (!bytes.empty()) std::memcpy(bytes.data(), tensor.raw(), bytes.size());
    return Json{{"name", name}, {"dtype", "f32"}, {"shape", tensor.shape().vector()}, {"values", Json::binary(std::move(bytes))}};
}

} // namespace ds::worker
