// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/form/form.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace ds::ui {

class Switch;

/// Label, dot, editor; the reason for a refusal under it.
class FormRow : public QWidget {
    Q_OBJECT

public:
    FormRow(const FormField& field, QWidget* parent);

    /// New values; what is being typed stays.
    void setField(const FormField& field);
    const FormField& field() const { return m_field; }
    QWidget* editor() const;
    /// What the label needs to be read whole.
    int labelWidth() const;
    /// Else the label gets as much as the editor.
    void reserveLabelWidth(int width);

signals:
    void edited(const QVariant& value, bool finished);

private:
    void take(const QString& text, bool finished);
    void accept(const QVariant& value, bool finished);
    void reset();
    void show(const QString& problem);
    void refreshDot();

    FormField m_field;
    QLabel* m_label;
    QToolButton* m_dot;
    QLabel* m_problem;
    QLineEdit* m_line = nullptr;
    QComboBox* m_combo = nullptr;
    Switch* m_switch = nullptr;
};

} // namespace ds::ui
