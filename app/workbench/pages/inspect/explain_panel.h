// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <QWidget>

#include <vector>

#include "app/workbench/pages/inspect/tensor_file.h"
#include "app/workbench/shell/page.h"
#include "core/base/json.h"

class QComboBox;
class QLabel;
class QSpinBox;
class QStackedWidget;
class QTreeWidget;

namespace ds::ui {

class ImageGrid;

/// Why the model of a run predicts what it does for one sample that it was not trained on: what each method takes to count, side by side.
/// Offers the samples that it is most mistaken about. Asks for nothing while it is hidden.
class ExplainPanel : public QWidget {
    Q_OBJECT

public:
    explicit ExplainPanel(PageContext& context, QWidget* parent = nullptr);

    /// Empty: none.
    void setRun(const QString& run);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void askForSamples();
    void showSamples(const Json& answer);
    void explain();
    void askNext();
    void take(const Json& answer);
    void takePicture(const TensorPart& map, const TensorPart& input, int method);
    void takeText(const TensorPart& map, const TensorPart& input, const Json& words, int method);
    void say(const QString& text, bool bad = false);
    void explainMethod(const QString& doc);
    QString className(const Json& target) const;

    struct Shown {
        QImage picture;
        QString name, doc;
    };

    PageContext& m_context;
    QString m_run, m_askedFor; // m_askedFor: the run whose samples are there
    QTemporaryDir m_files;
    QStringList m_classes;
    int m_next = 0;    // method
    int m_version = 0; // of what is asked for
    QTreeWidget* m_list;
    QSpinBox* m_sample;
    QComboBox* m_target;
    QLabel *m_prediction, *m_doc;
    QStackedWidget* m_stack;
    ImageGrid* m_pictures;
    std::vector<Shown> m_shown;   // the sample, then what was answered
    std::vector<QLabel*> m_texts; // one for each method
};

} // namespace ds::ui
