// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table/cell_delegate.h"

#include <QPainter>

#include "widgets/table/table_model.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

void paintStar(QPainter& painter, const QRect& rect, bool on)
{
    const QColor tint = on ? color(Role::Warning) : color(Role::Text3);
    const QPixmap star = iconPixmap(QStringLiteral("star"), tint, 16, painter.device()->devicePixelRatioF());
    painter.drawPixmap(QPointF(rect.left() + (rect.width() - 16) / 2.0, rect.top() + (rect.height() - 16) / 2.0), star);
    if (!on) return;
    // Full when on, not only of another colour.
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawEllipse(rect.toRectF().center(), 3, 3);
}

void paintTags(QPainter& painter, const QRect& rect, const QString& tags)
{
    double x = rect.left() + 6;
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    for (const QString& tag : tags.split(',', Qt::SkipEmptyParts)) {
        const QString text = tag.trimmed();
        const QRectF chip(x, rect.center().y() - 8.5, painter.fontMetrics().horizontalAdvance(text) + 12, 18);
        if (chip.right() > rect.right()) {
            painter.setPen(color(Role::Text2));
            painter.drawText(QRectF(x, rect.top(), 20, rect.height()), Qt::AlignVCenter, QStringLiteral("…"));
            return;
        }
        // The colour follows from the word, so that a tag looks the same everywhere.
        const QColor tint = Theme::instance().series(static_cast<int>(qHash(text, 7) % 7));
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(color(Role::Panel), tint, 0.3));
        painter.drawRoundedRect(chip, 9, 9);
        painter.setPen(color(Role::Text));
        painter.drawText(chip, Qt::AlignCenter, text);
        x = chip.right() + 4;
    }
}

} // namespace

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool dot = index.column() == dotColumn || index.data(Qt::DecorationRole).isValid();
    return QStyledItemDelegate::sizeHint(option, index) + QSize(numberPadding + (dot ? 15 : 0), 0);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(TableModel::GroupRole).toBool()) {
        painter->fillRect(option.rect, mixed(color(Role::Panel), color(Role::Line), 0.4));
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter->setFont(bold);
        painter->setPen(color(Role::Text));
        painter->drawText(option.rect.adjusted(12, 0, -8, 0), Qt::AlignVCenter, index.data().toString());
        painter->restore();
        return;
    }
    const auto kind = static_cast<TableColumn::Kind>(index.data(TableModel::KindRole).toInt());
    QStyleOptionViewItem plain(option);
    initStyleOption(&plain, index);
    const QString text = plain.text;
    QColor dot = index.data(Qt::DecorationRole).value<QColor>();
    if (index.column() == dotColumn && dotColor) dot = dotColor(text);
    plain.features &= ~QStyleOptionViewItem::HasDecoration;
    // The style paints background and selection; the text where nothing is in its way.
    plain.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
    if (kind == TableColumn::Kind::Star) paintStar(*painter, option.rect, index.data(TableModel::NumberRole).toDouble() > 0);
    if (kind == TableColumn::Kind::Tags) paintTags(*painter, option.rect, text);
    if (kind == TableColumn::Kind::Text || kind == TableColumn::Kind::Number) {
        QRect words = option.rect.adjusted(8, 0, kind == TableColumn::Kind::Number ? -numberPadding : -4, 0);
        if (dot.isValid()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(dot);
            painter->drawEllipse(QPointF(words.left() + 4, words.center().y() + 1), 4, 4);
            words.setLeft(words.left() + 15);
        }
        painter->setPen(color(Role::Text));
        painter->setFont(option.font);
        painter->drawText(words, static_cast<int>(plain.displayAlignment) | Qt::AlignVCenter,
                          plain.fontMetrics.elidedText(text, Qt::ElideRight, words.width()));
    }
    painter->restore();
}

} // namespace ds::ui
