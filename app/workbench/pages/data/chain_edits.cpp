// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/chain_edits.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/workbench/forms/form_fields.h"
#include "app/workbench/project/project.h"
#include "app/workbench/words/words.h"
#include "core/data/transform.h"

namespace ds::ui::chainEdits {

namespace {

struct Transforms {
    Q_DECLARE_TR_FUNCTIONS(Transforms)
};

/// A start for what has no default, so that a new transform does something at once.
AttrValue startFor(const AttrSpec& spec)
{
    switch (spec.type) {
    case AttrType::Ints: return Ints{spec.min > 0 ? int64_t{24} : int64_t{2}};
    case AttrType::Floats: return Floats{1};
    case AttrType::Int: return int64_t{1};
    case AttrType::Float: return 1.0;
    case AttrType::Bool: return false;
    case AttrType::Strings: return Strings{};
    case AttrType::String: break;
    }
    return std::string();
}

std::size_t index(int number) { return static_cast<std::size_t>(number); }
bool holds(const Document& document, int number) { return number >= 0 && index(number) < document.transforms.size(); }

} // namespace

QString title(const std::string& type) { return words::label(type); }

void add(Project& project, const std::string& type, int after)
{
    const TransformSpec* spec = findTransform(type);
    if (!spec) return;
    project.edit(Transforms::tr("Add %1").arg(title(type).toLower()), [&](Document& d) {
        Section section{type, {}};
        for (const AttrSpec& attribute : spec->attributes)
            if (attribute.required) section.attrs.set(attribute.name, startFor(attribute));
        const auto at = std::min(index(after + 1), d.transforms.size());
        d.transforms.insert(d.transforms.begin() + static_cast<std::ptrdiff_t>(at), std::move(section));
    });
}

void remove(Project& project, int number)
{
    if (!holds(project.document(), number)) return;
    project.edit(Transforms::tr("Remove %1").arg(title(project.document().transforms[index(number)].type).toLower()),
                 [&](Document& d) { d.transforms.erase(d.transforms.begin() + number); });
}

void move(Project& project, int from, int to)
{
    if (!holds(project.document(), from) || !holds(project.document(), to) || from == to) return;
    project.edit(Transforms::tr("Move %1").arg(title(project.document().transforms[index(from)].type).toLower()), [&](Document& d) {
        const auto begin = d.transforms.begin();
        if (from < to) std::rotate(begin + from, begin + from + 1, begin + to + 1);
        else std::rotate(begin + to, begin + from, begin + from + 1);
    });
}

void set(Project& project, int number, const std::string& attribute, const QVariant& value, const QString& mergeKey)
{
    if (!holds(project.document(), number)) return;
    const TransformSpec* spec = findTransform(project.document().transforms[index(number)].type);
    if (!spec) return;
    const auto& all = transformAttributes(*spec);
    const auto at = std::find_if(all.begin(), all.end(), [&](const AttrSpec& each) { return each.name == attribute; });
    if (at == all.end()) return;
    project.edit(
        Transforms::tr("Change %1").arg(words::label(attribute).toLower()),
        [&](Document& d) { setFromForm(d.transforms[index(number)].attrs, *at, value); }, mergeKey);
}

} // namespace ds::ui::chainEdits
