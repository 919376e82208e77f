// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/help/help_list.h"

#include <algorithm>

#include "app/workbench/help/help_entries.h"
#include "app/workbench/words/words.h"

namespace ds::ui {

namespace {

/// The best first: the name itself, its start, a part of it, a word of its description; negative: none.
int scoreOf(const HelpEntry& entry, const QString& typed)
{
    const QString name = helpTitle(entry);
    if (name.compare(typed, Qt::CaseInsensitive) == 0) return 3;
    if (name.startsWith(typed, Qt::CaseInsensitive)) return 2;
    if (name.contains(typed, Qt::CaseInsensitive)) return 1;
    return words::described(entry.doc).contains(typed, Qt::CaseInsensitive) ? 0 : -1;
}

} // namespace

HelpList::HelpList(QObject* parent) : QAbstractListModel(parent) { search({}); }

void HelpList::search(const QString& typed)
{
    const QString wanted = typed.trimmed();
    beginResetModel();
    m_rows.clear();
    for (const HelpRegistry& registry : helpRegistries()) {
        std::vector<std::pair<int, const HelpEntry*>> found;
        for (const HelpEntry& entry : helpEntries())
            if (entry.registry == registry.id)
                if (const int score = wanted.isEmpty() ? 0 : scoreOf(entry, wanted); score >= 0) found.emplace_back(score, &entry);
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        if (!found.empty()) m_rows.push_back({nullptr, &registry});
        for (const auto& [score, entry] : found) m_rows.push_back({entry, &registry});
    }
    endResetModel();
}

int HelpList::rowOf(const QString& address) const
{
    for (int i = 0; i < rowCount(); ++i)
        if (index(i).data(AddressRole).toString() == address) return i;
    return -1;
}

int HelpList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant HelpList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.entry ? helpTitle(*row.entry) : row.registry->title;
    case Qt::ToolTipRole: return row.entry ? words::described(row.entry->doc) : row.registry->doc;
    case AddressRole: return helpAddress(row.registry->id, row.entry ? row.entry->name : std::string_view());
    case CategoryRole: return row.entry ? words::text(row.entry->category) : QString();
    case HeadingRole: return row.entry == nullptr;
    default: return {};
    }
}

} // namespace ds::ui
