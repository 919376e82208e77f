// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/layout/layer_box.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

#include "app/workbench/words/words.h"
#include "core/layers/layer.h"

namespace ds::ui {

namespace {

struct LayerBox {
    Q_DECLARE_TR_FUNCTIONS(LayerBox)
};

/// "3" stands for "3 × 3" where another attribute shows that there are two dimensions.
QString listText(const AttrSpec& spec, const AttrValue& value, const std::vector<AttrSpec>& all)
{
    const auto* numbers = std::get_if<Ints>(&value);
    const auto* single = std::get_if<int64_t>(&value);
    if (spec.type != AttrType::Ints || (!single && !(numbers && numbers->size() == 1))) return words::value(value);
    std::size_t dimensions = 1;
    for (const AttrSpec& other : all)
        if (const auto* fallback = std::get_if<Ints>(&other.fallback); fallback && !other.required && other.type == AttrType::Ints)
            dimensions = std::max(dimensions, fallback->size());
    return words::value(Ints(dimensions, single ? *single : numbers->front()));
}

} // namespace

QString subtitleOf(const LayerNode& layer)
{
    QStringList parts{QString::fromStdString(layer.type)};
    if (layer.type == "Composite") {
        const auto inner = layer.model ? std::count_if(layer.model->layers.begin(), layer.model->layers.end(),
                                                       [](const LayerNode& l) { return l.type != "Input" && l.type != "Output"; })
                                       : 0;
        parts << LayerBox::tr("%n layer(s)", nullptr, static_cast<int>(inner));
    }
    const LayerSpec* spec = findLayer(layer.type);
    if (!spec) {
        for (const auto& [name, value] : layer.attrs) parts << words::value(value);
        return parts.join(QStringLiteral(" · "));
    }
    for (const AttrSpec& attribute : spec->attributes) {
        const AttrValue* value = layer.attrs.find(attribute.name);
        if (!value || (!attribute.required && *value == attribute.fallback)) continue;
        const QString name = words::label(attribute.name).toLower();
        if (const auto* flag = std::get_if<bool>(value)) parts << (*flag ? name : LayerBox::tr("no %1").arg(name));
        else parts << listText(attribute, *value, spec->attributes);
    }
    return parts.join(QStringLiteral(" · "));
}

std::string categoryOf(const std::string& type)
{
    if (type == "Input" || type == "Output") return "data";
    if (type == "Composite") return "composite";
    const LayerSpec* spec = findLayer(type);
    return spec ? std::string(spec->category) : std::string();
}

} // namespace ds::ui
