// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/workbench/shell/page.h"
#include "inspector/engine/rate_range.h"

class QPushButton;

namespace ds::ui {

class AnswerHead;
class CurvePlot;

/// Which learning rate goes with the open project: the loss while the rate rises, measured in a process of its own. One press takes it
/// over.
class RatesPanel : public QWidget {
    Q_OBJECT

public:
    explicit RatesPanel(PageContext& context, QWidget* parent = nullptr);

    void show(const inspector::RateRange& range);

private:
    void measure();
    void use();

    PageContext& m_context;
    double m_suggested = 0;
    AnswerHead* m_head;
    QPushButton *m_measure, *m_use;
    CurvePlot* m_plot;
};

} // namespace ds::ui
