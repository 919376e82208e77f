// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/image/image_grid.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int gap = 8, captionHeight = 16;

} // namespace

ImageGrid::ImageGrid(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pictures"));
    connect(&Theme::instance(), &Theme::changed, this, [this] { viewport()->update(); });
}

void ImageGrid::setCount(int count)
{
    m_count = count;
    m_items.clear();
    m_current = -1;
    layoutBars();
    viewport()->update();
}

void ImageGrid::fitOneRow(int least, int most)
{
    m_least = least;
    m_most = most;
    setThumbnailSize(std::clamp(viewport()->height() - captionHeight - 2 * gap, m_least, m_most));
}

void ImageGrid::setThumbnailSize(int pixels)
{
    m_thumbnail = pixels;
    layoutBars();
    viewport()->update();
}

void ImageGrid::setItem(int index, const QImage& image, const QString& caption, int good, const QString& tip)
{
    m_items.insert(index, new Item{image, caption, good, tip.isEmpty() ? caption : tip});
    viewport()->update(cell(index));
}

void ImageGrid::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

int ImageGrid::columns() const { return std::max(1, (viewport()->width() - gap) / (m_thumbnail + gap)); }

QRect ImageGrid::cell(int index) const
{
    const int row = index / columns(), column = index % columns();
    return {gap + column * (m_thumbnail + gap), gap + row * (m_thumbnail + captionHeight + gap) - verticalScrollBar()->value(), m_thumbnail,
            m_thumbnail + captionHeight};
}

int ImageGrid::indexAt(const QPoint& at) const
{
    const int row = (at.y() + verticalScrollBar()->value() - gap) / (m_thumbnail + captionHeight + gap);
    const int column = (at.x() - gap) / (m_thumbnail + gap), index = row * columns() + column;
    return at.x() >= gap && column < columns() && index >= 0 && index < m_count && cell(index).contains(at) ? index : -1;
}

void ImageGrid::layoutBars()
{
    const int rows = (m_count + columns() - 1) / columns();
    verticalScrollBar()->setRange(0, std::max(0, rows * (m_thumbnail + captionHeight + gap) + gap - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep((m_thumbnail + captionHeight + gap) / 3);
}

void ImageGrid::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(viewport());
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_count == 0) {
        painter.setPen(color(Role::Text2));
        painter.drawText(viewport()->rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const int height = m_thumbnail + captionHeight + gap;
    const int first = std::max(0, (verticalScrollBar()->value() - gap) / height) * columns();
    const int last = std::min(m_count, ((verticalScrollBar()->value() + viewport()->height()) / height + 1) * columns());
    for (int i = first; i < last; ++i) {
        const QRect place = cell(i);
        const QRectF picture(place.left(), place.top(), m_thumbnail, m_thumbnail);
        if (const Item* item = m_items.object(i)) {
            // Small pictures keep their pixels; large ones are smoothed.
            painter.setRenderHint(QPainter::SmoothPixmapTransform, item->image.width() > m_thumbnail);
            QSizeF size = item->image.size();
            size.scale(picture.size(), Qt::KeepAspectRatio);
            QRectF target(QPointF(), size);
            target.moveCenter(picture.center());
            painter.drawImage(target, item->image);
            QRectF words(place.left(), picture.bottom() + 1, m_thumbnail, captionHeight - 1);
            if (item->good >= 0) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(color(item->good ? Role::Good : Role::Bad));
                painter.drawEllipse(QPointF(words.left() + 3, words.center().y()), 3, 3);
                words.setLeft(words.left() + 9);
            }
            painter.setPen(color(Role::Text2));
            painter.drawText(words, Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(item->caption, Qt::ElideRight, static_cast<int>(words.width())));
        } else {
            painter.fillRect(picture, mixed(color(Role::Panel), color(Role::Line), 0.5));
            // Not while painting: the answer may come at once and repaint.
            QMetaObject::invokeMethod(
                this,
                [this, i] {
                    if (!has(i) && i < m_count) emit needed(i);
                },
                Qt::QueuedConnection);
        }
        if (i == m_current) {
            painter.setPen(QPen(color(Role::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(picture.adjusted(-2, -2, 2, 2), 4, 4);
        }
    }
}

void ImageGrid::resizeEvent(QResizeEvent* /*event*/)
{
    if (m_most > 0) fitOneRow(m_least, m_most);
    layoutBars();
}
void ImageGrid::scrollContentsBy(int /*dx*/, int /*dy*/) { viewport()->update(); }

void ImageGrid::choose(int index)
{
    if (m_count == 0) return;
    m_current = std::clamp(index, 0, m_count - 1);
    const QRect place = cell(m_current);
    QScrollBar* bar = verticalScrollBar();
    if (place.top() < gap) bar->setValue(bar->value() + place.top() - gap);
    else if (place.bottom() > viewport()->height() - gap) bar->setValue(bar->value() + place.bottom() - viewport()->height() + gap);
    if (const Item* item = m_items.object(m_current)) setAccessibleDescription(item->tip);
    viewport()->update();
    emit currentChanged(m_current);
}

void ImageGrid::mousePressEvent(QMouseEvent* event)
{
    const int index = indexAt(event->position().toPoint());
    if (index >= 0) choose(index);
}

void ImageGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int index = indexAt(event->position().toPoint());
    if (index >= 0) emit activated(index);
}

void ImageGrid::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: choose(m_current - 1); break;
    case Qt::Key_Right: choose(m_current + 1); break;
    case Qt::Key_Up: choose(m_current - columns()); break;
    case Qt::Key_Down: choose(m_current + columns()); break;
    case Qt::Key_Home: choose(0); break;
    case Qt::Key_End: choose(m_count - 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0) emit activated(m_current);
        break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

bool ImageGrid::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Item* item = m_items.object(indexAt(help->pos()));
        QToolTip::showText(help->globalPos(), item ? item->tip : QString(), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace ds::ui
