// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/explain_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

#include "app/workbench/inspection/inspection.h"
#include "app/workbench/pages/inspect/sample_picture.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/words/words.h"
#include "inspector/engine/explanation.h"
#include "widgets/image/image_grid.h"
#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int leastPicture = 72, mostPicture = 240; // pixels

const std::vector<const inspector::ExplanationSpec*>& methods() { return inspector::allExplanations(); }

/// Red speaks for, blue against; the more it counts, the less of the picture shines through.
QColor tinted(const QColor& base, double share)
{
    const QColor tint = Theme::heat(0.5 + 0.5 * share);
    return mixed(base, tint, std::min(1.0, std::abs(share)));
}

/// -1 to 1 by the greatest of all.
double shareOf(double value, const NumberRange& range)
{
    const double most = std::max(std::abs(range.low), std::abs(range.high));
    return most > 0 && std::isfinite(value) ? value / most : 0;
}

} // namespace

ExplainPanel::ExplainPanel(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_list(new QTreeWidget), m_sample(new QSpinBox), m_target(new QComboBox),
      m_prediction(new QLabel), m_doc(new QLabel), m_stack(new QStackedWidget), m_pictures(new ImageGrid)
{
    build();
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item) m_sample->setValue(item->data(0, Qt::UserRole).toInt());
    });
    connect(m_sample, &QSpinBox::valueChanged, this, [this] {
        const QSignalBlocker quiet(m_target);
        m_target->setCurrentIndex(0);
        explain();
    });
    connect(m_target, &QComboBox::currentIndexChanged, this, &ExplainPanel::explain);
    connect(m_pictures, &ImageGrid::currentChanged, this,
            [this](int index) { explainMethod(index > 0 ? m_shown[static_cast<std::size_t>(index)].doc : QString()); });
    setRun({});
}

void ExplainPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* sample = new QLabel(tr("Sample"));
    sample->setBuddy(m_sample);
    row->addWidget(sample);
    m_sample->setAccessibleName(tr("Sample"));
    m_sample->setMinimum(-1);
    m_sample->setSpecialValueText(QStringLiteral("–"));
    row->addWidget(m_sample);
    m_target->setAccessibleName(tr("What is explained"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_target->setToolTip(tr("What speaks for this class, and what against it"));
    row->addWidget(m_target);
    m_prediction->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(m_prediction, 1);
    column->addLayout(row);
    auto* split = new QSplitter(Qt::Horizontal);
    m_list->setHeaderLabels({tr("Most mistaken"), tr("Loss")});
    m_list->setObjectName(QStringLiteral("mistaken"));
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Samples with the greatest loss"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    split->addWidget(m_list);
    m_pictures->setObjectName(QStringLiteral("explained"));
    m_pictures->fitOneRow(leastPicture, mostPicture);
    m_pictures->setAccessibleName(tr("What counts for the prediction, by method"));
    m_stack->addWidget(m_pictures);
    auto* area = new QScrollArea;
    auto* texts = new QWidget;
    auto* lines = new QVBoxLayout(texts);
    for (std::size_t i = 0; i < methods().size(); ++i) {
        m_texts.push_back(new QLabel);
        m_texts.back()->setWordWrap(true);
        m_texts.back()->setTextFormat(Qt::RichText);
        lines->addWidget(m_texts.back());
    }
    lines->addStretch();
    area->setWidget(texts);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    m_stack->addWidget(area);
    split->addWidget(m_stack);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 3);
    split->setSizes({300, 900});
    column->addWidget(split, 1);
    m_doc->setProperty("secondary", true);
    m_doc->setWordWrap(true);
    column->addWidget(m_doc);
}

void ExplainPanel::say(const QString& text, bool bad)
{
    m_prediction->setText(text);
    m_prediction->setStyleSheet(bad ? QStringLiteral("color: %1;").arg(color(Role::Bad).name()) : QString());
}

void ExplainPanel::explainMethod(const QString& doc)
{
    m_doc->setText(doc);
    m_doc->setVisible(!doc.isEmpty());
}

