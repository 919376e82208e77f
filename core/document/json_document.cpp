// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include <algorithm>

#include "core/document/document.h"

namespace ds {

namespace {

constexpr const char* formatName = "deepseek-workbench";
constexpr int deepest = 16; // composites in composites

/// Reads and takes notes of all that is wrong.
class Reader {
public:
    explicit Reader(Errors& errors) : m_errors(errors) {}

    Document document(const Json& json)
    {
        Document d;
        if (!json.is_object()) return fail(phrase("Documents", "expects an object in braces"), ""), d;
        if (json.value("format", Json()) != formatName)
            return fail(phrase("Documents", "this is not a project file: \"format\" must be \"deepseek-workbench\""), ""), d;
        const Json version = json.value("version", Json());
        if (!version.is_number_integer() || version.get<int64_t>() < 1)
            return fail(phrase("Documents", "\"version\" must be a whole number"), ""), d;
        if (version.get<int64_t>() > documentVersion)
            return fail(phrase("Documents", "the file has version %1, this program knows up to %2")
                            .with({version.dump(), std::to_string(documentVersion)}),
                        "", phrase("Documents", "Use a newer DeepSeek Workbench.")),
                   d;
        known(json, {"format", "version", "name", "data", "model", "loss", "optimizer", "schedule", "training"}, "");
        d.name = text(json, "name", "", false);
        if (const Json* data = object(json, "data", "", true)) {
            known(*data, {"train", "validation", "test", "transforms"}, "data");
            d.train = section(*data, "train", "data", true);
            d.validation = section(*data, "validation", "data", false);
            d.test = section(*data, "test", "data", false);
            if (data->contains("transforms"))
                if (const Json* transforms = list(*data, "transforms", "data"))
                    for (const Json& item : *transforms)
                        d.transforms.push_back(transform(item, "data.transforms." + std::to_string(d.transforms.size() + 1)));
        }
        if (const Json* model_ = object(json, "model", "", true)) d.model = model(*model_, "model", 0);
        d.loss = section(json, "loss", "", true);
        d.optimizer = section(json, "optimizer", "", true);
        d.schedule = section(json, "schedule", "", false);
        if (const Json* training = object(json, "training", "", false)) d.training = attributes(*training, "training");
        return d;
    }

private:
    void fail(Phrase what, const std::string& where, Phrase hint = {}) { m_errors.push_back({std::move(what), where, std::move(hint)}); }

    static std::string join(const std::string& where, const std::string& key) { return where.empty() ? key : where + "." + key; }

    void known(const Json& json, const std::vector<std::string_view>& keys, const std::string& where)
    {
        for (const auto& item : json.items()) {
            if (std::find(keys.begin(), keys.end(), item.key()) != keys.end()) continue;
            const std::string near = nearest(item.key(), keys);
            fail(phrase("Documents", "there is no field of this name"), join(where, item.key()), didYouMean(near));
        }
    }

    const Json* object(const Json& json, const char* key, const std::string& where, bool required)
    {
        const auto at = json.find(key);
        if (at == json.end()) {
            if (required) fail(phrase("Documents", "is missing"), join(where, key));
            return nullptr;
        }
        if (at->is_object()) return &*at;
        fail(phrase("Documents", "expects an object in braces, got %1").with({at->type_name()}), join(where, key));
        return nullptr;
    }

    std::string text(const Json& json, const char* key, const std::string& where, bool required)
    {
        const auto at = json.find(key);
        if (at == json.end()) {
            if (required) fail(phrase("Documents", "is missing"), join(where, key));
            return {};
        }
        if (at->is_string()) return at->get<std::string>();
        fail(phrase("Documents", "expects text, got %1").with({at->type_name()}), join(where, key));
        return {};
    }

    bool boolean(const Json& json, const char* key, const std::string& where)
    {
        const auto at = json.find(key);
        if (at == json.end()) return false;
        if (!at->is_boolean()) fail(phrase("Documents", "expects true or false, got %1").with({at->type_name()}), join(where, key));
        return at->is_boolean() && at->get<bool>();
    }

