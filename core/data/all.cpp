// SPDX-License-Identifier: Apache-2.0
#include "core/data/source.h"

#include <nlohmann/json.hpp>

namespace ds {

#define DS_SOURCE(name) extern const SourceSpec source_##name;
#include "sources.inc"
#undef DS_SOURCE

const std::vector<const SourceSpec*>& allSources()
{
    static const std::vector<const SourceSpec*> list = {
#define DS_SOURCE(name) &source_##name,
#include "sources.inc"
#undef DS_SOURCE
    };
    return list;
}

const SourceSpec* findSource(std::string_view name)
{
    for (const SourceSpec* spec : allSources())
        if (spec->name == name) return spec;
    return nullptr;
}

namespace {

Result<const SourceSpec*> prepared(std::string_view name, Attrs& attrs)
{
    const SourceSpec* spec = findSource(name);
    if (!spec) {
        std::vector<std::string_view> known;
        for (const SourceSpec* candidate : allSources()) known.push_back(candidate->name);
        const std::string near = nearest(name, known);
        return Error{phrase("Data", "there is no data source \"%1\"").with({std::string(name)}), "", didYouMean(near)};
    }
    const Errors errors = validate(spec->attributes, attrs);
    if (!errors.empty()) return errors.front().in("source " + std::string(name));
    return spec;
}

} // namespace

Opened openSource(std::string_view name, Attrs attrs, const std::string& folder, const Json* fitted)
{
    const SourceSpec* spec = DS_TRY(prepared(name, attrs));
    return spec->open({attrs, folder, fitted});
}

Encoded encodeInput(std::string_view name, Attrs attrs, const std::string& input, const Json* fitted, const std::string& folder)
{
    const SourceSpec* spec = DS_TRY(prepared(name, attrs));
    if (!spec->encode)
        return Error{phrase("Data", "the source \"%1\" cannot take single inputs").with({std::string(name)}), "",
                     phrase("Data", "Give an .npy file per input instead.")};
    return spec->encode({input, attrs, folder, fitted});
}

} // namespace ds
