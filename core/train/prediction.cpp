// SPDX-License-Identifier: Apache-2.0
#include "core/train/prediction.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <nlohmann/json.hpp>

#include "core/data/source.h"
#include "core/data/transformed_dataset.h"
#include "core/train/data_sets.h"

namespace ds {

namespace {

/// Probabilities of class scores.
std::vector<double> softmax(const std::vector<double>& scores)
{
    const double most = *std::max_element(scores.begin(), scores.end());
    std::vector<double> p;
    for (double score : scores) p.push_back(std::exp(score - most));
    const double sum = std::accumulate(p.begin(), p.end(), 0.0);
    for (double& x : p) x /= sum;
    return p;
}

/// Names of the classes, or tokens, of the target field; empty for regression.
std::vector<std::string> classNames(const Document& document, const Json& fitted)
{
    for (const char* key : {"classes", "vocabulary"})
        if (fitted.is_object() && fitted.contains(key) && fitted[key].is_array()) return fitted[key].get<std::vector<std::string>>();
    if (const AttrValue* classes = document.train.attrs.find("classes"))
        if (const auto* names = std::get_if<Strings>(classes)) return *names;
    return {};
}

Json describe(const Tensor& prediction, bool classes, const std::vector<std::string>& names, int top)
{
    std::vector<double> values;
    const Shape& shape = prediction.shape();
    // Scores [1, C, T] of a sequence: those at its end say what comes next.
    const int64_t inner = classes && shape.rank() > 2 ? shape.count(2, shape.rank()) : 1;
    for (int64_t i = inner - 1; i < prediction.count(); i += inner) values.push_back(prediction.at(i));
    if (!classes || values.size() < 2) return {{"values", values}};
    const std::vector<double> p = softmax(values);
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] > p[b]; });
    Json list = Json::array();
    for (std::size_t i = 0; i < std::min<std::size_t>(order.size(), static_cast<std::size_t>(top)); ++i)
        list.push_back({{"class", order[i] < names.size() ? names[order[i]] : std::to_string(order[i])}, {"probability", p[order[i]]}});
    return {{"classes", list}};
}

/// The numbers of nested lists in their order; false if there is anything else.
bool collect(const Json& json, std::vector<double>& values)
{
    if (json.is_number()) {
        values.push_back(json.get<double>());
        return true;
    }
    return json.is_array() && std::all_of(json.begin(), json.end(), [&](const Json& item) { return collect(item, values); });
}

Result<Tensor> tensorFrom(const Json& json, const TensorType& sample, const std::string& field)
{
    std::vector<double> values;
    if (!collect(json, values)) return Error{phrase("Training", "expects a list of numbers"), "field \"" + field + "\"", ""};
    const int64_t count = sample.shape.count();
    if (static_cast<int64_t>(values.size()) != count)
        return Error{phrase("Training", "expects %1 numbers for %2, got %3")
                         .with({std::to_string(count), sample.shape.text(), std::to_string(values.size())}),
                     "field \"" + field + "\"", ""};
    Tensor tensor(sample);
    for (int64_t i = 0; i < count; ++i) tensor.set(i, values[static_cast<std::size_t>(i)]);
    return tensor;
}

/// One tensor for each input of the model.
Result<std::vector<Tensor>> sampleFrom(const Document& document, const std::vector<std::string>& inputs, const SampleForm& form,
                                       const Json& input)
{
    if (input.is_string()) {
        std::vector<Tensor> encoded =
            DS_TRY(encodeInput(document.train.type, document.train.attrs, input.get<std::string>(), &form.fitted, document.folder));
        return transformInputs(transformSteps(document), inputs, std::move(encoded), form.fitted);
    }
    if (!input.is_object() && inputs.size() > 1)
        return Error{phrase("Training", "the model has %1 inputs").with({std::to_string(inputs.size())}), "",
                     phrase("Training", "Give an object with one list for each field.")};
    std::vector<Tensor> tensors;
    for (const std::string& name : inputs) {
        const auto field = std::find_if(form.fields.begin(), form.fields.end(), [&](const Field& f) { return f.name == name; });
        if (field == form.fields.end()) return Error{phrase("Training", "the data have no such field"), "field \"" + name + "\"", ""};
        if (input.is_object() && !input.contains(name)) return Error{phrase("Training", "is missing"), "field \"" + name + "\"", ""};
        tensors.push_back(DS_TRY(tensorFrom(input.is_object() ? input[name] : input, field->type, name)));
    }
    return tensors;
}

} // namespace

std::vector<std::string> inputFields(const Document& document)
{
    std::vector<std::string> fields;
    for (const LayerNode& node : document.model.layers)
        if (node.type == "Input") fields.push_back(node.attrs.string("field"));
    return fields;
}

Result<Json> predictSample(Learner& learner, const SampleForm& form, const Json& input, int top)
{
    const Document& document = learner.document();
    const std::vector<std::string> inputs = inputFields(document);
    const std::vector<Tensor> sample = DS_TRY(sampleFrom(document, inputs, form, input));
    Feeds feeds;
    for (std::size_t i = 0; i < std::min(sample.size(), inputs.size()); ++i) {
        const Tensor dense = sample[i].contiguous();
        Shape batched = dense.shape();
        batched.insert(0, 1);
        feeds.push_back({inputs[i], dense.reshaped(batched)});
    }
    return predictionJson(document, form.fitted, DS_TRY(learner.predict(feeds)), top);
}

Json predictionJson(const Document& document, const Json& fitted, const Tensor& prediction, int top)
{
    const bool classes = document.loss.type == "cross_entropy" || document.loss.type == "focal";
    return describe(prediction, classes, classNames(document, fitted), top);
}

} // namespace ds
