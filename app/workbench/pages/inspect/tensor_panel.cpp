// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/tensor_panel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

#include "app/workbench/inspection/inspection.h"
#include "app/workbench/pages/inspect/part_model.h"
#include "app/workbench/words/words.h"
#include "widgets/image/image_grid.h"
#include "widgets/plot/bar_plot.h"
#include "widgets/plot/number_text.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

namespace {

constexpr int histogramBars = 64, leastSize = 24, mostSize = 360, usualSize = 84; // pixels

/// Asks where to, without holding up the window.
void askForFile(QWidget* parent, const QString& title, const QString& name, const QString& suffix,
                const std::function<void(QString)>& write)
{
    auto* dialog = new QFileDialog(parent, title, {}, QStringLiteral("*.") + suffix);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name + QLatin1Char('.') + suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, write);
    dialog->open();
}

} // namespace

TensorPanel::TensorPanel(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_message(new QLabel), m_figures(new QLabel), m_choice(new QComboBox),
      m_itemCaption(new QLabel), m_item(new QSpinBox), m_each(new QCheckBox(tr("Each map for itself"))),
      m_size(new QSlider(Qt::Horizontal)), m_views(new QButtonGroup(this)), m_save(new QToolButton), m_stack(new QStackedWidget),
      m_maps(new ImageGrid), m_table(new QTableView), m_model(new PartModel(this)), m_histogram(new BarPlot)
{
    build();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &TensorPanel::want);
    connect(m_item, &QSpinBox::valueChanged, this, &TensorPanel::readPart);
    connect(m_each, &QCheckBox::toggled, this, &TensorPanel::drawPart);
    connect(m_size, &QSlider::valueChanged, m_maps, &ImageGrid::setThumbnailSize);
    connect(m_maps, &ImageGrid::needed, this, &TensorPanel::drawMap);
    connect(m_maps, &ImageGrid::currentChanged, this, [this](int map) { m_model->setMap(m_part.map(map), m_part.height, m_part.width); });
    connect(m_maps, &ImageGrid::activated, this, [this] { m_views->button(1)->click(); });
    connect(m_views, &QButtonGroup::idClicked, m_stack, &QStackedWidget::setCurrentIndex);
    connect(&Theme::instance(), &Theme::changed, this, &TensorPanel::drawPart);
    clear();
}

void TensorPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_title);
    m_choice->setAccessibleName(tr("Which of its tensors"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_choice);
    row->addWidget(m_itemCaption);
    m_item->setAccessibleName(tr("Which item of the first axis"));
    row->addWidget(m_item);
    row->addStretch();
    m_each->setToolTip(tr("Brightness from the least to the greatest number of each map, instead of all of them"));
    row->addWidget(m_each);
    m_size->setRange(leastSize, mostSize);
    m_size->setValue(usualSize);
    m_size->setMaximumWidth(90);
    m_size->setAccessibleName(tr("Size of the pictures"));
    m_size->setToolTip(m_size->accessibleName());
    m_maps->setThumbnailSize(usualSize);
    row->addWidget(m_size);
    const QString names[] = {tr("Pictures"), tr("Table"), tr("Histogram")};
    for (int view = 0; view < 3; ++view) {
        auto* button = new QPushButton(names[view]);
        button->setCheckable(true);
        button->setChecked(view == 0);
        button->setProperty("flat", true);
        m_views->addButton(button, view);
        row->addWidget(button);
    }
    setIcon(m_save, QStringLiteral("save"));
    m_save->setToolTip(tr("Save"));
    m_save->setAccessibleName(m_save->toolTip());
    m_save->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_save);
    menu->addAction(tr("Whole tensor as .npy…"), this, &TensorPanel::saveNpy);
    menu->addAction(tr("Picture as .png…"), this, &TensorPanel::savePicture);
    m_save->setMenu(menu);
    row->addWidget(m_save);
    column->addLayout(row);
    m_maps->setObjectName(QStringLiteral("maps"));
    m_maps->setAccessibleName(tr("Maps of the tensor"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Numbers of the chosen map"));
    m_table->horizontalHeader()->setDefaultSectionSize(72);
    m_table->verticalHeader()->setDefaultSectionSize(22);
    m_histogram->setValueText([](double count) { return countText(static_cast<qint64>(count)); });
    for (QWidget* view : {static_cast<QWidget*>(m_maps), static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_histogram)})
        m_stack->addWidget(view);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    column->addWidget(m_message, 1);
    column->addWidget(m_stack, 1);
    m_figures->setProperty("secondary", true);
    m_figures->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_figures);
}

void TensorPanel::clear()
{
    m_choices.clear();
    m_file.reset();
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
    }
    m_title->setText(tr("Tensors of a step"));
    say(tr("Make a step again, and choose one of its ops: what it read and made is seen here number by number."), false);
}

void TensorPanel::say(const QString& text, bool bad)
{
    m_message->setText(text);
    m_message->setProperty("secondary", !bad);
    m_message->setStyleSheet(bad ? QStringLiteral("color: %1;").arg(color(Role::Bad).name()) : QString());
    m_message->setVisible(!text.isEmpty());
    const bool there = text.isEmpty();
    for (QWidget* part : {static_cast<QWidget*>(m_stack), static_cast<QWidget*>(m_figures)}) part->setVisible(there);
    for (QWidget* tool : {static_cast<QWidget*>(m_each), static_cast<QWidget*>(m_size), static_cast<QWidget*>(m_save)})
        tool->setEnabled(there);
    for (QAbstractButton* button : m_views->buttons()) button->setEnabled(there);
    m_choice->setVisible(!m_choices.empty());
    const bool items = there && m_file && m_file->items() > 1;
    m_itemCaption->setVisible(items);
    m_item->setVisible(items);
}

