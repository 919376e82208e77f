// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/layer_panel.h"

#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/forms/form_fields.h"
#include "app/workbench/layout/layer_box.h"
#include "app/workbench/pages/design/cost_rows.h"
#include "app/workbench/pages/design/drawing.h"
#include "app/workbench/pages/design/words.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/project/totals.h"
#include "core/layers/layer.h"
#include "widgets/form/form.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr QLatin1String frozenName("/frozen"), mutedName("/muted"); // no attribute holds a slash

/// Of the types that documents know themselves.
const std::vector<AttrSpec>& inputAttributes()
{
    static const std::vector<AttrSpec> list{{.name = "field",
                                             .type = AttrType::String,
                                             .required = true,
                                             .doc = QT_TRANSLATE_NOOP("Registry", "Data field that comes in here.")}};
    return list;
}

const std::vector<AttrSpec>& attributesOf(const std::string& type, bool inside)
{
    static const std::vector<AttrSpec> none;
    if (type == "Input") return inside ? none : inputAttributes();
    const LayerSpec* spec = findLayer(type);
    return spec ? spec->attributes : none;
}

FormField flag(const QString& name, const QString& label, const QString& help, const QVariant& value)
{
    FormField field;
    field.name = name;
    field.label = label;
    field.kind = FormField::Kind::Bool;
    field.value = value;
    field.fallback = false;
    field.help = help;
    field.section = LayerPanel::tr("In training");
    return field;
}

} // namespace

LayerPanel::LayerPanel(Project& project, QWidget* parent)
    : QWidget(parent), m_project(project), m_dot(new QLabel(this)), m_title(new QLabel(this)), m_help(new QToolButton(this)),
      m_form(new Form(this)), m_costs(new CostRows(tr("THIS LAYER"), this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 14, 12, 8);
    head->setSpacing(8);
    m_dot->setFixedSize(10, 10);
    m_title->setProperty("title", true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_help->setProperty("flat", true);
    m_help->setToolTip(tr("What this layer does (F1)"));
    m_help->setAccessibleName(tr("What this layer does"));
    head->addWidget(m_dot);
    head->addWidget(m_title, 1);
    head->addWidget(m_help);
    outer->addLayout(head);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 4, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_form);
    column->addWidget(m_costs);
    column->addStretch();
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // the panel's own colour shows
    scroll->viewport()->setAutoFillBackground(false);
    outer->addWidget(scroll);
    connect(m_form, &Form::edited, this, &LayerPanel::edit);
    connect(m_help, &QToolButton::clicked, this, [this] { emit helpRequested(QString::fromStdString(m_type)); });
}

void LayerPanel::show(const editing::ModelPath& path, const editing::Names& names, const CheckResult* check, const StepForecast* forecast)
{
    const Model* model = editing::modelAt(m_project.document(), path);
    if (!model) return;
    if (path != m_path || names != m_names) ++m_round;
    m_path = path;
    m_names = names;
    const LayerNode* first = nullptr;
    bool oneType = true;
    for (const LayerNode& layer : model->layers) {
        if (!names.count(layer.name)) continue;
        if (!first) first = &layer;
        else oneType = oneType && layer.type == first->type;
    }
    if (!first) return;
    m_type = oneType ? first->type : std::string();
    m_title->setText(names.size() == 1 ? QString::fromStdString(first->name) : tr("%n layers", nullptr, static_cast<int>(names.size())));
    m_title->setToolTip(names.size() == 1 ? m_title->text() : QString());
    m_help->setText(m_type.empty() ? tr("several types") : QString::fromStdString(m_type) + QStringLiteral(" ?"));
    m_help->setEnabled(!m_type.empty());
    QPixmap dot(20, 20);
    dot.setDevicePixelRatio(2);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::instance().category(QString::fromStdString(categoryOf(m_type))));
    painter.drawEllipse(QRectF(0, 0, 10, 10));
    painter.end();
    m_dot->setPixmap(dot);
    showForm(*model);
    showCosts(check, forecast);
}

