// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/preview_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>

#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int headHeight = 40, sideWidth = 64, gap = 12;

QString htmlOf(const PreviewCell& cell)
{
    QStringList parts;
    for (const auto& [text, changed] : cell.words)
        parts << (changed ? QStringLiteral("<b style='color:%1'>%2</b>").arg(color(Role::Accent).name(), text.toHtmlEscaped())
                          : text.toHtmlEscaped());
    return parts.join(QLatin1Char(' '));
}

} // namespace

PreviewView::PreviewView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The sample after each transform"));
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void PreviewView::show(TransformPreview preview)
{
    m_preview = std::move(preview);
    QStringList words;
    for (const PreviewColumn& column : m_preview.columns) words << (column.title.isEmpty() ? tr("Original") : column.title);
    QFont bold = Theme::instance().font(Theme::Text::Body);
    bold.setWeight(QFont::DemiBold);
    m_titleWidth = 0;
    for (const QString& word : words) m_titleWidth = std::max(m_titleWidth, QFontMetrics(bold).horizontalAdvance(word));
    setAccessibleDescription(words.join(QStringLiteral(" → ")));
    layoutBars();
    viewport()->update();
}

void PreviewView::mark(int transform)
{
    m_marked = transform;
    if (const int column = transform + 1; transform >= 0 && column < static_cast<int>(m_preview.columns.size())) {
        const QRect box = cell(column, 0);
        if (box.right() > viewport()->width())
            horizontalScrollBar()->setValue(horizontalScrollBar()->value() + box.right() + gap - viewport()->width());
        if (box.left() < sideWidth) horizontalScrollBar()->setValue(horizontalScrollBar()->value() + box.left() - sideWidth);
    }
    viewport()->update();
}

bool PreviewView::pictures() const
{
    return !m_preview.columns.empty() && !m_preview.columns.front().cells.empty() &&
           !m_preview.columns.front().cells.front().image.isNull();
}

QRect PreviewView::cell(int column, int row) const
{
    // All rows in view where the panel is high enough; pictures stay large enough to be seen.
    const int rows = m_preview.training ? 3 : 1;
    const int side = std::clamp((viewport()->height() - headHeight) / rows - 8, 76, 160);
    const QSize size = pictures() ? QSize(side, side) : QSize(216, 76);
    return QRect(QPoint(sideWidth + column * (std::max(size.width(), m_titleWidth) + gap) - horizontalScrollBar()->value(),
                        headHeight + row * (size.height() + 8) - verticalScrollBar()->value()),
                 size);
}

int PreviewView::columnAt(int x) const
{
    for (int i = 0; i < static_cast<int>(m_preview.columns.size()); ++i)
        if (const QRect box = cell(i, 0); x >= box.left() && x <= box.left() + std::max(box.width(), m_titleWidth)) return i;
    return -1;
}

void PreviewView::layoutBars()
{
    std::size_t rows = 1;
    for (const PreviewColumn& column : m_preview.columns) rows = std::max(rows, column.cells.size());
    const QRect last = cell(static_cast<int>(m_preview.columns.size()) - 1, static_cast<int>(rows) - 1)
                           .translated(horizontalScrollBar()->value(), verticalScrollBar()->value());
    horizontalScrollBar()->setRange(0, std::max(0, last.left() + std::max(last.width(), m_titleWidth) + gap - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, last.bottom() + 4 - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(28);
}

void PreviewView::paintCell(QPainter& painter, const QRect& box, const PreviewCell& cell) const
{
    const bool picture = !cell.image.isNull();
    painter.setPen(color(Role::Line));
    painter.setBrush(color(Role::Canvas));
    if (!picture && cell.problem.isEmpty()) painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4);
    if (picture) {
        // Pixels stay square and sharp; large pictures are made smaller smoothly.
        const QSize size = cell.image.size().scaled(box.size(), Qt::KeepAspectRatio);
        const QRect at(box.topLeft() + QPoint((box.width() - size.width()) / 2, (box.height() - size.height()) / 2), size);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, cell.image.width() > size.width());
        painter.drawImage(at, cell.image);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(at.adjusted(0, 0, -1, -1));
    } else if (!cell.problem.isEmpty()) {
        painter.setPen(color(Role::Bad));
        painter.drawText(QRect(box.topLeft(), QSize(std::max(box.width(), m_titleWidth), viewport()->height())),
                         Qt::AlignLeft | Qt::TextWordWrap, cell.problem);
    } else {
        QTextDocument text;
        text.setDefaultFont(Theme::instance().mono());
        text.setDocumentMargin(0);
        text.setTextWidth(box.width() - 16);
        text.setHtml(QStringLiteral("<span style='color:%1'>%2</span>").arg(color(Role::Text).name(), htmlOf(cell)));
        painter.save();
        painter.translate(box.topLeft() + QPoint(8, 6));
        text.drawContents(&painter, QRectF(0, 0, box.width() - 16, box.height() - 12));
        painter.restore();
    }
    if (!cell.unchanged) return;
    // In words too: a picture that was left as it was looks like one that failed to change.
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    const QString words = tr("unchanged");
    const QRect label(box.left(), box.bottom() - 17, painter.fontMetrics().horizontalAdvance(words) + 10, 17);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Role::Raised));
    painter.drawRoundedRect(label, 4, 4);
    painter.setPen(color(Role::Text2));
    painter.drawText(label, Qt::AlignCenter, words);
}

