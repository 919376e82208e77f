// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/pages/data/reader.h"
#include "app/workbench/shell/page.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace ds::ui {

class ImageGrid;
class PreviewPanel;
class SampleTable;
class SummaryPanel;
class TransformPanel;

/// The samples of the project's data sets, what they are like, and what transforms do to them.
class DataPage : public Page {
    Q_OBJECT

public:
    explicit DataPage(PageContext& context);
    void enter() override;
    void leave() override;

private:
    void takeData();
    void showSet();
    void fillClasses();
    void listSamples();
    void take(const Sample& sample);
    void chooseSample(int64_t sample);
    void preview();

    PageContext& m_context;
    DataReader m_reader;
    bool m_here = false;
    QButtonGroup* m_sets;
    QComboBox* m_class;
    QLabel *m_count, *m_empty;
    QStackedWidget* m_views;
    ImageGrid* m_grid;
    QTableView* m_table;
    SampleTable* m_model;
    SummaryPanel* m_summary;
    TransformPanel* m_transforms;
    PreviewPanel* m_preview;
    QWidget* m_previewCard;
    QTabWidget* m_side;
    int64_t m_sample = 0;          ///< that is previewed
    std::vector<int64_t> m_listed; // samples in view, ascending
};

} // namespace ds::ui
