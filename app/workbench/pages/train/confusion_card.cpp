// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/train/confusion_card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "widgets/plot/matrix_view.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

ConfusionCard::ConfusionCard(QWidget* parent)
    : QWidget(parent), m_matrix(new MatrixView), m_unit(new QComboBox), m_text(new QLabel), m_mistake(new QLabel),
      m_measure(new QPushButton(tr("Measure it in the next run")))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    m_unit->addItems({tr("Counts"), tr("Per cent of the class")});
    m_unit->setAccessibleName(tr("What the cells show"));
    m_text->setProperty("secondary", true);
    m_text->setWordWrap(true);
    m_mistake->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_unit);
    layout->addLayout(row);
    layout->addWidget(m_matrix);
    layout->addWidget(m_mistake);
    layout->addWidget(m_measure, 0, Qt::AlignHCenter);
    layout->addStretch();
    connect(m_unit, &QComboBox::currentIndexChanged, m_matrix, [this](int index) { m_matrix->setShares(index == 1); });
    connect(m_measure, &QPushButton::clicked, this, &ConfusionCard::measureWanted);
    m_measure->hide();
    clear();
}

void ConfusionCard::clear()
{
    m_matrix->setMatrix({}, {});
    m_matrix->hide();
    m_unit->hide();
    m_mistake->hide();
    m_text->setText(tr("No confusion matrix yet. It comes with the first validation if the metric “confusion” is measured."));
}

void ConfusionCard::setMeasured(bool measured) { m_measure->setVisible(!measured && m_matrix->classes() == 0); }
void ConfusionCard::setClassNames(const QStringList& names) { m_names = names; }
int ConfusionCard::classes() const { return m_matrix->classes(); }
QString ConfusionCard::worst() const { return m_mistake->text(); }

void ConfusionCard::setEvent(const std::string& data, qint64 step)
{
    const Result<Json> json = parseJson(data, "event");
    if (!json || !json->is_object() || !json->contains("matrix") || !(*json)["matrix"].is_array()) return;
    const Json& rows = (*json)["matrix"];
    QStringList names;
    std::vector<double> counts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        names << m_names.value(static_cast<qsizetype>(i), QString::number(i));
        if (!rows[i].is_array() || rows[i].size() != rows.size()) return;
        for (const Json& cell : rows[i]) counts.push_back(cell.is_number() ? cell.get<double>() : 0);
    }
    if (rows.empty()) return;
    m_matrix->setMatrix(names, counts);
    double most = 0;
    int row = -1, column = -1;
    for (int r = 0; r < m_matrix->classes(); ++r)
        for (int c = 0; c < m_matrix->classes(); ++c)
            if (const double count =
                    counts[static_cast<std::size_t>(r) * static_cast<std::size_t>(m_matrix->classes()) + static_cast<std::size_t>(c)];
                r != c && count > most)
                most = count, row = r, column = c;
    m_mistake->setText(row < 0 ? tr("No mistake at all.") : tr("Most frequent mistake: %1.").arg(m_matrix->describe(row, column)));
    m_text->setText(tr("Measured at step %1.").arg(countText(step)));
    m_matrix->show();
    m_unit->show();
    m_mistake->show();
    m_measure->hide();
}

} // namespace ds::ui
