// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/train/samples_card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QPointer>
#include <QTreeWidget>

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "app/workbench/runs_view/run_reader.h"
#include "core/tensor/tensor.h"
#include "widgets/image/image_grid.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

namespace {

const Field* pictureField(const Dataset& dataset)
{
    for (const Field& field : dataset.fields()) {
        const Shape& shape = field.type.shape;
        if (!field.target && shape.rank() == 3 && (shape[0] == 1 || shape[0] == 3)) return &field;
    }
    return nullptr;
}

} // namespace

QImage samplePicture(const Dataset& dataset, int64_t index)
{
    const Field* field = pictureField(dataset);
    if (!field || index < 0 || index >= dataset.size()) return {};
    std::vector<Tensor> tensors;
    std::vector<void*> out;
    Tensor picture;
    for (const Field& f : dataset.fields()) {
        tensors.emplace_back(f.type);
        out.push_back(tensors.back().raw());
        if (&f == field) picture = tensors.back();
    }
    try {
        dataset.read(index, out);
    } catch (const RunError&) {
        return {}; // the data have gone since
    }
    const int64_t channels = field->type.shape[0], height = field->type.shape[1], width = field->type.shape[2];
    double low = picture.at(0), high = low;
    for (int64_t i = 1; i < picture.count(); ++i) low = std::min(low, picture.at(i)), high = std::max(high, picture.at(i));
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
    const auto level = [&](int64_t channel, int64_t y, int64_t x) {
        const double value = picture.at((std::min(channel, channels - 1) * height + y) * width + x);
        return high > low ? static_cast<int>(255 * (value - low) / (high - low)) : 0;
    };
    for (int64_t y = 0; y < height; ++y)
        for (int64_t x = 0; x < width; ++x)
            image.setPixel(static_cast<int>(x), static_cast<int>(y), qRgb(level(0, y, x), level(1, y, x), level(2, y, x)));
    return image;
}

SamplesCard::SamplesCard(RunReader& reader, QWidget* parent)
    : QWidget(parent), m_reader(reader), m_which(new QComboBox), m_text(new QLabel), m_grid(new ImageGrid), m_list(new QTreeWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    m_text->setProperty("secondary", true);
    m_text->setWordWrap(true);
    m_which->addItems({tr("Hardest"), tr("Easiest")});
    m_which->setAccessibleName(tr("Which samples"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_which);
    layout->addLayout(row);
    m_grid->setThumbnailSize(84);
    layout->addWidget(m_grid, 1);
    m_list->setHeaderLabels({tr("Sample"), tr("Loss"), tr("Class")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Samples"));
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    layout->addWidget(m_list, 1);
    layout->addStretch();
    connect(m_which, &QComboBox::currentIndexChanged, this, &SamplesCard::showSamples);
    connect(m_grid, &ImageGrid::needed, this, &SamplesCard::read);
    clear();
}

void SamplesCard::clear()
{
    m_best.clear();
    m_worst.clear();
    showSamples();
}

void SamplesCard::setData(Data data, const QStringList& classes)
{
    if (data.validation == m_data.validation && data.test == m_data.test && classes == m_classes) return;
    m_data = std::move(data);
    m_classes = classes;
    showSamples();
}

void SamplesCard::setEvent(const std::string& data, qint64 step)
{
    const Result<Json> json = parseJson(data, "event");
    if (!json || !json->is_object()) return;
    const auto list = [&](const char* key) {
        std::vector<Sample> samples;
        const Json items = json->value(key, Json::array());
        if (!items.is_array()) return samples;
        for (const Json& item : items) {
            if (!item.is_object()) continue;
            const auto number = [&](const char* name, double fallback) {
                const auto at = item.find(name);
                return at != item.end() && at->is_number() ? at->get<double>() : fallback;
            };
            samples.push_back({static_cast<int64_t>(number("index", 0)), static_cast<int64_t>(number("target", -1)),
                               static_cast<int64_t>(number("predicted", -1)), number("loss", std::numeric_limits<double>::infinity()),
                               number("probability", 0)});
        }
        return samples;
    };
    m_best = list("best");
    m_worst = list("worst");
    m_test = json->value("set", Json()) == "test";
    m_step = step;
    showSamples();
}

QString SamplesCard::className(int64_t number) const { return m_classes.value(number, QString::number(number)); }

QString SamplesCard::describe(const Sample& sample) const
{
    if (sample.predicted < 0) return tr("loss %1").arg(numberText(sample.loss, 3));
    const QString taken = className(sample.predicted) + ' ' + percentText(sample.probability);
    return sample.target == sample.predicted ? taken : tr("%1, not %2").arg(taken, className(sample.target));
}

void SamplesCard::showSamples()
{
    ++m_version;
    const std::vector<Sample>& samples = m_which->currentIndex() == 0 ? m_worst : m_best;
    const auto& data = m_test ? m_data.test : m_data.validation;
    const bool pictures = data && pictureField(*data);
    m_which->setVisible(!samples.empty());
    m_text->setText(samples.empty()
                        ? tr("The easiest and hardest samples come with the first validation.")
                        : (m_test ? tr("Of the test data, step %1.") : tr("Of the validation data, step %1.")).arg(countText(m_step)));
    m_grid->setVisible(pictures && !samples.empty());
    m_list->setVisible(!pictures && !samples.empty());
    m_grid->setCount(pictures ? static_cast<int>(samples.size()) : 0);
    m_list->clear();
    for (const Sample& sample : samples)
        m_list->addTopLevelItem(new QTreeWidgetItem({countText(sample.index), numberText(sample.loss, 3), describe(sample)}));
}

void SamplesCard::read(int place)
{
    const std::vector<Sample>& samples = m_which->currentIndex() == 0 ? m_worst : m_best;
    if (place >= static_cast<int>(samples.size())) return;
    const Sample sample = samples[static_cast<std::size_t>(place)];
    m_reader.ask([self = QPointer(this), place, sample, version = m_version, data = m_test ? m_data.test : m_data.validation](RunStore*) {
        const QImage picture = samplePicture(*data, sample.index);
        return std::function<void()>([self, place, sample, version, picture] {
            if (!self || self->m_version != version) return;
            const int good = sample.predicted < 0 ? -1 : sample.predicted == sample.target;
            const QString text = self->describe(sample);
            const QString taken = sample.predicted < 0 ? text : self->className(sample.predicted) + ' ' + percentText(sample.probability);
            self->m_grid->setItem(place, picture, taken, good,
                                  tr("%1 (sample %2, loss %3)").arg(text, countText(sample.index), numberText(sample.loss, 3)));
        });
    });
}

QStringList SamplesCard::texts() const
{
    QStringList lines;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        lines << m_list->topLevelItem(i)->text(0) + QStringLiteral(": ") + m_list->topLevelItem(i)->text(2);
    return lines;
}

} // namespace ds::ui
