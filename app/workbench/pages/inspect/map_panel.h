// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <QWidget>

#include <vector>

#include "app/workbench/shell/page.h"
#include "core/base/json.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ds::ui {

class AnswerHead;
class ScatterPlot;

/// What a layer of a run makes of samples that it was not trained on, or the rows of a parameter, as points in a plane: whether classes are
/// told apart there, and where samples lie that are mistaken. Asks for nothing while it is hidden.
class MapPanel : public QWidget {
    Q_OBJECT

public:
    explicit MapPanel(PageContext& context, QWidget* parent = nullptr);

    /// Empty: none.
    void setRun(const QString& run);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void refresh();
    void askForSources();
    void showSources(const Json& answer);
    void compute();
    void take(const Json& answer);
    void forget();
    void askForSample(int point);
    void showSample(const Json& answer, const QString& text);

    PageContext& m_context;
    QString m_run, m_askedFor; // m_askedFor: the run whose layers are there
    QTemporaryDir m_files;
    struct Sample {
        int64_t number = 0;
        QString text; ///< what it is and is taken for
    };
    std::vector<Sample> m_shown; // one for each point; empty: they are rows
    bool m_computing = false;
    AnswerHead* m_head;
    QComboBox *m_source, *m_method, *m_samples;
    QSpinBox* m_perplexity;
    QPushButton* m_compute;
    ScatterPlot* m_plot;
    QWidget* m_side; // the sample that is looked at
    QLabel *m_picture, *m_caption;
};

} // namespace ds::ui
