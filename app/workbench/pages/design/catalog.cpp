// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/catalog.h"

#include <QStringList>

#include <algorithm>

#include "app/workbench/pages/design/words.h"
#include "core/layers/layer.h"

namespace ds::ui {

namespace {

const QStringList& order()
{
    static const QStringList list{QStringLiteral("data"),          QStringLiteral("convolution"), QStringLiteral("dense"),
                                  QStringLiteral("normalisation"), QStringLiteral("activation"),  QStringLiteral("pooling"),
                                  QStringLiteral("attention"),     QStringLiteral("recurrent"),   QStringLiteral("regularisation"),
                                  QStringLiteral("shape"),         QStringLiteral("composite")};
    return list;
}

} // namespace

const std::vector<CatalogEntry>& catalog()
{
    static const std::vector<CatalogEntry> entries = [] {
        std::vector<CatalogEntry> list{
            {QStringLiteral("Input"), QStringLiteral("data"), Design::tr("Where a field of the data enters the model.")},
            {QStringLiteral("Output"), QStringLiteral("data"), Design::tr("A result of the model or of a group.")},
            {QStringLiteral("Composite"), QStringLiteral("composite"), Design::tr("A group: a model of its own in one box.")}};
        for (const LayerSpec* spec : allLayers())
            list.push_back({words::text(spec->name), words::text(spec->category), words::described(spec->doc)});
        const auto place = [](const CatalogEntry& entry) {
            const qsizetype at = order().indexOf(entry.category);
            return at < 0 ? order().size() : at; // a category that is new here comes last
        };
        std::stable_sort(list.begin(), list.end(), [&](const CatalogEntry& a, const CatalogEntry& b) { return place(a) < place(b); });
        return list;
    }();
    return entries;
}

QString categoryTitle(const QString& category)
{
    static const std::vector<std::pair<QString, QString>> titles{
        {QStringLiteral("data"), Design::tr("Data")},
        {QStringLiteral("convolution"), Design::tr("Convolution")},
        {QStringLiteral("dense"), Design::tr("Dense")},
        {QStringLiteral("normalisation"), Design::tr("Normalisation")},
        {QStringLiteral("activation"), Design::tr("Activation")},
        {QStringLiteral("pooling"), Design::tr("Pooling")},
        {QStringLiteral("attention"), Design::tr("Attention")},
        {QStringLiteral("recurrent"), Design::tr("Recurrent")},
        {QStringLiteral("regularisation"), Design::tr("Regularisation")},
        {QStringLiteral("shape"), Design::tr("Shape")},
        {QStringLiteral("composite"), Design::tr("Group")},
    };
    for (const auto& [name, title] : titles)
        if (name == category) return title;
    return words::label(category.toStdString());
}

int searchScore(const CatalogEntry& entry, const QString& typed)
{
    if (typed.isEmpty()) return 0;
    const QString& name = entry.type;
    if (name.compare(typed, Qt::CaseInsensitive) == 0) return 1000;
    if (name.startsWith(typed, Qt::CaseInsensitive)) return 800 - static_cast<int>(name.size());
    if (name.contains(typed, Qt::CaseInsensitive)) return 600 - static_cast<int>(name.size());
    int score = 400;
    qsizetype at = -1;
    for (const QChar c : typed) {
        if (c.isSpace()) continue;
        const qsizetype next = name.indexOf(c, at + 1, Qt::CaseInsensitive);
        if (next < 0) { // not in the name; perhaps in category or description
            const bool said = entry.category.startsWith(typed, Qt::CaseInsensitive) || entry.doc.contains(typed, Qt::CaseInsensitive);
            return said && typed.size() > 2 ? 50 : -1;
        }
        const bool starts = next == 0 || name[next].isUpper() || name[next].isDigit();
        score -= static_cast<int>(next - at - 1) * (starts ? 4 : 12);
        at = next;
    }
    return std::max(score, 60);
}

std::vector<const CatalogEntry*> searchCatalog(const QString& typed)
{
    std::vector<std::pair<int, const CatalogEntry*>> found;
    for (const CatalogEntry& entry : catalog())
        if (const int score = searchScore(entry, typed.trimmed()); score >= 0) found.emplace_back(score, &entry);
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<const CatalogEntry*> entries;
    for (const auto& [score, entry] : found) entries.push_back(entry);
    return entries;
}

} // namespace ds::ui
