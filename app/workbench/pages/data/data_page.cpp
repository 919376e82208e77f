// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/data_page.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

#include "app/workbench/pages/data/preview_panel.h"
#include "app/workbench/pages/data/sample_table.h"
#include "app/workbench/pages/data/summary_panel.h"
#include "app/workbench/pages/data/transform_panel.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/panels.h"
#include "app/workbench/words/words.h"
#include "core/data/transformed_dataset.h"
#include "widgets/dock/dock_frame.h"
#include "widgets/image/image_grid.h"
#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

DataPage::DataPage(PageContext& context)
    : m_context(context), m_sets(new QButtonGroup(this)), m_class(new QComboBox(this)), m_count(new QLabel(this)),
      m_empty(new QLabel(this)), m_views(new QStackedWidget(this)), m_grid(new ImageGrid(this)), m_table(new QTableView(this)),
      m_model(new SampleTable(this)), m_summary(new SummaryPanel(this)), m_transforms(new TransformPanel(context.project, this)),
      m_preview(new PreviewPanel(this)), m_side(new QTabWidget(this))
{
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(6);
    int id = 0;
    for (const QString& name : {tr("Training"), tr("Validation"), tr("Test")}) {
        auto* button = new QPushButton(name, left);
        button->setCheckable(true);
        m_sets->addButton(button, id++);
        tools->addWidget(button);
    }
    tools->addSpacing(12);
    m_class->setMinimumWidth(160);
    m_class->setAccessibleName(tr("Only samples of this class"));
    m_class->setToolTip(tr("Only samples of this class"));
    tools->addWidget(m_class);
    tools->addStretch();
    m_count->setProperty("secondary", true);
    tools->addWidget(m_count);
    column->addLayout(tools);
    auto* parts = new QSplitter(Qt::Vertical, left);
    parts->setHandleWidth(12);
    parts->setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_views);
    auto* card = new QFrame(parts);
    card->setProperty("card", true);
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(12, 8, 12, 8);
    inner->addWidget(m_preview);
    m_previewCard = card;
    parts->addWidget(card);
    parts->setStretchFactor(0, 1);
    parts->setSizes({360, 350});
    column->addWidget(parts, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("secondary", true);
    m_views->addWidget(m_empty);
    m_views->addWidget(m_grid);
    m_views->addWidget(m_table);
    m_table->setTabKeyNavigation(false); // else Tab stays within for ever
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setAccessibleName(tr("Samples"));
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_grid->setThumbnailSize(72);
    m_side->setDocumentMode(true);
    m_side->tabBar()->setDrawBase(false);
    m_side->addTab(m_summary, tr("Statistics"));
    m_side->addTab(m_transforms, tr("Transforms"));
    m_side->setMinimumWidth(300);
    m_side->setProperty("panel", true);
    m_side->setAttribute(Qt::WA_StyledBackground);
    auto* frame = new DockFrame(this);
    frame->setCentre(left);
    frame->addPanel({QStringLiteral("summary"), tr("Statistics and transforms"), m_side, Qt::RightDockWidgetArea, 360});
    managePanels(*frame, context, QStringLiteral("data"), QCoreApplication::translate("Pages", "Data"));
    outer->addWidget(frame);

    connect(m_sets, &QButtonGroup::idClicked, this, [this] {
        showSet();
        preview();
    });
    connect(m_class, &QComboBox::currentIndexChanged, this, &DataPage::listSamples);
    connect(m_grid, &ImageGrid::needed, this, [this](int index) { m_reader.request(m_listed[static_cast<std::size_t>(index)]); });
    m_model->setRequest([this](int64_t sample) { m_reader.request(sample); });
    connect(&m_reader, &DataReader::read, this, &DataPage::take);
    connect(&m_reader, &DataReader::summarised, this, [this] {
        m_summary->show(*m_reader.summary());
        fillClasses();
        listSamples();
        preview(); // with the range of the pixels
    });
    connect(&m_reader, &DataReader::failed, this, [this](const QString& problem) {
        m_empty->setText(problem);
        m_views->setCurrentWidget(m_empty);
    });
    connect(&context.checker, &Checker::finished, this, [this] {
        if (m_here) takeData();
    });
    connect(m_grid, &ImageGrid::currentChanged, this, [this](int index) {
        if (index >= 0 && index < static_cast<int>(m_listed.size())) chooseSample(m_listed[static_cast<std::size_t>(index)]);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid() && now.row() < static_cast<int>(m_listed.size())) chooseSample(m_listed[static_cast<std::size_t>(now.row())]);
    });
    connect(m_preview, &PreviewPanel::chosen, this, [this](int transform) {
        m_side->setCurrentWidget(m_transforms);
        m_transforms->choose(transform);
    });
    connect(m_transforms, &TransformPanel::currentChanged, m_preview, &PreviewPanel::mark);
    connect(&context.project, &Project::changed, this, [this] {
        if (m_here) preview();
    });
    context.commands.add(QStringLiteral("data.help"), tr("Help on the chosen transform"), [this] { m_transforms->showHelp(); },
                         {.shortcut = QKeySequence::HelpContents, .icon = QStringLiteral("info"), .scope = this});
    m_sets->button(0)->setChecked(true);
}

void DataPage::enter()
{
    m_here = true;
    takeData();
}

void DataPage::leave() { m_here = false; }

