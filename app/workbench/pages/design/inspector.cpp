// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/inspector.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/workbench/pages/design/layer_panel.h"
#include "app/workbench/pages/design/project_panel.h"

namespace ds::ui {

Inspector::Inspector(Project& project, QWidget* parent)
    : QWidget(parent), m_stack(new QStackedWidget(this)), m_layer(new LayerPanel(project, this)), m_project(new ProjectPanel(project, this))
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(m_project);
    m_stack->addWidget(m_layer);
    connect(m_layer, &LayerPanel::helpRequested, this, &Inspector::helpRequested);
    connect(m_layer, &LayerPanel::renameRequested, this, &Inspector::renameRequested);
}

void Inspector::show(const editing::ModelPath& path, const QStringList& selection, const CheckResult* check, const StepForecast* forecast)
{
    editing::Names layers;
    for (const QString& id : selection)
        if (!id.startsWith(QLatin1Char(':'))) layers.insert(id.toStdString());
    if (layers.empty()) {
        const QString box = selection.size() == 1 ? selection.front() : QString();
        m_project->show(box == QLatin1String(editing::dataId)   ? ProjectPanel::Tab::Data
                        : box == QLatin1String(editing::lossId) ? ProjectPanel::Tab::Loss
                                                                : ProjectPanel::Tab::Unchanged);
        m_project->showTotals(check, forecast);
        m_stack->setCurrentWidget(m_project);
        return;
    }
    m_layer->show(path, layers, check, forecast);
    m_stack->setCurrentWidget(m_layer);
}

void Inspector::focusField(const QString& field)
{
    if (m_stack->currentWidget() == m_layer) m_layer->focusField(field);
    else m_project->focusField(field);
}

} // namespace ds::ui
