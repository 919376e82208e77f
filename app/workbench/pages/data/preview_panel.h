// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

#include "app/workbench/pages/data/preview.h"

class QLabel;
class QPushButton;

namespace ds::ui {

class PreviewView;

/// What the transforms do to one sample; worked out on a thread of the pool, the newest wish only.
class PreviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit PreviewPanel(QWidget* parent = nullptr);
    ~PreviewPanel() override;

    /// Another sample or another chain; the epochs stay. Without data: nothing is shown.
    void request(PreviewRequest request);
    /// The next epochs.
    void again();
    void mark(int transform);
    PreviewView& view() { return *m_view; }

signals:
    void chosen(int transform);
    void shown();

private:
    void start();
    void take(TransformPreview preview);

    PreviewRequest m_request;
    bool m_busy = false, m_waiting = false;
    QLabel* m_title;
    QPushButton* m_again;
    PreviewView* m_view;
};

} // namespace ds::ui
