// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/summary_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/pages/data/class_bars.h"
#include "widgets/plot/bar_plot.h"
#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

QString number(double value) { return QString::number(value, 'g', 4); }

/// Name at the left, value at the right.
void addRow(QGridLayout* grid, const QString& name, const QString& value, bool warn = false)
{
    auto* left = new QLabel(name);
    left->setProperty("secondary", true);
    auto* right = new QLabel(value);
    right->setAlignment(Qt::AlignRight);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (warn) right->setProperty("problem", true);
    const int row = grid->rowCount();
    grid->addWidget(left, row, 0);
    grid->addWidget(right, row, 1);
}

void fill(QGridLayout* grid, BarPlot* plot, const ValueSummary& value)
{
    while (QLayoutItem* item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addRow(grid, SummaryPanel::tr("Mean ± deviation"), QStringLiteral("%1 ± %2").arg(number(value.mean), number(value.deviation)));
    addRow(grid, SummaryPanel::tr("Least, most"), QStringLiteral("%1, %2").arg(number(value.min), number(value.max)));
    const double count = static_cast<double>(std::max<int64_t>(1, value.count));
    addRow(grid, SummaryPanel::tr("Zeros"), QStringLiteral("%1 %").arg(100 * static_cast<double>(value.zeros) / count, 0, 'f', 1));
    addRow(grid, SummaryPanel::tr("Missing"), QStringLiteral("%1 %").arg(100 * static_cast<double>(value.missing) / count, 0, 'f', 1),
           value.missing > 0);
    plot->setHistogram(value.histogram, value.min, value.max);
}

} // namespace

SummaryPanel::SummaryPanel(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(280);
    setProperty("panel", true);
    auto* content = new QWidget(this);
    content->setProperty("panel", true);
    content->setAttribute(Qt::WA_StyledBackground);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(16, 12, 16, 12);
    m_layout->setSpacing(8);
    m_layout->addStretch();
    setWidget(content);
}

void SummaryPanel::clear()
{
    while (m_layout->count() > 1) {
        QLayoutItem* item = m_layout->takeAt(0);
        delete item->widget();
        delete item;
    }
}

void SummaryPanel::show(const DataSummary& summary)
{
    clear();
    const auto add = [this](QWidget* widget) { m_layout->insertWidget(m_layout->count() - 1, widget); };
    if (summary.read < summary.samples) {
        auto* note =
            new QLabel(tr("Figures from %1 of %2 samples, evenly spread.").arg(countText(summary.read), countText(summary.samples)));
        note->setProperty("secondary", true);
        note->setWordWrap(true);
        add(note);
    }
    for (const FieldSummary& field : summary.fields) addField(field);
}

void SummaryPanel::addField(const FieldSummary& field)
{
    const auto add = [this](QWidget* widget) { m_layout->insertWidget(m_layout->count() - 1, widget); };
    auto* name = new QLabel(QString::fromStdString(field.field.name));
    name->setProperty("heading", true);
    name->setContentsMargins(0, m_layout->count() > 1 ? 12 : 0, 0, 0);
    add(name);
    auto* type = new QLabel(QString::fromStdString(field.field.type.text()));
    type->setFont(Theme::instance().mono());
    type->setProperty("secondary", true);
    add(type);
    if (!field.classCounts.empty()) {
        QStringList names;
        std::vector<double> counts;
        for (std::size_t i = 0; i < field.classCounts.size(); ++i) {
            names << (i < field.field.classes.size() ? QString::fromStdString(field.field.classes[i]) : QString::number(i));
            counts.push_back(static_cast<double>(field.classCounts[i]));
        }
        const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
        auto* balance = new ClassBars(names, counts, this);
        balance->setAccessibleName(tr("Class balance"));
        add(balance);
        auto* words = new QLabel(
            tr("%n class(es), the most frequent has %1 times the samples of the rarest.", nullptr, static_cast<int>(counts.size()))
                .arg(*least > 0 ? number(*most / *least) : tr("infinitely many")));
        words->setWordWrap(true);
        words->setProperty("secondary", true);
        add(words);
        if (field.outOfRange > 0) {
            auto* wrong = new QLabel(tr("%n label(s) without a class.", nullptr, static_cast<int>(field.outOfRange)));
            wrong->setProperty("problem", true);
            add(wrong);
        }
        return;
    }
    auto* grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    auto* plot = new BarPlot(this);
    plot->setMinimumHeight(90);
    plot->setAccessibleName(tr("Histogram"));
    if (field.values.size() > 1) {
        auto* choice = new QComboBox(this);
        choice->setAccessibleName(tr("Channel or column"));
        for (const ValueSummary& value : field.values) choice->addItem(QString::fromStdString(value.name));
        connect(choice, &QComboBox::currentIndexChanged, plot,
                [grid, plot, values = field.values](int index) { fill(grid, plot, values[static_cast<std::size_t>(index)]); });
        add(choice);
    }
    auto* figures = new QWidget(this);
    grid->setContentsMargins(0, 0, 0, 0);
    figures->setLayout(grid);
    add(figures);
    add(plot);
    fill(grid, plot, field.values.front());
}

} // namespace ds::ui
