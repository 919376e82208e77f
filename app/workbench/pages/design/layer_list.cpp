// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/layer_list.h"

#include <QMimeData>
#include <QPainter>

#include "widgets/theme/theme.h"

namespace ds::ui {

void LayerListModel::search(const QString& typed)
{
    beginResetModel();
    m_rows.clear();
    if (typed.trimmed().isEmpty()) {
        QString category;
        for (const CatalogEntry& entry : catalog()) {
            if (entry.category != category) m_rows.push_back({nullptr, categoryTitle(category = entry.category), true});
            m_rows.push_back({&entry, {}, true});
        }
    } else {
        for (const CatalogEntry* entry : searchCatalog(typed)) m_rows.push_back({entry, {}, true});
    }
    endResetModel();
}

void LayerListModel::show(std::vector<const CatalogEntry*> entries, std::size_t fitting)
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < entries.size(); ++i) m_rows.push_back({entries[i], {}, i < fitting});
    endResetModel();
}

int LayerListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant LayerListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.entry ? row.entry->type : row.heading;
    case Qt::ToolTipRole:
        if (!row.entry) return {};
        return row.fits ? row.entry->doc : tr("%1\nIt does not take this shape as it is.").arg(row.entry->doc);
    case TypeRole: return row.entry ? row.entry->type : QVariant();
    case CategoryRole: return row.entry ? row.entry->category : QVariant();
    case HeadingRole: return !row.entry;
    case FitsRole: return row.fits;
    default: return {};
    }
}

Qt::ItemFlags LayerListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    return index.data(HeadingRole).toBool() ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

QStringList LayerListModel::mimeTypes() const { return {QString::fromLatin1(layerMimeType)}; }

QMimeData* LayerListModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty()) return nullptr;
    auto* data = new QMimeData;
    data->setData(QString::fromLatin1(layerMimeType), indexes.front().data(TypeRole).toString().toUtf8());
    return data;
}

void LayerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const QRect r = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(LayerListModel::HeadingRole).toBool()) {
        QFont font = theme.font(Theme::Text::Secondary);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(color(Role::Text2));
        painter->drawText(r.adjusted(4, 6, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected, hovered = option.state & QStyle::State_MouseOver;
    if (selected || hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? chosenColor() : color(Role::Raised));
        painter->drawRoundedRect(QRectF(r).adjusted(0, 0.5, -2, -0.5), 4, 4);
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.category(index.data(LayerListModel::CategoryRole).toString()));
    painter->drawEllipse(QPointF(r.left() + 12, r.center().y() + 0.5), 3.5, 3.5);
    painter->setFont(theme.font());
    const bool fits = index.data(LayerListModel::FitsRole).toBool();
    painter->setPen(color(fits ? Role::Text : Role::Text3));
    painter->drawText(r.adjusted(25, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    painter->restore();
}

QSize LayerDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {option.rect.width(), index.data(LayerListModel::HeadingRole).toBool() ? 30 : 24};
}

} // namespace ds::ui