void DataPage::takeData()
{
    const auto result = m_context.checker.result();
    const DataSets sets = result ? result->check.data : DataSets{};
    const std::shared_ptr<const Dataset> all[] = {sets.train, sets.validation, sets.test};
    for (int i = 0; i < 3; ++i) {
        m_sets->button(i)->setEnabled(all[i] != nullptr);
        if (!all[i]) m_sets->button(i)->setToolTip(tr("The project names no such data"));
    }
    if (!all[m_sets->checkedId()]) m_sets->button(0)->setChecked(true);
    Errors problems;
    std::vector<Field> fields;
    if (result)
        for (const Error& error : result->check.errors)
            if (error.where.starts_with("data.transforms.")) problems.push_back(error);
    if (sets.train) fields = withoutTransforms(sets.train)->fields();
    m_transforms->setFacts(fields, problems);
    showSet();
    preview();
}

void DataPage::showSet()
{
    const auto result = m_context.checker.result();
    const DataSets sets = result ? result->check.data : DataSets{};
    const std::shared_ptr<const Dataset> all[] = {sets.train, sets.validation, sets.test};
    // As the source gives them: what is random has no statistics.
    const std::shared_ptr<const Dataset> wanted = withoutTransforms(all[m_sets->checkedId()]);
    if (!wanted) {
        m_reader.setDataset(nullptr);
        m_summary->clear();
        m_count->clear();
        m_class->clear();
        QString why = tr("No data yet. Choose a data source on the Design page.");
        if (result)
            for (const Problem& problem : result->problems)
                if (problem.field.rfind("data", 0) == 0)
                    why = QStringLiteral("%1: %2. %3")
                              .arg(QString::fromStdString(problem.field), words::said(problem.text), words::said(problem.more));
        m_empty->setText(why);
        m_views->setCurrentWidget(m_empty);
        return;
    }
    if (wanted == m_reader.dataset()) return;
    m_sample = 0;
    m_summary->clear();
    m_count->setText(tr("reading…"));
    m_reader.setDataset(wanted);
    m_class->clear();
    listSamples();
}

void DataPage::fillClasses()
{
    const DataSummary& summary = *m_reader.summary();
    const QSignalBlocker block(m_class);
    m_class->clear();
    m_class->addItem(tr("All classes"), -1);
    m_class->setVisible(summary.classField >= 0);
    if (summary.classField < 0) return;
    const FieldSummary& field = summary.fields[static_cast<std::size_t>(summary.classField)];
    for (std::size_t i = 0; i < field.classCounts.size(); ++i) {
        const QString name = i < field.field.classes.size() ? QString::fromStdString(field.field.classes[i]) : QString::number(i);
        m_class->addItem(name, static_cast<int>(i));
    }
}

void DataPage::listSamples()
{
    const std::shared_ptr<const Dataset>& dataset = m_reader.dataset();
    if (!dataset) return;
    const DataSummary* summary = m_reader.summary();
    const int wanted = m_class->currentIndex() > 0 ? m_class->currentData().toInt() : -1;
    m_listed.clear();
    if (wanted < 0) {
        m_listed.resize(static_cast<std::size_t>(dataset->size()));
        std::iota(m_listed.begin(), m_listed.end(), 0);
    } else {
        for (std::size_t i = 0; i < summary->classOf.size(); ++i)
            if (summary->classOf[i] == wanted) m_listed.push_back(summary->indices[i]);
    }
    const bool images = std::any_of(dataset->fields().begin(), dataset->fields().end(),
                                    [](const Field& field) { return kindOf(field) == FieldKind::Image; });
    if (images) {
        // Without the range of the values pictures would come out wrong.
        m_grid->setCount(summary ? static_cast<int>(m_listed.size()) : 0);
        m_grid->setEmptyText(summary ? tr("No samples of this class.") : tr("Reading the data…"));
        m_views->setCurrentWidget(m_grid);
    } else {
        m_model->setRows(sampleColumns(dataset->fields()), m_listed);
        m_views->setCurrentWidget(m_table);
        const bool wide = m_model->columnCount() <= 2;
        m_table->horizontalHeader()->setSectionResizeMode(0, wide ? QHeaderView::Stretch : QHeaderView::Interactive);
    }
    if (summary) m_count->setText(tr("%1 of %2 samples").arg(countText(static_cast<qint64>(m_listed.size())), countText(dataset->size())));
}

void DataPage::take(const Sample& sample)
{
    if (m_views->currentWidget() == m_table) {
        m_model->setSample(sample);
        return;
    }
    const auto at = std::lower_bound(m_listed.begin(), m_listed.end(), sample.index);
    if (at == m_listed.end() || *at != sample.index) return;
    m_grid->setItem(static_cast<int>(at - m_listed.begin()), sample.image, sample.problem.isEmpty() ? sample.label : sample.problem);
}

void DataPage::chooseSample(int64_t sample)
{
    m_sample = sample;
    preview();
}

void DataPage::preview()
{
    const auto result = m_context.checker.result();
    const bool images = m_views->currentWidget() == m_grid;
    PreviewRequest request;
    if (result && (m_reader.summary() || !images)) request.plain = m_reader.dataset();
    const Document& document = m_context.project.document();
    request.steps = transformSteps(document);
    m_previewCard->setVisible(!request.steps.empty()); // without transforms the samples have the space
    if (const AttrValue* seed = document.training.find("seed"))
        if (const auto* number = std::get_if<int64_t>(seed)) request.seed = static_cast<uint64_t>(*number);
    request.training = m_sets->checkedId() == 0;
    if (result) request.trained = result->check.data.train;
    request.sample = m_sample;
    m_reader.range(request.low, request.high);
    m_preview->request(std::move(request));
}

extern const PageSpec page_data = {"data", QT_TRANSLATE_NOOP("Pages", "Data"), "data",
                                   [](PageContext& context) -> Page* { return new DataPage(context); }};

} // namespace ds::ui
