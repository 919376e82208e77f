// SPDX-License-Identifier: Apache-2.0
#include "core/data/transform.h"

#include <map>

namespace ds {

#define DS_TRANSFORM(name) extern const TransformSpec transform_##name;
#include "transforms.inc"
#undef DS_TRANSFORM

const std::vector<const TransformSpec*>& allTransforms()
{
    static const std::vector<const TransformSpec*> list = {
#define DS_TRANSFORM(name) &transform_##name,
#include "transforms.inc"
#undef DS_TRANSFORM
    };
    return list;
}

const TransformSpec* findTransform(std::string_view name)
{
    for (const TransformSpec* spec : allTransforms())
        if (spec->name == name) return spec;
    return nullptr;
}

const std::vector<AttrSpec>& transformAttributes(const TransformSpec& spec)
{
    static const auto made = [] {
        std::map<const TransformSpec*, std::vector<AttrSpec>> map;
        for (const TransformSpec* each : allTransforms()) {
            std::vector<AttrSpec>& list = map[each] = each->attributes;
            if (each->random())
                list.push_back({.name = "probability",
                                .type = AttrType::Float,
                                .fallback = each->probability,
                                .min = 0,
                                .max = 1,
                                .doc = "How often a sample is changed at all."});
            list.push_back({.name = "fields",
                            .type = AttrType::Strings,
                            .fallback = Strings{},
                            .doc = "Data fields that are changed, alike; empty: every input of the kind that it works on."});
        }
        return map;
    }();
    return made.at(&spec);
}

const char* transformKindText(TransformKind kind)
{
    switch (kind) {
    case TransformKind::Pictures: return "pictures [C, H, W]";
    case TransformKind::Rows: return "rows [F]";
    case TransformKind::Numbers: return "real numbers [C, ...]";
    case TransformKind::Tokens: return "tokens [T]";
    }
    return "";
}

bool fits(TransformKind kind, const Field& field)
{
    const bool real = field.type.dtype == DType::F32;
    const int rank = field.type.shape.rank();
    switch (kind) {
    case TransformKind::Pictures: return real && rank == 3;
    case TransformKind::Rows: return real && rank == 1;
    case TransformKind::Numbers: return real && rank >= 1;
    case TransformKind::Tokens: return field.type.dtype == DType::I64 && rank == 1 && !field.classes.empty();
    }
    return false;
}

} // namespace ds