    Attrs attributes(const Json& json, const std::string& where)
    {
        Errors errors;
        Attrs attrs = attrsFromJson(json, errors);
        for (const Error& error : errors)
            m_errors.push_back({error.text, error.where.empty() ? where : join(where, error.where), error.hint});
        return attrs;
    }

    Section section(const Json& json, const char* key, const std::string& where, bool required)
    {
        const Json* found = object(json, key, where, required);
        return found ? sectionOf(*found, join(where, key)) : Section();
    }

    Section sectionOf(const Json& json, const std::string& place)
    {
        Section result;
        result.type = text(json, "type", place, true);
        Json rest = json;
        rest.erase("type");
        result.attrs = attributes(rest, place);
        return result;
    }

    Section transform(const Json& json, const std::string& place)
    {
        if (json.is_object()) return sectionOf(json, place);
        fail(phrase("Documents", "expects an object in braces, got %1").with({json.type_name()}), place);
        return {};
    }

    Model model(const Json& json, const std::string& where, int depth)
    {
        Model m;
        if (depth > deepest)
            return fail(phrase("Documents", "composites are nested deeper than %1").with({std::to_string(deepest)}), where), m;
        known(json, {"layers", "wires", "notes"}, where);
        if (const Json* layers = list(json, "layers", where))
            for (const Json& item : *layers) m.layers.push_back(layer(item, where, depth));
        if (const Json* wires = list(json, "wires", where))
            for (const Json& item : *wires) wire(item, m, where);
        if (json.contains("notes"))
            if (const Json* notes = list(json, "notes", where))
                for (const Json& item : *notes) note(item, m, join(where, "notes"));
        return m;
    }

    const Json* list(const Json& json, const char* key, const std::string& where)
    {
        const auto at = json.find(key);
        if (at != json.end() && at->is_array()) return &*at;
        fail(at == json.end() ? phrase("Documents", "is missing") : phrase("Documents", "expects a list, got %1").with({at->type_name()}),
             join(where, key));
        return nullptr;
    }

    LayerNode layer(const Json& json, const std::string& where, int depth)
    {
        LayerNode node;
        if (!json.is_object())
            return fail(phrase("Documents", "each layer is an object in braces, got %1").with({json.type_name()}), join(where, "layers")),
                   node;
        node.name = text(json, "name", join(where, "layers"), true);
        const std::string place = join(where, node.name.empty() ? "layers" : node.name);
        node.type = text(json, "type", place, true);
        known(json, {"name", "type", "attributes", "frozen", "muted", "model", "position"}, place);
        if (const Json* attrs = object(json, "attributes", place, false)) node.attrs = attributes(*attrs, place);
        node.frozen = boolean(json, "frozen", place);
        node.muted = boolean(json, "muted", place);
        if (const auto position = json.find("position"); position != json.end()) {
            if (position->is_array() && position->size() == 2 && (*position)[0].is_number() && (*position)[1].is_number())
                node.position = {(*position)[0].get<double>(), (*position)[1].get<double>()};
            else fail(phrase("Documents", "expects two numbers, x and y"), join(place, "position"));
        }
        if (node.type == "Composite") {
            if (const Json* inner = object(json, "model", place, true))
                node.model = std::make_shared<Model>(model(*inner, place, depth + 1));
        } else if (json.contains("model")) {
            fail(phrase("Documents", "only a Composite has a model of its own"), join(place, "model"));
        }
        return node;
    }

    void note(const Json& json, Model& m, const std::string& where)
    {
        if (!json.is_object()) return fail(phrase("Documents", "each note is an object in braces, got %1").with({json.type_name()}), where);
        known(json, {"text", "box", "frame"}, where);
        Note note;
        note.text = text(json, "text", where, true);
        note.frame = boolean(json, "frame", where);
        const Json box = json.value("box", Json());
        const bool good =
            box.is_array() && box.size() == 4 && std::all_of(box.begin(), box.end(), [](const Json& n) { return n.is_number(); });
        if (!good) return fail(phrase("Documents", "expects four numbers: x, y, width, height"), join(where, "box"));
        for (const Json& number : box) note.box.push_back(number.get<double>());
        m.notes.push_back(std::move(note));
    }

