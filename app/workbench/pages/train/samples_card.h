// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

#include "core/data/dataset.h"

class QComboBox;
class QImage;
class QLabel;
class QTreeWidget;

namespace ds::ui {

class ImageGrid;
class RunReader;

/// The samples with the greatest and the least loss at the newest validation, with what the model takes them for.
class SamplesCard : public QWidget {
    Q_OBJECT

public:
    /// Samples are read on the reader's thread.
    explicit SamplesCard(RunReader& reader, QWidget* parent = nullptr);

    struct Data {
        std::shared_ptr<const Dataset> validation, test;
    };
    /// The data of the run, if they are at hand: for pictures and the names of classes.
    void setData(Data data, const QStringList& classes);
    void clear();
    /// The data of an event "samples".
    void setEvent(const std::string& data, qint64 step);
    QStringList texts() const; ///< of what is shown

private:
    struct Sample {
        int64_t index = 0, target = -1, predicted = -1;
        double loss = 0, probability = 0;
    };
    void showSamples();
    QString className(int64_t number) const;
    QString describe(const Sample& sample) const;
    void read(int place);

    RunReader& m_reader;
    QComboBox* m_which;
    QLabel* m_text;
    ImageGrid* m_grid;
    QTreeWidget* m_list;
    Data m_data;
    QStringList m_classes;
    std::vector<Sample> m_best, m_worst;
    bool m_test = false;
    quint64 m_version = 0; // of what is shown: pictures that come later belong elsewhere
    qint64 m_step = 0;
};

/// One sample of a picture field, stretched from its least to its greatest value; null if it is none.
QImage samplePicture(const Dataset& dataset, int64_t index);

} // namespace ds::ui
