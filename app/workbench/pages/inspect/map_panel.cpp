// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/map_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/workbench/inspection/inspection.h"
#include "app/workbench/pages/inspect/answer_head.h"
#include "app/workbench/pages/inspect/map_points.h"
#include "app/workbench/pages/inspect/sample_picture.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/words/words.h"
#include "inspector/engine/tsne.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

namespace {

enum SourceRole { NameRole = Qt::UserRole, ParameterRole };
constexpr qsizetype mostLetters = 160; // of a text beside the map

} // namespace

MapPanel::MapPanel(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_head(new AnswerHead), m_source(new QComboBox), m_method(new QComboBox),
      m_samples(new QComboBox), m_perplexity(new QSpinBox), m_compute(new QPushButton(tr("Compute"))), m_plot(new ScatterPlot),
      m_side(new QWidget), m_picture(new QLabel), m_caption(new QLabel)
{
    build();
    connect(m_source, &QComboBox::currentIndexChanged, this, &MapPanel::refresh);
    connect(m_method, &QComboBox::currentIndexChanged, this, &MapPanel::refresh);
    connect(m_compute, &QPushButton::clicked, this, &MapPanel::compute);
    connect(m_plot, &ScatterPlot::picked, this, &MapPanel::askForSample);
    setRun({});
}

void MapPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    m_source->setObjectName(QStringLiteral("mapOf"));
    m_source->setAccessibleName(tr("Layer or parameter"));
    m_source->setToolTip(
        tr("A layer: one point for each sample that the model was not trained on. A parameter: one for each of its rows."));
    m_source->setMinimumContentsLength(12);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_head->addTool(m_source);
    m_method->setObjectName(QStringLiteral("mapMethod"));
    m_method->addItem(tr("PCA"), QStringLiteral("pca"));
    m_method->addItem(tr("t-SNE"), QStringLiteral("tsne"));
    m_method->setAccessibleName(tr("Method"));
    m_method->setToolTip(tr("PCA keeps the directions in which points vary most: what is far apart is far apart. t-SNE keeps neighbours "
                            "together: distances between groups mean little."));
    m_head->addTool(m_method);
    m_perplexity->setRange(2, 200);
    m_perplexity->setValue(static_cast<int>(inspector::TsneSettings{}.perplexity));
    m_perplexity->setPrefix(tr("Perplexity "));
    m_perplexity->setAccessibleName(tr("Perplexity"));
    m_perplexity->setToolTip(tr("How many neighbours of each point count, roughly"));
    m_head->addTool(m_perplexity);
    for (const int samples : {250, 500, 1000, 2000}) m_samples->addItem(tr("%1 points").arg(countText(samples)), samples);
    m_samples->setCurrentIndex(2);
    m_samples->setAccessibleName(tr("How many points at most"));
    m_samples->setToolTip(tr("At most so many, spread over the data. t-SNE takes four times as long for twice as many."));
    m_head->addTool(m_samples);
    m_compute->setObjectName(QStringLiteral("computeMap"));
    m_compute->setToolTip(tr("In a process of its own"));
    m_head->addTool(m_compute);
    column->addWidget(m_head);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_plot->setAccessibleName(tr("Map of points"));
    row->addWidget(m_plot, 1);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(8);
    m_side->setFixedWidth(200);
    m_picture->setObjectName(QStringLiteral("mapSample"));
    m_picture->setAccessibleName(tr("The sample of the point that was clicked"));
    side->addWidget(m_picture);
    m_caption->setWordWrap(true);
    m_caption->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_caption->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    side->addWidget(m_caption);
    side->addStretch();
    row->addWidget(m_side);
    column->addLayout(row, 1);
}

void MapPanel::setRun(const QString& run)
{
    if (run == m_run && !run.isEmpty()) return;
    m_run = run;
    m_askedFor.clear();
    m_computing = false;
    m_source->clear();
    forget();
    m_plot->setEmptyText(tr("Compute: what a layer makes of samples is drawn here as points, in the colours of their classes."));
    m_head->say(run.isEmpty() ? tr("There is no run yet.") : QString());
    refresh();
    if (isVisible()) askForSources();
}

void MapPanel::forget()
{
    m_shown.clear();
    m_plot->clear();
    m_side->hide();
}

void MapPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    askForSources();
}

void MapPanel::refresh()
{
    m_perplexity->setVisible(m_method->currentIndex() == 1);
    m_compute->setEnabled(!m_run.isEmpty() && !m_computing && !m_source->currentData(NameRole).toString().isEmpty());
}

void MapPanel::askForSources()
{
    if (m_run.isEmpty() || m_askedFor == m_run) return;
    m_askedFor = m_run;
    m_head->say(tr("Looking at the layers…"));
    m_context.runs.ask(m_run, {{"ask", "projectable"}}, {}, [this, run = m_run](const Result<Json>& answer) {
        if (run != m_run) return;
        if (answer) return showSources(*answer);
        m_askedFor.clear(); // a run that has just begun has no checkpoint yet
        m_head->say(words::said(answer.error()), true);
    });
}

void MapPanel::showSources(const Json& answer)
{
    m_source->clear();
    const Json& results = answer.at("results");
    for (const char* kind : {"results", "parameters"}) {
        const bool parameters = kind == std::string("parameters");
        if (parameters && m_source->count() > 0 && !answer.at(kind).empty()) m_source->insertSeparator(m_source->count());
        for (const Json& source : answer.at(kind)) {
            const QString name = QString::fromStdString(source.at("name").get<std::string>());
            m_source->addItem(name, name);
            m_source->setItemData(m_source->count() - 1, parameters, ParameterRole);
            const QString shape = words::shape(Shape(source.at("shape").get<std::vector<int64_t>>()));
            m_source->setItemData(m_source->count() - 1,
                                  parameters ? tr("Rows of a parameter, %1").arg(shape) : tr("%1 for each sample").arg(shape),
                                  Qt::ToolTipRole);
        }
    }
    // The layer before the output is where classes should be apart.
    m_source->setCurrentIndex(results.size() > 1 ? static_cast<int>(results.size()) - 2 : 0);
    m_head->say(tr("%1 samples that the model was not trained on").arg(countText(answer.at("count").get<int64_t>())));
    refresh();
}