void ExplainPanel::setRun(const QString& run)
{
    if (run == m_run && !run.isEmpty()) return;
    m_run = run;
    m_askedFor.clear();
    ++m_version;
    {
        const QSignalBlocker quiet(m_sample), other(m_target);
        m_sample->setRange(-1, -1);
        m_target->clear();
    }
    m_list->clear();
    m_shown.clear();
    m_pictures->setCount(0);
    m_pictures->setEmptyText(tr("Choose a sample: what counts for its prediction is shown here."));
    for (QLabel* text : m_texts) text->clear();
    explainMethod({});
    say({});
    if (isVisible()) askForSamples();
}

void ExplainPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    askForSamples();
}

void ExplainPanel::askForSamples()
{
    if (m_run.isEmpty() || m_askedFor == m_run) return;
    m_askedFor = m_run;
    say(tr("Looking for what the model is most mistaken about…"));
    m_context.runs.ask(m_run, {{"ask", "samples"}}, {}, [this, run = m_run](const Result<Json>& answer) {
        if (run != m_run) return;
        if (answer) return showSamples(*answer);
        m_askedFor.clear(); // a run that has just begun has no checkpoint yet
        say(words::said(answer.error()), true);
    });
}

QString ExplainPanel::className(const Json& target) const
{
    const auto place = target.is_number_integer() ? target.get<qsizetype>() : -1;
    return place >= 0 && place < m_classes.size() ? m_classes[place] : QString::number(place);
}

void ExplainPanel::showSamples(const Json& answer)
{
    m_classes.clear();
    for (const Json& name : answer.at("classes")) m_classes << QString::fromStdString(name.get<std::string>());
    {
        const QSignalBlocker quiet(m_sample), other(m_target), list(m_list);
        m_sample->setRange(-1, static_cast<int>(answer.at("count").get<int64_t>() - 1));
        m_sample->setValue(-1);
        m_target->clear();
        m_target->addItem(tr("What is predicted"));
        m_target->addItems(m_classes);
        m_target->setVisible(!m_classes.isEmpty());
        m_list->clear();
        for (const Json& sample : answer.at("worst")) {
            const int64_t target = sample.value("target", int64_t{-1});
            const double loss = sample.at("loss").is_number() ? sample.at("loss").get<double>() : std::numeric_limits<double>::infinity();
            const QString what =
                target < 0 ? tr("sample %1").arg(countText(sample.at("index").get<int64_t>()))
                : sample.at("predicted") == sample.at("target")
                    ? tr("%1, with %2").arg(className(sample.at("target")), percentText(sample.at("probability").get<double>()))
                    : tr("%1 taken for %2, with %3")
                          .arg(className(sample.at("target")), className(sample.at("predicted")),
                               percentText(sample.at("probability").get<double>()));
            auto* item = new QTreeWidgetItem(m_list, {what, numberText(loss, 3)});
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            item->setData(0, Qt::UserRole, QVariant::fromValue(sample.at("index").get<int>()));
            item->setToolTip(0, tr("Sample %1").arg(countText(sample.at("index").get<int64_t>())));
        }
    }
    say(tr("%1 samples that the model was not trained on").arg(countText(answer.at("count").get<int64_t>())));
}

void ExplainPanel::explain()
{
    if (m_sample->value() < 0) return;
    ++m_version;
    m_next = 0;
    m_shown.clear();
    m_pictures->setCount(0);
    m_pictures->setEmptyText(tr("Asking the model…"));
    for (QLabel* text : m_texts) text->clear();
    explainMethod({});
    askNext();
}

void ExplainPanel::askNext()
{
    if (m_next >= static_cast<int>(methods().size())) return;
    Json question{{"ask", "explain"},
                  {"sample", m_sample->value()},
                  {"method", std::string(methods()[static_cast<std::size_t>(m_next)]->name)},
                  {"to", m_files.path().toStdString()}};
    if (m_target->currentIndex() > 0) question["target"] = m_target->currentIndex() - 1;
    m_context.runs.ask(m_run, question, {}, [this, version = m_version](const Result<Json>& answer) {
        if (version != m_version) return;
        if (answer) take(*answer);
        else if (m_next == 0) say(words::said(answer.error()), true); // what does not go with the model is left out
        ++m_next;
        askNext();
    });
}

