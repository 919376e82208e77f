// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

#include "inspector/engine/origin.h"
#include "inspector/engine/step_ops.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace ds::ui {

class TableModel;
class TableView;

/// The ops of a step in the order in which they ran, with what each made: to go through op by op and layer by layer, like a debugger.
class OpTable : public QWidget {
    Q_OBJECT

public:
    explicit OpTable(QWidget* parent = nullptr);

    /// `origin`: where in this step numbers stopped being finite, if they did.
    void show(int64_t step, inspector::StepOps ops, std::optional<inspector::Origin> origin);
    void clear();
    void choose(int op);
    int chosen() const; ///< -1: none
    const inspector::StepOps& ops() const { return m_ops; }
    /// What a value is, as the details of an op name it.
    QString valueText(int value) const;

signals:
    /// The op that is at hand now, and its layer.
    void picked(int op, const QString& layer);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void chooseNear(int direction, bool otherLayer);
    void scrollToChosen();
    void describe();

    int64_t m_step = 0;
    inspector::StepOps m_ops;
    std::optional<inspector::Origin> m_origin;
    TableModel* m_model;
    TableView* m_table;
    QLabel* m_title;
    QLabel* m_details;
    QLineEdit* m_filter;
    QToolButton *m_back, *m_forward;
    QPushButton *m_layerBack, *m_layerForward, *m_first;
};

} // namespace ds::ui
