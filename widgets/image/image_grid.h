// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QCache>
#include <QImage>

namespace ds::ui {

/// Thumbnails with captions. However many there are, only those in view are asked for and kept: answer needed() with setItem(), at once
/// or later. Arrow keys move, Return chooses.
class ImageGrid : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit ImageGrid(QWidget* parent = nullptr);

    /// Forgets all items.
    void setCount(int count);
    int count() const { return m_count; }
    void setThumbnailSize(int pixels);
    /// From now on as large as one row of them fits in, within these bounds.
    void fitOneRow(int least, int most);
    /// `good` 0 or 1 colours the caption's mark bad or good; -1: none. `tip` says more than the caption has room for.
    void setItem(int index, const QImage& image, const QString& caption, int good = -1, const QString& tip = {});
    bool has(int index) const { return m_items.contains(index); }
    int current() const { return m_current; }
    void setEmptyText(const QString& text);
    int indexAt(const QPoint& at) const;

signals:
    void needed(int index);
    void currentChanged(int index);
    void activated(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Item {
        QImage image;
        QString caption;
        int good = -1;
        QString tip;
    };
    int columns() const;
    QRect cell(int index) const;
    void layoutBars();
    void choose(int index);

    int m_count = 0, m_thumbnail = 64, m_current = -1;
    int m_least = 0, m_most = 0; // of a thumbnail that fits its row; 0: its size is fixed
    QCache<int, Item> m_items{2000};
    QString m_emptyText;
};

} // namespace ds::ui
