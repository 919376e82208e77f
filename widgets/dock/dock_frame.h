// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMainWindow>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace ds::ui {

class DockPanel;

/// What a page works on, and panels around it that can be moved, put in tabs, floated, closed and brought back.
class DockFrame : public QMainWindow {
    Q_OBJECT

public:
    struct Panel {
        QString id;    ///< in saved arrangements, unique in the frame
        QString title; ///< what people read, unique in the frame
        QWidget* widget = nullptr;
        Qt::DockWidgetArea area = Qt::RightDockWidgetArea;
        int across = 0;    ///< pixels across the area: the width at the left and right; 0: as it likes
        int along = 0;     ///< pixels in the other direction
        QString with = {}; ///< begins as a tab beside this panel
        bool open = true;
        double share = 0; ///< of the frame across the area, where that is more than the pixels
    };

    explicit DockFrame(QWidget* parent = nullptr);
    ~DockFrame() override;

    void setCentre(QWidget* widget) { setCentralWidget(widget); }
    void addPanel(const Panel& panel);

    QStringList panels() const;
    QString title(const QString& panel) const;
    /// Whether it is there at all: in a tab behind others counts.
    bool isOpen(const QString& panel) const;
    /// An opened panel also comes to the front of its tabs.
    void setOpen(const QString& panel, bool open);

    /// As it was before anybody moved anything.
    void resetArrangement();
    QByteArray arrangement() const;
    /// What is no arrangement of this frame is ignored.
    void setArrangement(const QByteArray& arrangement);

signals:
    void arrangementChanged();
    void openChanged(const QString& panel, bool open);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Entry {
        Panel panel;
        DockPanel* dock;
        bool open;
        bool sized = false; ///< that was not open at first: got its size when it was opened
    };
    const Entry* find(const QString& panel) const;
    void sizeFirst(Entry& entry);
    void begin();
    void refreshSoon();
    void refresh();
    void settled();

    std::vector<Entry> m_entries;
    std::vector<DockPanel*> m_hidden; // that floated when the frame was hidden
    QByteArray m_original, m_wanted, m_said;
    QTimer m_soon, m_settle; // changes come many together; the second waits until they are over
    bool m_begun = false;
};

} // namespace ds::ui
