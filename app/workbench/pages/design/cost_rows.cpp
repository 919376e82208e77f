// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/cost_rows.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/theme/theme.h"

namespace ds::ui {

CostRows::CostRows(const QString& heading, QWidget* parent) : QWidget(parent), m_grid(new QGridLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* title = new QLabel(heading, this);
    title->setProperty("section", true);
    column->addWidget(title);
    auto* line = new QFrame(this);
    line->setProperty("line", true);
    line->setFixedHeight(1);
    column->addWidget(line);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    connect(&Theme::instance(), &Theme::changed, this, &CostRows::fill);
}

void CostRows::setRows(std::vector<Row> rows)
{
    if (rows == m_rows) return; // labels are made anew only for new words
    m_rows = std::move(rows);
    fill();
}

void CostRows::fill()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int at = 0;
    for (const Row& row : m_rows) {
        auto* name = new QLabel(row.label, this);
        name->setStyleSheet(QStringLiteral("color: %1;").arg(color(Role::Text2).name()));
        auto* figure = new QLabel(row.value, this);
        figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
        for (QLabel* label : {name, figure}) label->setToolTip(row.hint);
        m_grid->addWidget(name, at, 0);
        m_grid->addWidget(figure, at++, 1);
    }
}

} // namespace ds::ui
