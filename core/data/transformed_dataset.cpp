// SPDX-License-Identifier: Apache-2.0
#include "core/data/transformed_dataset.h"

#include <nlohmann/json.hpp>

namespace ds {

namespace {

/// What is known of input fields before the transforms, beside their types.
Json inputsJson(const std::vector<Field>& fields)
{
    Json json = Json::object();
    for (const Field& field : fields)
        if (!field.target) json[field.name] = field.black;
    return json;
}

} // namespace

TransformedDataset::TransformedDataset(std::shared_ptr<const Dataset> plain, TransformChain chain, std::vector<TransformStep> steps,
                                       uint64_t seed)
    : m_plain(std::move(plain)), m_chain(std::move(chain)), m_steps(std::move(steps)), m_seed(seed)
{
    // Reading uses memory of the thread, which holds one chain at a time.
    assert(!dynamic_cast<const TransformedDataset*>(m_plain.get()));
}

Json TransformedDataset::fitted() const
{
    Json json = m_plain->fitted();
    if (json.is_null()) json = Json::object();
    json["transforms"] = {{"black", inputsJson(m_plain->fields())}, {"learnt", m_chain.learnt()}};
    return json;
}

std::shared_ptr<const Dataset> withoutTransforms(const std::shared_ptr<const Dataset>& dataset)
{
    const auto* wrapper = dynamic_cast<const TransformedDataset*>(dataset.get());
    return wrapper ? wrapper->plain() : dataset;
}

namespace {

Json learntOf(const Json* fitted)
{
    if (!fitted || !fitted->is_object() || !fitted->contains("transforms")) return nullptr;
    const Json& own = (*fitted)["transforms"];
    return own.is_object() ? own.value("learnt", Json()) : Json();
}

} // namespace

Transformed transformed(const std::shared_ptr<const Dataset>& plain, const std::vector<TransformStep>& steps, uint64_t seed, bool training,
                        const Json* fitted)
{
    if (steps.empty()) return {plain, {}};
    const Json learnt = learntOf(fitted);
    Transformed result;
    TransformChain chain =
        TransformChain::make({steps, plain->fields(), seed, training, training ? plain.get() : nullptr, &learnt}, result.errors);
    if (chain.empty()) result.dataset = plain;
    else
        result.dataset = std::make_shared<TransformedDataset>(plain, std::move(chain),
                                                              result.errors.empty() ? steps : std::vector<TransformStep>(), seed);
    return result;
}

Result<std::vector<Tensor>> transformInputs(const std::vector<TransformStep>& steps, const std::vector<std::string>& names,
                                            std::vector<Tensor> values, const Json& fitted)
{
    if (steps.empty()) return values;
    const Json own = fitted.is_object() ? fitted.value("transforms", Json()) : Json();
    const Json black = own.is_object() ? own.value("black", Json()) : Json();
    std::vector<Field> fields;
    for (std::size_t i = 0; i < std::min(names.size(), values.size()); ++i) {
        Field field;
        field.name = names[i];
        field.type = values[i].type();
        if (black.is_object() && black.contains(names[i]) && black[names[i]].is_array())
            for (const Json& value : black[names[i]]) field.black.push_back(value.is_number() ? value.get<double>() : 0);
        fields.push_back(std::move(field));
    }
    const Json learnt = learntOf(&fitted);
    Errors errors;
    const TransformChain chain = TransformChain::make({steps, fields, 0, false, nullptr, &learnt}, errors);
    if (!errors.empty()) return errors.front().in("data.transforms");
    for (std::size_t i = 0; i < fields.size(); ++i) values[i] = DS_TRY(chain.apply(names[i], values[i]));
    return values;
}

} // namespace ds
