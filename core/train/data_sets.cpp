// SPDX-License-Identifier: Apache-2.0
#include "core/train/data_sets.h"

#include <nlohmann/json.hpp>

#include "core/data/source.h"
#include "core/data/split.h"
#include "core/data/transformed_dataset.h"

namespace ds {

namespace {

Result<std::shared_ptr<const Dataset>> open(const Section& section, const std::string& folder, const Json* fitted, const char* where)
{
    Opened opened = openSource(section.type, section.attrs, folder, fitted);
    if (!opened) return opened.error().in(std::string("data.") + where);
    if ((*opened)->size() == 0) return Error{phrase("Training", "there are no samples"), std::string("data.") + where, ""};
    return std::shared_ptr<const Dataset>(std::move(*opened));
}

Status sameFields(const Dataset& a, const Dataset& b, const char* where)
{
    for (const Field& field : a.fields()) {
        bool found = false;
        for (const Field& other : b.fields()) {
            if (other.name != field.name) continue;
            found = true;
            if (other.type != field.type)
                return Error{phrase("Training", "the field \"%1\" is %2 here but %3 in training")
                                 .with({field.name, other.type.text(), field.type.text()}),
                             std::string("data.") + where, ""};
        }
        if (!found)
            return Error{phrase("Training", "the field \"%1\" of the training data is missing").with({field.name}),
                         std::string("data.") + where, ""};
    }
    return {};
}

} // namespace

std::size_t DataSets::residentBytes() const
{
    std::size_t sum = train->residentBytes() + (test ? test->residentBytes() : 0);
    return sum + (validation ? validation->residentBytes() : 0);
}

namespace {

Result<DataSets> openSources(const Document& document, uint64_t seed)
{
    DataSets sets;
    sets.train = DS_TRY(open(document.train, document.folder, nullptr, "train"));
    // Split before anything is fitted for the others: what is split off has no say in it.
    const double share = document.training.number("validation_share");
    if (document.validation.type.empty() && share > 0) {
        const Split split = DS_TRY(splitOff(sets.train, share, seed));
        sets.train = split.kept;
        sets.validation = split.splitOff;
    }
    const Json fitted = sets.train->fitted();
    if (!document.validation.type.empty()) {
        sets.validation = DS_TRY(open(document.validation, document.folder, &fitted, "validation"));
        DS_TRY(sameFields(*sets.train, *sets.validation, "validation"));
    }
    if (!document.test.type.empty()) {
        sets.test = DS_TRY(open(document.test, document.folder, &fitted, "test"));
        DS_TRY(sameFields(*sets.train, *sets.test, "test"));
    }
    return sets;
}

} // namespace

std::vector<TransformStep> transformSteps(const Document& document)
{
    std::vector<TransformStep> steps;
    for (const Section& section : document.transforms) steps.push_back({section.type, section.attrs});
    return steps;
}

Result<DataSets> withTransforms(const DataSets& opened, const Document& document, uint64_t seed, Errors* problems)
{
    const std::vector<TransformStep> steps = transformSteps(document);
    Errors errors; // those of the training data; the others have the same
    const auto apply = [&](const std::shared_ptr<const Dataset>& set, bool training, const Json* fitted) -> std::shared_ptr<const Dataset> {
        if (!set) return set;
        const auto* now = dynamic_cast<const TransformedDataset*>(set.get());
        if (now ? !steps.empty() && now->steps() == steps && now->seed() == seed : steps.empty()) return set;
        Transformed made = transformed(withoutTransforms(set), steps, seed, training, fitted);
        if (errors.empty()) errors = std::move(made.errors);
        return made.dataset;
    };
    DataSets sets;
    sets.train = apply(opened.train, true, nullptr);
    const Json fitted = steps.empty() ? Json() : sets.train->fitted();
    sets.validation = apply(opened.validation, false, &fitted);
    sets.test = apply(opened.test, false, &fitted);
    for (Error& error : errors) {
        error.where = "data.transforms." + error.where;
        if (!problems) return error;
        problems->push_back(error);
    }
    return sets;
}

Result<DataSets> openData(const Document& document, uint64_t seed, Errors* problems)
{
    const DataSets sources = DS_TRY(openSources(document, seed));
    return withTransforms(sources, document, seed, problems);
}

std::vector<std::pair<std::string, TensorType>> batchTypes(const Dataset& dataset, int64_t batchSize)
{
    std::vector<std::pair<std::string, TensorType>> types;
    for (const Field& field : dataset.fields()) {
        TensorType type = field.type;
        type.shape.insert(0, batchSize);
        types.emplace_back(field.name, type);
    }
    return types;
}

} // namespace ds