void TensorPanel::setChoices(const QString& title, std::vector<Choice> choices, int chosen)
{
    m_choices = std::move(choices);
    m_title->setText(title);
    m_wanted = -1;
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        for (const Choice& choice : m_choices) m_choice->addItem(choice.name, choice.value);
        m_choice->setCurrentIndex(chosen);
    }
    if (m_choices.empty()) return say(tr("This op makes no floating-point numbers."), false);
    want();
}

void TensorPanel::want()
{
    const int at = m_choice->currentIndex();
    if (at < 0 || !isVisible()) return; // showEvent() comes back to it
    const int value = m_choices[static_cast<std::size_t>(at)].value;
    if (value == m_wanted) return;
    m_wanted = value;
    // What is there stays until the new numbers are.
    if (!m_file) say(tr("Making the step again…"), false);
    emit wanted(value);
}

void TensorPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    want();
}

void TensorPanel::fail(const QString& message)
{
    m_file.reset();
    m_model->setMap(nullptr, 0, 0);
    say(message, true);
}

void TensorPanel::show(TensorFile file)
{
    m_file = std::move(file);
    const int at = m_choice->currentIndex();
    const bool everyItem = at >= 0 && m_choices[static_cast<std::size_t>(at)].everyItem;
    {
        const QSignalBlocker quiet(m_item);
        m_item->setRange(m_file->readsAll() ? -1 : 0, static_cast<int>(m_file->items() - 1));
        m_item->setSpecialValueText(m_file->readsAll() ? tr("all") : QString()); // it is that of the least value
        m_item->setValue(everyItem ? -1 : 0);
        m_itemCaption->setText(everyItem ? tr("filter") : tr("sample"));
    }
    say({}, false);
    readPart();
}

void TensorPanel::readPart()
{
    m_part = m_file->part(m_item->value());
    m_range = rangeOf(m_part.values.data(), m_part.count());
    m_figures->setText(tr("%1: %2 to %3, mean %4, deviation %5, %6 zeros, %7 not finite")
                           .arg(words::shape(m_file->shape()), shortText(m_range.low), shortText(m_range.high), shortText(m_range.mean),
                                shortText(m_range.deviation), countText(m_range.zeros), countText(m_range.notFinite)));
    drawPart();
}

void TensorPanel::drawPart()
{
    if (!m_file) return;
    m_each->setVisible(m_part.maps > 1);
    m_maps->setCount(static_cast<int>(m_part.maps));
    m_model->setMap(m_part.map(0), m_part.height, m_part.width);
    drawHistogram();
}

QString TensorPanel::mapName(int map) const
{
    const Shape& shape = m_file->shape();
    // Of all items, "item, map".
    const bool all = m_file->items() > 1 && m_item->value() < 0 && shape.rank() > 3;
    const int64_t each = std::max<int64_t>(1, m_part.maps / m_file->items());
    return all && each > 1 ? QStringLiteral("%1, %2").arg(map / each).arg(map % each) : QString::number(map);
}

void TensorPanel::drawMap(int map)
{
    const float* values = m_part.map(map);
    const NumberRange own = rangeOf(values, m_part.height * m_part.width);
    m_maps->setItem(map, mapPicture(values, m_part.height, m_part.width, m_each->isChecked() ? own : m_range), mapName(map), -1,
                    tr("%1: %2 to %3, mean %4").arg(mapName(map), shortText(own.low), shortText(own.high), shortText(own.mean)));
}

void TensorPanel::drawHistogram()
{
    std::vector<double> counts(histogramBars);
    const double width = (m_range.high - m_range.low) / histogramBars;
    for (const float value : m_part.values) {
        if (!(value >= m_range.low && value <= m_range.high)) continue;
        const int bar = width > 0 ? static_cast<int>((value - m_range.low) / width) : 0;
        counts[static_cast<std::size_t>(std::min(bar, histogramBars - 1))] += 1;
    }
    m_histogram->setHistogram(std::move(counts), m_range.low, m_range.high);
}

void TensorPanel::saveNpy()
{
    askForFile(this, tr("Save tensor"), QStringLiteral("tensor"), QStringLiteral("npy"), [this](const QString& path) {
        QFile::remove(path);
        if (!QFile::copy(m_file->path(), path)) m_figures->setText(tr("%1 cannot be written").arg(path));
    });
}

void TensorPanel::savePicture()
{
    askForFile(this, tr("Save picture"), QStringLiteral("tensor"), QStringLiteral("png"), [this](const QString& path) {
        const int map = std::max(0, m_maps->current());
        const float* values = m_part.map(map);
        const NumberRange scale = m_each->isChecked() ? rangeOf(values, m_part.height * m_part.width) : m_range;
        if (!mapPicture(values, m_part.height, m_part.width, scale).save(path)) m_figures->setText(tr("%1 cannot be written").arg(path));
    });
}

} // namespace ds::ui
