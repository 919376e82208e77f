// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/workbench/shell/page.h"
#include "core/base/json.h"

class QComboBox;
class QPushButton;

namespace ds::ui {

class AnswerHead;
class ContourPlot;

/// The loss around the weights of a run: whether they lie in a wide valley or in a narrow one.
class LandscapePanel : public QWidget {
    Q_OBJECT

public:
    explicit LandscapePanel(PageContext& context, QWidget* parent = nullptr);

    /// Empty: none.
    void setRun(const QString& run);

private:
    void compute();
    void show(const Json& answer);

    PageContext& m_context;
    QString m_run;
    AnswerHead* m_head;
    QComboBox *m_span, *m_points;
    QPushButton* m_compute;
    ContourPlot* m_plot;
};

} // namespace ds::ui
