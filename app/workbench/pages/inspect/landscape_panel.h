// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/workbench/shell/page.h"
#include "core/base/json.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace ds::ui {

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
    void say(const QString& text, bool bad = false);

    PageContext& m_context;
    QString m_run;
    QLabel* m_summary;
    QComboBox *m_span, *m_points;
    QPushButton* m_compute;
    ContourPlot* m_plot;
};

} // namespace ds::ui