void ExplainPanel::take(const Json& answer)
{
    const Result<TensorFile> map = TensorFile::open(QString::fromStdString(answer.at("map").get<std::string>())),
                             input = TensorFile::open(QString::fromStdString(answer.at("input").get<std::string>()));
    if (!map || !input) return say(words::said(map ? input.error() : map.error()), true);
    QStringList said;
    const Json& prediction = answer.at("prediction");
    if (prediction.contains("classes"))
        for (const Json& item : prediction["classes"])
            if (const double p = item.at("probability").get<double>(); p >= 0.005 || said.isEmpty())
                said << QStringLiteral("%1 %2").arg(QString::fromStdString(item.at("class").get<std::string>()), percentText(p));
    if (prediction.contains("values"))
        for (const Json& value : prediction["values"])
            if (said.size() < 5) said << shortText(value.get<double>());
    const Json& truth = answer.at("truth");
    const QString right = truth.is_string()   ? QString::fromStdString(truth.get<std::string>())
                          : truth.is_number() ? shortText(truth.get<double>())
                                              : QString();
    say(right.isEmpty() ? said.join(QStringLiteral(", ")) : tr("%1 — in truth %2").arg(said.join(QStringLiteral(", ")), right));
    const TensorPart counts = map->part(-1), numbers = input->part(-1);
    const bool picture = isPicture(numbers) && counts.height == numbers.height && counts.width == numbers.width;
    m_stack->setCurrentIndex(picture ? 0 : 1);
    if (picture) takePicture(counts, numbers, m_next);
    else takeText(counts, numbers, answer.at("words"), m_next);
}

void ExplainPanel::takePicture(const TensorPart& map, const TensorPart& input, int method)
{
    const NumberRange range = rangeOf(map.values.data(), map.count());
    const QImage plain = samplePicture(input);
    QImage tint = plain;
    for (int64_t at = 0; at < map.count(); ++at) {
        const int x = static_cast<int>(at % input.width), y = static_cast<int>(at / input.width);
        tint.setPixelColor(x, y, tinted(plain.pixelColor(x, y), shareOf(map.values[static_cast<std::size_t>(at)], range)));
    }
    if (m_shown.empty()) m_shown.push_back({plain, tr("the sample"), {}});
    const inspector::ExplanationSpec& spec = *methods()[static_cast<std::size_t>(method)];
    m_shown.push_back({tint, words::described(spec.title), words::described(spec.doc)});
    m_pictures->setCount(static_cast<int>(m_shown.size()));
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        m_pictures->setItem(static_cast<int>(i), m_shown[i].picture, m_shown[i].name, -1, m_shown[i].doc);
}

/// Words, or numbers with their place, each on a ground that tells how it counts.
void ExplainPanel::takeText(const TensorPart& map, const TensorPart& input, const Json& list, int method)
{
    constexpr int64_t most = 400; // more than one reads
    const NumberRange range = rangeOf(map.values.data(), map.count());
    const inspector::ExplanationSpec& spec = *methods()[static_cast<std::size_t>(method)];
    QString html = QStringLiteral("<b>%1</b>&nbsp; ").arg(words::described(spec.title).toHtmlEscaped());
    for (int64_t at = 0; at < std::min(map.count(), most); ++at) {
        const auto i = static_cast<std::size_t>(at);
        const QString text = i < list.size()                ? QString::fromStdString(list[i].get<std::string>())
                             : input.count() == map.count() ? QStringLiteral("%1: %2").arg(QString::number(at), shortText(input.values[i]))
                                                            : QString::number(at);
        const QColor ground = tinted(color(Role::Panel), shareOf(map.values[i], range));
        html += QStringLiteral("<span style=\"background:%1; color:%2\">&nbsp;%3&nbsp;</span> ")
                    .arg(ground.name(), ground.lightnessF() > 0.55 ? QStringLiteral("#1C2127") : QStringLiteral("#FFFFFF"),
                         text.toHtmlEscaped());
    }
    QLabel* label = m_texts[static_cast<std::size_t>(method)];
    label->setText(html);
    label->setToolTip(words::described(spec.doc));
}

} // namespace ds::ui
