// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/sample_reading.h"

#include <nlohmann/json.hpp>

namespace ds::inspector {

Result<Feeds> readSample(const Dataset& data, int64_t index)
{
    if (index < 0 || index >= data.size())
        return Error{phrase("Inspector", "there are %1 samples").with({std::to_string(data.size())}), "sample " + std::to_string(index),
                     ""};
    Feeds feeds;
    std::vector<void*> out;
    for (const Field& field : data.fields()) {
        TensorType type = field.type;
        type.shape.insert(0, 1);
        feeds.push_back({field.name, Tensor(type)});
        out.push_back(feeds.back().value.raw());
    }
    data.read(index, out);
    return feeds;
}

Json targetJson(const Field& field, const Tensor& value)
{
    if (value.count() != 1) return nullptr;
    const double number = value.at(0);
    const auto place = static_cast<std::size_t>(number);
    return isInteger(value.dtype()) && place < field.classes.size() ? Json(field.classes[place]) : Json(number);
}

Json wordsJson(const Field& field, const Tensor& value)
{
    Json words = Json::array();
    if (field.classes.empty() || !isInteger(value.dtype())) return words;
    for (int64_t i = 0; i < value.count(); ++i) {
        const auto word = static_cast<std::size_t>(value.at(i));
        words.push_back(word < field.classes.size() ? field.classes[word] : std::to_string(word));
    }
    return words;
}

} // namespace ds::inspector
