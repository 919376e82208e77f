// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/settings/settings_page.h"

#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

#include "app/workbench/pages/settings/shortcut_list.h"
#include "app/workbench/shell/setting_specs.h"
#include "app/workbench/shell/settings.h"
#include "widgets/form/form.h"

namespace ds::ui {

namespace {

QString words(const char* text) { return *text ? QCoreApplication::translate("Settings", text) : QString(); }

FormField fieldOf(const SettingSpec& spec, const Settings& settings)
{
    using Kind = SettingSpec::Kind;
    FormField field;
    field.name = QString::fromLatin1(spec.key);
    field.label = words(spec.label);
    field.help = words(spec.doc);
    field.section = words(spec.section);
    field.unit = words(spec.unit);
    field.min = spec.min;
    field.max = spec.max;
    field.fallback = spec.fallback;
    field.value = settings.chosen(field.name);
    switch (spec.kind) {
    case Kind::Bool: field.kind = FormField::Kind::Bool; break;
    case Kind::Int: // as the form gives them
        field.kind = FormField::Kind::Int;
        field.fallback = spec.fallback.toLongLong();
        field.value = field.value.toLongLong();
        break;
    case Kind::Text: field.kind = FormField::Kind::Text; break;
    case Kind::Choice:
        field.kind = FormField::Kind::Choice;
        for (const auto& [value, label] : spec.choices) {
            field.choices << words(label);
            if (field.value == QLatin1String(value)) field.value = words(label);
            if (field.fallback == QLatin1String(value)) field.fallback = words(label);
        }
    }
    return field;
}

QFrame* card(const QString& title, QWidget* content)
{
    auto* frame = new QFrame;
    frame->setProperty("card", true);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    auto* heading = new QLabel(title);
    heading->setProperty("heading", true);
    column->addWidget(heading);
    column->addWidget(content);
    return frame;
}

} // namespace

SettingsPage::SettingsPage(PageContext& context, QWidget* parent)
    : Page(parent), m_context(context), m_form(new Form), m_shortcuts(new ShortcutList(context.commands))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card(tr("Settings"), m_form));
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(left);
    scroll->setMinimumWidth(400);
    scroll->setMaximumWidth(560);
    QFrame* keys = card(tr("Keyboard shortcuts"), m_shortcuts);
    keys->setMaximumWidth(760);
    row->addWidget(scroll, 1);
    row->addWidget(keys, 1);
    row->addStretch();
    connect(m_form, &Form::edited, this, &SettingsPage::take);
    connect(&context.settings, &Settings::changed, this, [this](const QString& key) {
        if (findSetting(key)) fill();
    });
    fill();
}

void SettingsPage::enter() { m_shortcuts->refresh(); } // pages that were made meanwhile have brought commands

void SettingsPage::fill()
{
    std::vector<FormField> fields;
    for (const SettingSpec& spec : settingSpecs()) fields.push_back(fieldOf(spec, m_context.settings));
    m_form->setFields(fields);
}

void SettingsPage::take(const QString& key, const QVariant& value)
{
    const SettingSpec* spec = findSetting(key);
    if (!spec) return;
    QVariant chosen = value;
    for (const auto& [name, label] : spec->choices)
        if (value == words(label)) chosen = QString::fromLatin1(name);
    m_context.settings.setValue(key, chosen);
}

extern const PageSpec page_settings;
const PageSpec page_settings = {
    .id = "settings",
    .title = QT_TRANSLATE_NOOP("Pages", "Settings"),
    .icon = "settings",
    .create = [](PageContext& context) -> Page* { return new SettingsPage(context); },
    .atBottom = true,
};

} // namespace ds::ui
