// SPDX-License-Identifier: Apache-2.0
#include "core/document/document.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace ds {

namespace {
constexpr std::size_t largestFile = std::size_t{64} << 20;
}

const LayerNode* Model::find(std::string_view name) const
{
    const auto at = std::find_if(layers.begin(), layers.end(), [&](const LayerNode& node) { return node.name == name; });
    return at == layers.end() ? nullptr : &*at;
}

Result<ReadDocument> readDocument(const std::string& path)
{
    std::error_code problem;
    if (std::filesystem::is_directory(path, problem)) return Error{phrase("Documents", "is a folder, not a project file"), path, ""};
    std::ifstream file(path, std::ios::binary);
    if (!file) return Error{phrase("Documents", "cannot be opened: %1").with({std::strerror(errno)}), path, ""};
    if (std::filesystem::file_size(path, problem) > largestFile)
        return Error{phrase("Documents", "is larger than 64 MiB, which no project file is"), path, ""};
    std::ostringstream text;
    text << file.rdbuf();
    const Json json = DS_TRY(parseJson(text.str(), path));
    ReadDocument read = documentFromJson(json);
    for (Error& error : read.errors) error = error.in(path);
    read.document.folder = std::filesystem::absolute(path, problem).parent_path().string();
    return read;
}

Result<Document> loadDocument(const std::string& path, Errors* all)
{
    ReadDocument read = DS_TRY(readDocument(path));
    if (all) *all = read.errors;
    if (!read.errors.empty()) return read.errors.front();
    return std::move(read.document);
}

Status saveDocument(const Document& document, const std::string& path)
{
    const std::string beside = path + ".new";
    const auto failed = [&]() -> Status {
        const Error error{phrase("Documents", "cannot be written: %1").with({std::strerror(errno)}), path, ""};
        std::remove(beside.c_str());
        return error;
    };
    {
        std::ofstream file(beside, std::ios::binary);
        if (!file) return failed();
        file << writeJson(documentToJson(document));
        if (!file.flush()) return failed();
    }
    if (std::rename(beside.c_str(), path.c_str()) != 0) return failed();
    return {};
}

namespace {

/// "1e-3" → number, "true" → bool, "[1, 2]" → list, anything else is text.
AttrValue valueFromText(const std::string& text)
{
    if (const Result<Json> json = parseJson(text, ""))
        if (Result<AttrValue> value = attrFromJson(*json)) return std::move(*value);
    return text;
}

} // namespace

Status setByPath(Document& document, std::string_view path, const std::string& value)
{
    const std::string place(path);
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos)
        return Error{phrase("Documents", "there is no setting of this name"), place,
                     phrase("Documents", "Settings are written as section.name, for instance training.epochs.")};
    const std::string_view head = path.substr(0, dot), rest = path.substr(dot + 1);
    const std::pair<std::string_view, Section*> sections[] = {{"train", &document.train},         {"validation", &document.validation},
                                                              {"test", &document.test},           {"loss", &document.loss},
                                                              {"optimizer", &document.optimizer}, {"schedule", &document.schedule}};
    for (const auto& [name, section] : sections) {
        if (head != name) continue;
        if (rest == "type") section->type = value;
        else section->attrs.set(rest, valueFromText(value));
        return {};
    }
    if (head == "transforms") {
        const std::size_t point = rest.find('.');
        const std::size_t number = static_cast<std::size_t>(std::atoi(std::string(rest.substr(0, point)).c_str()));
        if (point == std::string_view::npos || number < 1 || number > document.transforms.size())
            return Error{phrase("Documents", "there is no transform of this number; there are %1")
                             .with({std::to_string(document.transforms.size())}),
                         place, phrase("Documents", "Write transforms.NUMBER.ATTRIBUTE, counted from 1.")};
        document.transforms[number - 1].attrs.set(rest.substr(point + 1), valueFromText(value));
        return {};
    }
    if (head == "training") {
        document.training.set(rest, valueFromText(value));
        return {};
    }
    if (head == "model") {
        const std::size_t last = rest.rfind('.');
        const std::string_view layer = rest.substr(0, last);
        for (LayerNode& node : document.model.layers) {
            if (last == std::string_view::npos || node.name != layer) continue;
            node.attrs.set(rest.substr(last + 1), valueFromText(value));
            return {};
        }
        return Error{phrase("Documents", "there is no layer \"%1\"").with({std::string(layer)}), place,
                     phrase("Documents", "Write model.LAYER.ATTRIBUTE.")};
    }
    return Error{phrase("Documents", "there is no section \"%1\"").with({std::string(head)}), place,
                 phrase("Documents", "Sections are train, validation, test, transforms, model, loss, optimizer, schedule and training.")};
}

} // namespace ds