void MapPanel::compute()
{
    m_computing = true;
    refresh();
    m_head->say(tr("Computing…"));
    const bool tsne = m_method->currentIndex() == 1;
    const Json question{{"ask", "projection"},
                        {"of", m_source->currentData(ParameterRole).toBool() ? "parameter" : "result"},
                        {"name", m_source->currentData(NameRole).toString().toStdString()},
                        {"method", m_method->currentData().toString().toStdString()},
                        {"samples", m_samples->currentData().toInt()},
                        {"perplexity", m_perplexity->value()},
                        {"to", m_files.path().toStdString()}};
    m_context.runs.ask(
        m_run, question,
        [this, run = m_run, tsne](int64_t done) {
            if (run == m_run && tsne && done % 10 == 0) // some hundred a second
                m_head->say(tr("t-SNE, %1 of %2 iterations…").arg(countText(done), countText(inspector::TsneSettings{}.iterations)));
        },
        [this, run = m_run](const Result<Json>& answer) {
            if (run != m_run) return;
            m_computing = false;
            refresh();
            if (answer) return take(*answer);
            forget();
            m_head->say(words::said(answer.error()), true);
        });
}

void MapPanel::take(const Json& answer)
{
    forget();
    const Result<TensorFile> file = TensorFile::open(QString::fromStdString(answer.at("points").get<std::string>()));
    if (!file) return m_head->say(words::said(file.error()), true);
    const Json& samples = answer.at("samples");
    for (std::size_t i = 0; answer.at("of") == "result" && i < samples.size(); ++i)
        m_shown.push_back({samples[i].get<int64_t>(), pointText(answer, i)});
    MapPoints map = mapPoints(answer, file->part(-1).values);
    const QString name = QString::fromStdString(answer.at("name").get<std::string>()),
                  features = countText(answer.at("features").get<int64_t>());
    const QString each = answer.at("averaged").get<bool>() ? tr("%1, %2 means over positions a point").arg(name, features)
                         : answer.at("of") == "parameter"
                             ? tr("%1 rows of %2, %3 numbers each").arg(countText(static_cast<qint64>(map.points.size())), name, features)
                             : tr("%1, %2 numbers a point").arg(name, features);
    QStringList said;
    if (answer.contains("explained")) {
        const double across = answer["explained"][0].get<double>(), upwards = answer["explained"][1].get<double>();
        said << tr("%1: the plane holds %2 of the variance (%3 and %4).")
                    .arg(each, percentText(across + upwards), percentText(across), percentText(upwards));
    } else said << tr("%1: t-SNE with perplexity %2.").arg(each, shortText(answer.at("perplexity").get<double>()));
    if (answer.at("neighbours_of_same_class").is_number())
        said << tr("In its full space %1 of the %2 nearest neighbours are of the same class, by chance %3.")
                    .arg(percentText(answer["neighbours_of_same_class"].get<double>()), countText(answer.at("neighbours").get<int64_t>()),
                         percentText(answer.at("by_chance").get<double>()));
    m_head->say(said.join(QLatin1Char(' ')));
    m_plot->setPoints(std::move(map.points), std::move(map.groups));
}

void MapPanel::askForSample(int point)
{
    const auto at = static_cast<std::size_t>(point);
    if (at >= m_shown.size()) return;
    const int64_t sample = m_shown[at].number;
    const QString number = tr("Sample %1").arg(countText(sample));
    const QString text = m_shown[at].text.isEmpty() ? number : QStringLiteral("%1: %2").arg(number, m_shown[at].text);
    m_context.runs.ask(m_run, {{"ask", "sample"}, {"sample", sample}, {"to", m_files.path().toStdString()}}, {},
                       [this, run = m_run, point, text](const Result<Json>& answer) {
                           if (run != m_run || m_plot->chosen() != point) return;
                           if (answer) showSample(*answer, text);
                           else m_head->say(words::said(answer.error()), true);
                       });
}

void MapPanel::showSample(const Json& answer, const QString& text)
{
    QStringList said{text};
    bool picture = false;
    if (answer.at("input").is_string()) {
        const Result<TensorFile> file = TensorFile::open(QString::fromStdString(answer["input"].get<std::string>()));
        if (!file) return m_head->say(words::said(file.error()), true);
        const TensorPart input = file->part(-1);
        picture = isPicture(input);
        QString content;
        if (picture) {
            // As large as the caption below leaves room for.
            const int size = std::clamp(m_plot->height() - 56, 48, 196);
            m_picture->setPixmap(QPixmap::fromImage(samplePicture(input).scaled(size, size, Qt::KeepAspectRatio)));
        } else if (!answer.at("words").empty()) {
            for (const Json& word : answer["words"]) content += QString::fromStdString(word.get<std::string>()) + QLatin1Char(' ');
        } else {
            for (const float value : input.values)
                if (content.size() < mostLetters) content += shortText(value) + QLatin1Char(' ');
        }
        if (!content.isEmpty()) said << content.left(mostLetters);
    }
    m_picture->setVisible(picture);
    m_caption->setText(said.join(QStringLiteral("\n\n")));
    m_side->show();
}

} // namespace ds::ui
