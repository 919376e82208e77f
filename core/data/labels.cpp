// SPDX-License-Identifier: Apache-2.0
#include "core/data/labels.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/data/fitted.h"

namespace ds {

Result<Strings> classesFor(std::span<const int64_t> labels, const Strings& given, const Json* fitted, const std::string& where)
{
    constexpr int64_t mostUnnamed = 1 << 20;
    Strings classes = given.empty() ? fittedStrings(fitted, "classes") : given;
    const bool named = !classes.empty();
    const int64_t largest = named ? static_cast<int64_t>(classes.size()) - 1 : mostUnnamed - 1;
    const auto bad = std::find_if(labels.begin(), labels.end(), [&](int64_t label) { return label < 0 || label > largest; });
    if (bad != labels.end())
        return Error{phrase("Data", "sample %1 has the label %2, but labels go from 0 to %3")
                         .with({std::to_string(bad - labels.begin()), std::to_string(*bad), std::to_string(largest)}),
                     where, named ? phrase("Data", "Check the labels or the list of classes.") : Phrase()};
    if (!named && !labels.empty())
        for (int64_t i = 0; i <= *std::max_element(labels.begin(), labels.end()); ++i) classes.push_back(std::to_string(i));
    return classes;
}

} // namespace ds
