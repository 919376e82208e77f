// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/forms/form_fields.h"

#include "app/workbench/words/words.h"

namespace ds::ui {

namespace {

FormField::Kind kindOf(const AttrSpec& spec)
{
    switch (spec.type) {
    case AttrType::Bool: return FormField::Kind::Bool;
    case AttrType::Int: return FormField::Kind::Int;
    case AttrType::Float: return FormField::Kind::Float;
    case AttrType::String: return spec.allowed().empty() ? FormField::Kind::Text : FormField::Kind::Choice;
    case AttrType::Ints: return FormField::Kind::Ints;
    case AttrType::Floats: return FormField::Kind::Floats;
    case AttrType::Strings: return FormField::Kind::Texts;
    }
    return FormField::Kind::Text;
}

/// As the engine will read it: one number for a list of one, a whole number for a float.
QVariant normalised(AttrType type, const AttrValue& value)
{
    QVariant variant = toVariant(value);
    if ((type == AttrType::Ints || type == AttrType::Floats) && variant.typeId() != QMetaType::QVariantList) return QVariantList{variant};
    if (type == AttrType::Float) return variant.toDouble();
    return variant;
}

} // namespace

QVariant toVariant(const AttrValue& value)
{
    struct Visitor {
        QVariant operator()(bool v) const { return v; }
        QVariant operator()(int64_t v) const { return static_cast<qlonglong>(v); }
        QVariant operator()(double v) const { return v; }
        QVariant operator()(const std::string& v) const { return QString::fromStdString(v); }
        QVariant operator()(const Strings& v) const
        {
            QStringList list;
            for (const std::string& s : v) list << QString::fromStdString(s);
            return list;
        }
        QVariant operator()(const Ints& v) const
        {
            QVariantList list;
            for (const int64_t i : v) list << static_cast<qlonglong>(i);
            return list;
        }
        QVariant operator()(const Floats& v) const
        {
            QVariantList list;
            for (const double d : v) list << d;
            return list;
        }
    };
    return std::visit(Visitor{}, value);
}

std::optional<AttrValue> fromVariant(AttrType type, const QVariant& value)
{
    if (!value.isValid()) return std::nullopt;
    switch (type) {
    case AttrType::Bool: return AttrValue(value.toBool());
    case AttrType::Int: return AttrValue(static_cast<int64_t>(value.toLongLong()));
    case AttrType::Float: return AttrValue(value.toDouble());
    case AttrType::String: return AttrValue(value.toString().toStdString());
    case AttrType::Ints: {
        Ints list;
        for (const QVariant& part : value.toList()) list.push_back(part.toLongLong());
        return AttrValue(list);
    }
    case AttrType::Floats: {
        Floats list;
        for (const QVariant& part : value.toList()) list.push_back(part.toDouble());
        return AttrValue(list);
    }
    case AttrType::Strings: {
        Strings list;
        for (const QString& part : value.toStringList()) list.push_back(part.toStdString());
        return AttrValue(list);
    }
    }
    return std::nullopt;
}

FormField formField(const AttrSpec& spec, const std::vector<const Attrs*>& attrs)
{
    FormField field;
    field.name = words::text(spec.name);
    field.label = words::label(spec.name);
    field.kind = kindOf(spec);
    field.min = spec.min;
    field.max = spec.max;
    field.unit = words::described(spec.unit);
    field.help = words::described(spec.doc);
    for (const std::string_view choice : spec.allowed()) field.choices << words::text(choice);
    if (!spec.required) field.fallback = normalised(spec.type, spec.fallback);
    bool first = true;
    for (const Attrs* each : attrs) {
        const AttrValue* set = each->find(spec.name);
        const QVariant value = set ? normalised(spec.type, *set) : field.fallback;
        if (first) field.value = value;
        else if (field.value != value) field.value = QVariant();
        first = false;
    }
    return field;
}

std::vector<FormField> formFields(const std::vector<AttrSpec>& specs, const std::vector<const Attrs*>& attrs)
{
    std::vector<FormField> fields;
    for (const AttrSpec& spec : specs) fields.push_back(formField(spec, attrs));
    return fields;
}

void setFromForm(Attrs& attrs, const AttrSpec& spec, const QVariant& value)
{
    const std::optional<AttrValue> converted = fromVariant(spec.type, value);
    if (!converted || (!spec.required && *converted == spec.fallback)) attrs.erase(spec.name);
    else attrs.set(spec.name, *converted);
}

} // namespace ds::ui
