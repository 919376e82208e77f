// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

#include "app/workbench/pages/design/catalog.h"

namespace ds::ui {

/// Types of layers in rows, with headings between the categories or ranked by what was typed.
class LayerListModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    enum Roles { TypeRole = Qt::UserRole, CategoryRole, HeadingRole, FitsRole };

    void search(const QString& typed);
    /// A list in a given order, for the popup; from `fitting` on they do not fit and are shown in grey.
    void show(std::vector<const CatalogEntry*> entries, std::size_t fitting);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    struct Row {
        const CatalogEntry* entry = nullptr; ///< null: a heading
        QString heading;
        bool fits = true;
    };
    std::vector<Row> m_rows;
};

/// A dot in the colour of the category and the name.
class LayerDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace ds::ui