void PreviewView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), color(Role::Panel));
    const QFont body = Theme::instance().font(Theme::Text::Body), small = Theme::instance().font(Theme::Text::Secondary);
    if (!m_preview.problem.isEmpty()) {
        painter.setPen(color(Role::Bad));
        painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, m_preview.problem);
        return;
    }
    std::size_t rows = 0;
    for (int i = 0; i < static_cast<int>(m_preview.columns.size()); ++i) {
        const PreviewColumn& column = m_preview.columns[static_cast<std::size_t>(i)];
        rows = std::max(rows, column.cells.size());
        for (int row = 0; row < static_cast<int>(column.cells.size()); ++row) {
            painter.setFont(small);
            paintCell(painter, cell(i, row), column.cells[static_cast<std::size_t>(row)]);
        }
    }
    // The heads stay above what scrolls under them.
    painter.fillRect(QRect(0, 0, viewport()->width(), headHeight - 2), color(Role::Panel));
    for (int i = 0; i < static_cast<int>(m_preview.columns.size()); ++i) {
        const PreviewColumn& column = m_preview.columns[static_cast<std::size_t>(i)];
        const QRect box = cell(i, 0);
        const QRect head(box.left(), 0, std::max(box.width(), m_titleWidth), headHeight);
        const bool marked = i == m_marked + 1 && i > 0;
        QFont bold = body;
        bold.setWeight(QFont::DemiBold);
        painter.setFont(marked ? bold : body);
        painter.setPen(color(marked ? Role::Accent : Role::Text));
        const QString title = i ? column.title : tr("Original");
        painter.drawText(head.adjusted(0, 2, 0, -20), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(title, Qt::ElideRight, head.width()));
        painter.setFont(Theme::instance().mono());
        painter.setPen(color(Role::Text2));
        painter.drawText(head.adjusted(0, 20, 0, -4), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(column.shape, Qt::ElideRight, head.width()));
    }
    painter.fillRect(QRect(0, 0, sideWidth - gap / 2, viewport()->height()), color(Role::Panel));
    painter.setFont(small);
    painter.setPen(color(Role::Text2));
    for (int row = 0; m_preview.training && row < static_cast<int>(rows) && m_preview.columns.size() > 1; ++row) {
        const QRect box = cell(0, row);
        if (box.top() >= headHeight - 4)
            painter.drawText(QRect(0, box.top(), sideWidth, box.height()), Qt::AlignLeft | Qt::AlignTop,
                             tr("Epoch %1").arg(m_preview.firstEpoch + row + 1));
    }
}

void PreviewView::resizeEvent(QResizeEvent*) { layoutBars(); }

void PreviewView::mousePressEvent(QMouseEvent* event)
{
    if (const int column = columnAt(event->pos().x()); column > 0) emit chosen(column - 1);
}

bool PreviewView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int column = columnAt(help->pos().x());
        QString text;
        if (column >= 0) {
            const PreviewColumn& hit = m_preview.columns[static_cast<std::size_t>(column)];
            text = (column ? hit.title : tr("Original")) + QLatin1Char('\n') + hit.shape;
            for (int row = 0; row < static_cast<int>(hit.cells.size()); ++row)
                if (cell(column, row).contains(help->pos()) && !hit.cells[static_cast<std::size_t>(row)].problem.isEmpty())
                    text = hit.cells[static_cast<std::size_t>(row)].problem;
        }
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace ds::ui
