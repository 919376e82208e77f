// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ds::ui {

/// Paints the cells of a TableModel: stars, tags as chips, groups as bars, dots of a colour before states.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Between a number and the right edge of its cell; the arrow of the order stands there in the title.
    static constexpr int numberPadding = 16;

    int dotColumn = -1;
    QColor (*dotColor)(const QString& text) = nullptr;
};

} // namespace ds::ui
