// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "app/workbench/pages/inspect/tensor_file.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QSpinBox;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace ds::ui {

class BarPlot;
class ImageGrid;
class PartModel;

/// A tensor of a step as pictures (feature maps, filters, attention of each head), as a table, or as a histogram; saved as .npy or .png.
/// Asks for its numbers only while it is seen.
class TensorPanel : public QWidget {
    Q_OBJECT

public:
    struct Choice {
        int value; ///< its place among the values of the step
        QString name;
        bool everyItem; ///< all items are of interest together: of a weight, not of a batch
    };

    explicit TensorPanel(QWidget* parent = nullptr);

    /// What an op reads and makes; what is wanted first has the number `chosen`.
    void setChoices(const QString& title, std::vector<Choice> choices, int chosen);
    /// The numbers of the choice that was wanted, or why there are none.
    void show(TensorFile file);
    void fail(const QString& message);
    void clear();

signals:
    void wanted(int value);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void want();
    void say(const QString& text, bool bad);
    void readPart();
    void drawPart();
    void drawMap(int map);
    void drawHistogram();
    QString mapName(int map) const;
    void saveNpy();
    void savePicture();

    std::vector<Choice> m_choices;
    int m_wanted = -1; // value; -1: not asked for yet
    std::optional<TensorFile> m_file;
    TensorPart m_part;
    NumberRange m_range;
    QLabel *m_title, *m_message, *m_figures;
    QComboBox* m_choice;
    QLabel* m_itemCaption;
    QSpinBox* m_item;
    QCheckBox* m_each;
    QSlider* m_size;
    QButtonGroup* m_views;
    QToolButton* m_save;
    QStackedWidget* m_stack;
    ImageGrid* m_maps;
    QTableView* m_table;
    PartModel* m_model;
    BarPlot* m_histogram;
};

} // namespace ds::ui
