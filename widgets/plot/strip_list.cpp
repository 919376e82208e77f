// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/strip_list.h"

#include <QAbstractListModel>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int rowHeight = 32, dotSize = 8, margin = 8, gap = 8, stripHeight = 18, valueWidth = 62, markSize = 14;

} // namespace

class StripList::Model : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid()) return {};
        const StripRow& row = at(index);
        if (role == Qt::DisplayRole) return row.name;
        if (role == Qt::ToolTipRole) return row.tip;
        if (role == Qt::AccessibleTextRole) return row.name + QStringLiteral(", ") + row.value;
        return {};
    }
    const StripRow& at(const QModelIndex& index) const { return m_rows[static_cast<std::size_t>(index.row())]; }
    QModelIndex find(const QString& id) const
    {
        const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const StripRow& r) { return r.id == id; });
        return row == m_rows.end() ? QModelIndex() : index(static_cast<int>(row - m_rows.begin()));
    }

    void setRows(std::vector<StripRow> rows)
    {
        const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                     [](const StripRow& a, const StripRow& b) { return a.id == b.id; });
        if (!same) beginResetModel();
        m_rows = std::move(rows);
        if (!same) endResetModel();
        else if (!m_rows.empty()) emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
    }

private:
    std::vector<StripRow> m_rows;
};

class StripList::Delegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override { return {160, rowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const StripRow& row = static_cast<const Model*>(index.model())->at(index);
        const QRectF cell = QRectF(option.rect).adjusted(4, 1, -4, -1);
        const bool chosen = option.state.testFlag(QStyle::State_Selected), hovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(option.state.testFlag(QStyle::State_HasFocus) ? QPen(color(Role::Accent), 1) : QPen(Qt::NoPen));
        painter->setBrush(chosen ? chosenColor() : hovered ? color(Role::Raised) : QColor(Qt::transparent));
        painter->drawRoundedRect(cell, 6, 6);
        painter->setPen(Qt::NoPen);
        painter->setBrush(row.dot);
        painter->drawEllipse(QRectF(cell.left() + margin, cell.center().y() - dotSize / 2.0, dotSize, dotSize));

        QFont font = option.font;
        if (chosen) font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(color(Role::Text));
        double left = cell.left() + margin + dotSize + gap, right = cell.right() - margin;
        const QRectF value(right - valueWidth, cell.top(), valueWidth, cell.height());
        const double names = std::clamp(0.36 * (value.left() - left), 48.0, 132.0);
        painter->drawText(QRectF(left, cell.top(), names, cell.height()), Qt::AlignVCenter,
                          QFontMetricsF(font).elidedText(row.name, Qt::ElideMiddle, names));
        left += names + gap;
        if (row.mark != StripRow::Mark::None) {
            const bool bad = row.mark == StripRow::Mark::Bad;
            const QPixmap sign = iconPixmap(bad ? QStringLiteral("error") : QStringLiteral("warning"),
                                            color(bad ? Role::Bad : Role::Warning), markSize, painter->device()->devicePixelRatioF());
            painter->drawPixmap(QPointF(left, cell.center().y() - markSize / 2.0), sign);
        }
        left += markSize + 4;
        paintStrip(*painter, QRectF(left, cell.center().y() - stripHeight / 2.0, value.left() - left, stripHeight), row.cells);
        painter->setFont(Theme::instance().font(Theme::Text::Secondary));
        painter->setPen(color(row.mark == StripRow::Mark::Bad ? Role::Bad : Role::Text2));
        painter->drawText(value, Qt::AlignVCenter | Qt::AlignRight, row.value);
        painter->restore();
    }

private:
    static void paintStrip(QPainter& painter, const QRectF& strip, const std::vector<double>& cells)
    {
        if (cells.empty() || strip.width() < 4) return;
        painter.setRenderHint(QPainter::Antialiasing, false);
        const double width = strip.width() / static_cast<double>(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const double left = std::round(strip.left() + width * static_cast<double>(i));
            const double right = std::round(strip.left() + width * static_cast<double>(i + 1));
            const bool finite = std::isfinite(cells[i]);
            // Broken: the colour of the text, which no heat has.
            painter.fillRect(QRectF(left, strip.top(), right - left, strip.height()), finite ? Theme::heat(cells[i]) : color(Role::Text));
        }
        painter.setRenderHint(QPainter::Antialiasing);
    }
};

StripList::StripList(QWidget* parent) : QListView(parent), m_model(new Model(this))
{
    setModel(m_model);
    setItemDelegate(new Delegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid()) emit picked(m_model->at(now).id);
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { viewport()->update(); });
}

void StripList::setRows(std::vector<StripRow> rows)
{
    const QString before = chosen();
    m_model->setRows(std::move(rows));
    if (chosen() != before) choose(before);
}

QString StripList::chosen() const
{
    const QModelIndex now = currentIndex();
    return now.isValid() ? m_model->at(now).id : QString();
}

void StripList::choose(const QString& id)
{
    if (const QModelIndex index = m_model->find(id); index.isValid()) setCurrentIndex(index);
}

} // namespace ds::ui