void LayerPanel::showForm(const Model& model)
{
    std::vector<const Attrs*> attrs;
    QVariant frozen, muted;
    bool first = true;
    for (const LayerNode& layer : model.layers) {
        if (!m_names.count(layer.name)) continue;
        attrs.push_back(&layer.attrs);
        if (first) {
            frozen = layer.frozen;
            muted = layer.muted;
        } else {
            if (frozen != QVariant(layer.frozen)) frozen = QVariant();
            if (muted != QVariant(layer.muted)) muted = QVariant();
        }
        first = false;
    }
    std::vector<FormField> fields = formFields(attributesOf(m_type, !m_path.empty()), attrs);
    for (FormField& field : fields) field.section = tr("Attributes");
    if (m_type != "Input" && m_type != "Output") {
        fields.push_back(flag(frozenName, tr("Frozen"), tr("Its parameters are kept as they are."), frozen));
        fields.push_back(flag(mutedName, tr("Bypassed"), tr("Its first input goes through unchanged."), muted));
    }
    m_form->setFields(fields);
}

void LayerPanel::showCosts(const CheckResult* check, const StepForecast* forecast)
{
    const std::string path = m_names.size() == 1 ? editing::fullName(m_path, *m_names.begin()) : std::string();
    m_costs->setVisible(check && !path.empty());
    if (m_costs->isHidden()) return;
    std::vector<CostRows::Row> rows;
    const auto shapes = check->check.lowered.shapes.find(path);
    const bool known = shapes != check->check.lowered.shapes.end() && !shapes->second.outputs.empty();
    if (!known) rows.push_back({tr("Output"), tr("not known yet")});
    for (std::size_t i = 0; known && i < shapes->second.outputs.size(); ++i)
        rows.push_back({i ? QString() : tr("Output"), words::shape(shapes->second.outputs[i].shape)});
    const auto share = [&](double part, double whole) {
        return whole > 0 ? QStringLiteral(" (%1 %)").arg(100 * part / whole, 0, 'f', 1) : QString();
    };
    if (const auto cost = check->costs.find(path); known && cost != check->costs.end()) {
        const LayerCost& own = cost->second;
        const auto total = check->costs.find({});
        const LayerCost all = total == check->costs.end() ? LayerCost{} : total->second;
        rows.push_back({tr("Parameters"), words::number(own.parameters) + share(double(own.parameters), double(all.parameters))});
        rows.push_back({tr("FLOPs forward"), words::amount(own.flops) + share(own.flops, all.flops)});
        rows.push_back({tr("Activations"), words::bytes(own.activationBytes) + share(own.activationBytes, all.activationBytes)});
    }
    if (forecast)
        if (const auto cost = forecast->costs.find(path); known && cost != forecast->costs.end())
            rows.push_back(
                {tr("Time of a step"),
                 tr("about %1").arg(words::time(cost->second.seconds)) + share(cost->second.seconds, forecast->costs.at({}).seconds),
                 timeHint()});
    m_costs->setRows(std::move(rows));
}

void LayerPanel::edit(const QString& name, const QVariant& value, bool finished)
{
    const std::vector<AttrSpec>& specs = attributesOf(m_type, !m_path.empty());
    const std::string attribute = name.toStdString();
    const auto spec = std::find_if(specs.begin(), specs.end(), [&](const AttrSpec& s) { return s.name == attribute; });
    const QString who =
        m_names.size() == 1 ? QString::fromStdString(*m_names.begin()) : tr("%n layers", nullptr, static_cast<int>(m_names.size()));
    const QString what = name == frozenName ? tr("freezing") : name == mutedName ? tr("bypass") : words::label(attribute).toLower();
    const auto change = [&](Document& document) {
        editing::editModel(document, m_path, [&](Model& model) {
            for (LayerNode& layer : model.layers) {
                if (!m_names.count(layer.name)) continue;
                if (name == frozenName) layer.frozen = value.toBool();
                else if (name == mutedName) layer.muted = value.toBool();
                else if (spec != specs.end()) setFromForm(layer.attrs, *spec, value);
            }
        });
    };
    m_project.edit(tr("Change %1 of %2").arg(what, who), change, QStringLiteral("layer/%1/%2").arg(name).arg(m_round));
    if (finished) ++m_round;
}

void LayerPanel::focusField(const QString& name) { m_form->focusField(name); }

} // namespace ds::ui
