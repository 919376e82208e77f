// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form/form.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

#include "widgets/form/form_row.h"

namespace ds::ui {

Form::Form(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
}

Form::~Form()
{
    for (FormRow* row : m_rows) row->disconnect(this); // a field that loses the focus as it goes says that it was edited
}

void Form::setFields(const std::vector<FormField>& fields)
{
    QStringList shape;
    for (const FormField& field : fields)
        shape << QStringLiteral("%1/%2/%3").arg(field.section, field.name).arg(static_cast<int>(field.kind));
    if (shape == m_shape) {
        for (std::size_t i = 0; i < fields.size(); ++i) m_rows[i]->setField(fields[i]);
        alignEditors();
        return;
    }
    m_shape = shape;
    m_rows.clear();
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // one of them may be the sender of what led here
        }
        delete item;
    }
    QString section;
    for (const FormField& field : fields) {
        if (field.section != section) {
            section = field.section;
            auto* heading = new QLabel(section.toUpper(), this);
            heading->setProperty("section", true);
            heading->setContentsMargins(0, m_rows.empty() ? 0 : 10, 0, 0);
            m_layout->addWidget(heading);
            auto* line = new QFrame(this);
            line->setProperty("line", true);
            line->setFixedHeight(1);
            m_layout->addWidget(line);
        }
        auto* row = new FormRow(field, this);
        connect(row, &FormRow::edited, this,
                [this, name = field.name](const QVariant& value, bool finished) { emit edited(name, value, finished); });
        m_layout->addWidget(row);
        m_rows.push_back(row);
    }
    alignEditors();
}

void Form::alignEditors()
{
    int label = 0;
    for (const FormRow* row : m_rows) label = std::max(label, row->labelWidth());
    label = std::min(label, width() * 3 / 5);
    for (FormRow* row : m_rows) row->reserveLabelWidth(label);
}

void Form::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    alignEditors();
}

void Form::focusField(const QString& name)
{
    for (FormRow* row : m_rows)
        if (row->field().name == name) row->editor()->setFocus(Qt::OtherFocusReason);
}

} // namespace ds::ui