    void wire(const Json& json, Model& m, const std::string& where)
    {
        if (!json.is_array() || json.size() < 2 || !std::all_of(json.begin(), json.end(), [](const Json& end) { return end.is_string(); }))
            return fail(phrase("Documents", "a wire is a list of two names (or more, for a chain), such as [\"conv1\", \"relu1\"]; got %1")
                            .with({json.dump().substr(0, 60)}),
                        join(where, "wires"));
        for (std::size_t i = 0; i + 1 < json.size(); ++i)
            m.wires.push_back({endpoint(json[i].get<std::string>(), where), endpoint(json[i + 1].get<std::string>(), where)});
    }

    Endpoint endpoint(const std::string& text, const std::string& where)
    {
        const std::size_t colon = text.rfind(':');
        if (colon == std::string::npos) return {text, 0};
        const std::string port = text.substr(colon + 1);
        if (port.empty() || port.size() > 3 || !std::all_of(port.begin(), port.end(), [](unsigned char c) { return std::isdigit(c); }))
            fail(phrase("Documents", "\"%1\" must end with the number of a port, as in \"lstm1:1\"").with({text}), join(where, "wires"));
        else return {text.substr(0, colon), std::stoi(port)};
        return {text.substr(0, colon), 0};
    }

    Errors& m_errors;
};

Json sectionJson(const Section& section)
{
    Json json = Json::object();
    json["type"] = section.type;
    for (const auto& [name, value] : section.attrs) json[name] = attrToJson(value);
    return json;
}

std::string endpointText(const Endpoint& end) { return end.port ? end.layer + ":" + std::to_string(end.port) : end.layer; }

Json modelJson(const Model& model)
{
    Json layers = Json::array();
    for (const LayerNode& node : model.layers) {
        Json json = Json::object();
        json["name"] = node.name;
        json["type"] = node.type;
        if (!node.attrs.empty()) json["attributes"] = attrsToJson(node.attrs);
        if (node.frozen) json["frozen"] = true;
        if (node.muted) json["muted"] = true;
        if (node.model) json["model"] = modelJson(*node.model);
        if (!node.position.empty()) json["position"] = node.position;
        layers.push_back(std::move(json));
    }
    Json wires = Json::array();
    for (const Wire& wire : model.wires) wires.push_back({endpointText(wire.from), endpointText(wire.to)});
    Json json = Json::object();
    json["layers"] = std::move(layers);
    json["wires"] = std::move(wires);
    for (const Note& note : model.notes) {
        Json one = Json::object();
        one["text"] = note.text;
        one["box"] = note.box;
        if (note.frame) one["frame"] = true;
        json["notes"].push_back(std::move(one));
    }
    return json;
}

} // namespace

ReadDocument documentFromJson(const Json& json)
{
    ReadDocument result;
    result.document = Reader(result.errors).document(json);
    return result;
}

Json documentToJson(const Document& document)
{
    Json json = Json::object();
    json["format"] = formatName;
    json["version"] = documentVersion;
    json["name"] = document.name;
    Json& data = json["data"] = Json::object();
    data["train"] = sectionJson(document.train);
    if (!document.validation.type.empty()) data["validation"] = sectionJson(document.validation);
    if (!document.test.type.empty()) data["test"] = sectionJson(document.test);
    for (const Section& transform : document.transforms) data["transforms"].push_back(sectionJson(transform));
    json["model"] = modelJson(document.model);
    json["loss"] = sectionJson(document.loss);
    json["optimizer"] = sectionJson(document.optimizer);
    if (!document.schedule.type.empty()) json["schedule"] = sectionJson(document.schedule);
    json["training"] = attrsToJson(document.training);
    return json;
}

} // namespace ds
