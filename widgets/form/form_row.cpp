// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form/form_row.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include "widgets/form/switch.h"
#include "widgets/form/values.h"
#include "widgets/theme/elided_label.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int leastEditorWidth = 72; // the system's wish would push a form with long names over the edge of a narrow panel

/// Marks a value that differs from its default; a click sets it back.
class ChangedDot : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::Accent));
        const double radius = underMouse() || hasFocus() ? 4 : 2.5;
        painter.drawEllipse(QRectF(rect()).center(), radius, radius);
    }
};

} // namespace

FormRow::FormRow(const FormField& field, QWidget* parent)
    : QWidget(parent), m_label(new ElidedLabel(this)), m_dot(new ChangedDot(this)), m_problem(new QLabel(this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    m_dot->setFixedSize(14, 28);
    m_dot->setFocusPolicy(Qt::NoFocus);
    m_dot->setCursor(Qt::PointingHandCursor);
    QSizePolicy keep = m_dot->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_dot->setSizePolicy(keep);
    connect(m_dot, &QToolButton::clicked, this, &FormRow::reset);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();

    switch (field.kind) {
    case FormField::Kind::Bool:
        m_switch = new Switch(this);
        connect(m_switch, &Switch::clicked, this, [this](bool on) { accept(on, true); });
        break;
    case FormField::Kind::Choice:
        m_combo = new QComboBox(this);
        m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_combo->setMinimumContentsLength(6);
        connect(m_combo, &QComboBox::activated, this, [this] { take(m_combo->currentText(), true); });
        break;
    default:
        m_line = new QLineEdit(this);
        connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) { take(text, false); });
        connect(m_line, &QLineEdit::editingFinished, this, [this] {
            if (m_line->isModified()) take(m_line->text(), true);
            m_line->setModified(false);
        });
    }
    grid->addWidget(m_label, 0, 0);
    grid->addWidget(m_dot, 0, 1);
    grid->addWidget(editor(), 0, 2, m_switch ? Qt::AlignLeft : Qt::Alignment());
    grid->addWidget(m_problem, 1, 0, 1, 3);
    if (!m_switch) editor()->setMinimumWidth(leastEditorWidth);
    m_label->setBuddy(editor());
    setField(field);
}

int FormRow::labelWidth() const { return m_label->fontMetrics().horizontalAdvance(m_label->text()); }

void FormRow::reserveLabelWidth(int width) { static_cast<QGridLayout*>(layout())->setColumnMinimumWidth(0, width); }

QWidget* FormRow::editor() const
{
    if (m_switch) return m_switch;
    return m_combo ? static_cast<QWidget*>(m_combo) : m_line;
}

void FormRow::setField(const FormField& field)
{
    m_field = field;
    m_label->setText(field.unit.isEmpty() ? field.label : tr("%1, %2", "name, unit").arg(field.label, field.unit));
    // The whole name comes first, since there may be no room for it.
    const QString tip = QStringLiteral("<qt><b>%1</b><br>%2</qt>").arg(m_label->text().toHtmlEscaped(), field.help.toHtmlEscaped());
    m_label->setToolTip(tip);
    editor()->setToolTip(tip);
    editor()->setAccessibleName(field.label);
    editor()->setAccessibleDescription(field.help);
    editor()->setEnabled(field.enabled);
    const bool mixed = !field.value.isValid() && field.fallback.isValid();
    if (m_switch) {
        m_switch->setChecked(field.value.toBool());
        m_switch->setMixed(!field.value.isValid());
    } else if (m_combo) {
        if (QStringList items = field.choices; m_combo->count() != items.size() || m_combo->itemText(0) != items.value(0)) {
            m_combo->clear();
            m_combo->addItems(items);
        }
        m_combo->setPlaceholderText(mixed ? tr("several") : QString());
        m_combo->setCurrentIndex(field.value.isValid() ? m_combo->findText(field.value.toString()) : -1);
    } else if (!m_line->isModified() || !m_line->hasFocus()) {
        m_line->setPlaceholderText(mixed ? tr("several values") : field.value.isValid() ? QString() : tr("needed"));
        const QString text = formText(field.kind, field.value);
        if (text != m_line->text()) {
            m_line->setText(text);
            m_line->setCursorPosition(0); // of a long text, the beginning
        }
    }
    refreshDot();
    show(field.problem);
}

void FormRow::take(const QString& text, bool finished)
{
    QString problem;
    const QVariant value = formValue(m_field, text, problem);
    show(problem);
    if (problem.isEmpty()) accept(value, finished);
}

void FormRow::accept(const QVariant& value, bool finished)
{
    m_field.value = value;
    refreshDot();
    emit edited(value, finished);
}

void FormRow::reset()
{
    if (m_line) m_line->setModified(false);
    FormField field = m_field;
    field.value = field.fallback;
    field.problem.clear();
    setField(field);
    emit edited(field.fallback, true);
}

void FormRow::show(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!m_line) return;
    m_line->setProperty("wrong", !problem.isEmpty());
    m_line->style()->unpolish(m_line);
    m_line->style()->polish(m_line);
}

void FormRow::refreshDot()
{
    const bool changed = m_field.fallback.isValid() && m_field.value.isValid() && m_field.value != m_field.fallback;
    m_dot->setVisible(changed);
    const QString fallback = m_field.kind == FormField::Kind::Bool ? (m_field.fallback.toBool() ? tr("on") : tr("off"))
                                                                   : formText(m_field.kind, m_field.fallback);
    m_dot->setToolTip(tr("Set back to %1").arg(fallback.isEmpty() ? tr("nothing") : fallback));
    m_dot->setAccessibleName(m_dot->toolTip());
}

} // namespace ds::ui
