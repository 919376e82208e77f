// SPDX-License-Identifier: GPL-3.0-or-later
// A form from a list of descriptions: label, editor, range, unit, help, and a dot where a value differs from its default.
#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace ds::ui {

class FormRow;

struct FormField {
    enum class Kind { Bool, Int, Float, Text, Choice, Ints, Floats, Texts };

    QString name;  ///< what edited() says
    QString label; ///< what people read
    Kind kind = Kind::Text;
    QVariant value;    ///< invalid: several different values are shown at once
    QVariant fallback; ///< the default; invalid: the field is required
    double min = -1e300, max = 1e300;
    QStringList choices = {}; ///< of Choice
    QString unit = {}, help = {};
    QString section = {}; ///< a heading above the first field of each section
    QString problem = {}; ///< shown under the editor
    bool enabled = true;
};

/// Lists are edited as "3 × 3" or "3, 3"; values of Ints and Floats are QVariantLists, those of Texts QStringLists. An entry that is
/// out of range or no number stays with the reason under it and is not emitted.
class Form : public QWidget {
    Q_OBJECT

public:
    explicit Form(QWidget* parent = nullptr);
    ~Form() override;

    /// Rows of the same names and kinds are kept, with the focus and what is being typed.
    void setFields(const std::vector<FormField>& fields);
    /// Focuses the editor of a field, for links from problems.
    void focusField(const QString& name);

signals:
    /// A value that was accepted. While typing it comes at each valid state; `finished` is true when Enter or Tab ends it.
    void edited(const QString& name, const QVariant& value, bool finished);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// One edge for all editors; labels get the width that they need, as far as it goes.
    void alignEditors();

    QVBoxLayout* m_layout;
    std::vector<FormRow*> m_rows;
    QStringList m_shape; // names, kinds, sections: when they are the same, the rows are kept
};

} // namespace ds::ui
