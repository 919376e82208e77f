// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/op_table.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>
#include <utility>

#include "app/workbench/inspection/inspection.h"
#include "app/workbench/words/words.h"
#include "widgets/plot/number_text.h"
#include "widgets/table/table_view.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

using inspector::Phase;
using inspector::StepOp;
using inspector::StepValue;
using inspector::TensorStatistics;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

QString phaseTitle(Phase phase)
{
    switch (phase) {
    case Phase::Forward: return OpTable::tr("forward");
    case Phase::Backward: return OpTable::tr("backward");
    case Phase::Update: break;
    }
    return OpTable::tr("update");
}

QString countOrNothing(double value) { return value > 0 ? countText(static_cast<qint64>(value)) : QString(); }

/// What the step made of it.
QString sizeText(const StepValue& value)
{
    const TensorStatistics& s = value.statistics;
    if (s.count == 0) return OpTable::tr("not computed");
    if (!value.finite()) return OpTable::tr("%1 of %2 not finite").arg(countText(s.count - s.finite()), countText(s.count));
    return shortText(s.rootMeanSquare());
}

} // namespace

OpTable::OpTable(QWidget* parent)
    : QWidget(parent), m_model(new TableModel(this)), m_table(new TableView(m_model)), m_title(new QLabel), m_details(new QLabel),
      m_filter(new QLineEdit), m_back(new QToolButton), m_forward(new QToolButton), m_layerBack(new QPushButton(tr("Layer before"))),
      m_layerForward(new QPushButton(tr("Next layer"))), m_first(new QPushButton(tr("First bad number")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addStretch();
    m_first->setToolTip(tr("The op with which numbers stopped being finite"));
    row->addWidget(m_first);
    m_layerBack->setToolTip(tr("To the last op of the layer before"));
    m_layerForward->setToolTip(tr("To the first op of the next layer"));
    setIcon(m_back, QStringLiteral("left"));
    setIcon(m_forward, QStringLiteral("right"));
    m_back->setToolTip(tr("One op back"));
    m_forward->setToolTip(tr("One op forward"));
    for (QToolButton* button : {m_back, m_forward}) {
        button->setAccessibleName(button->toolTip());
        button->setAutoRepeat(true);
    }
    for (QWidget* button : {static_cast<QWidget*>(m_layerBack), static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_forward),
                            static_cast<QWidget*>(m_layerForward)})
        row->addWidget(button);
    m_filter->setPlaceholderText(tr("Filter: layer, op, size>1"));
    m_filter->setAccessibleName(tr("Filter of the ops"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(220);
    row->addWidget(m_filter);
    column->addLayout(row);
    m_table->setObjectName(QStringLiteral("ops"));
    m_table->setAccessibleName(tr("Ops of the step"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    column->addWidget(m_table, 1);
    m_details->setProperty("secondary", true);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_details);

    connect(m_filter, &QLineEdit::textChanged, m_model, &TableModel::setFilter);
    connect(m_table, &TableView::selectionChangedTo, this, &OpTable::describe);
    connect(m_back, &QToolButton::clicked, this, [this] { chooseNear(-1, false); });
    connect(m_forward, &QToolButton::clicked, this, [this] { chooseNear(1, false); });
    connect(m_layerBack, &QPushButton::clicked, this, [this] { chooseNear(-1, true); });
    connect(m_layerForward, &QPushButton::clicked, this, [this] { chooseNear(1, true); });
    connect(m_first, &QPushButton::clicked, this, [this] { choose(m_origin->place); });
    clear();
}

void OpTable::show(int64_t step, inspector::StepOps ops, std::optional<inspector::Origin> origin)
{
    m_step = step;
    m_ops = std::move(ops);
    m_origin = std::move(origin);
    fill();
    if (m_origin && m_origin->place >= 0) choose(m_origin->place);
    else describe();
}

void OpTable::clear()
{
    m_step = 0;
    m_ops = {};
    m_origin.reset();
    fill();
    describe();
}

void OpTable::fill()
{
    m_title->setText(m_step > 0 ? tr("Step %1, %2 ops").arg(countText(m_step), countText(static_cast<qint64>(m_ops.ops.size())))
                                : tr("Make a step again: each op of it is then seen here."));
    m_first->setVisible(m_origin && m_origin->place >= 0);
    using Kind = TableColumn::Kind;
    TableColumn number{Kind::Number, "op", tr("Op")}, phase{Kind::Text, "phase", tr("Phase")}, layer{Kind::Text, "layer", tr("Layer")},
        what{Kind::Text, "what", tr("What it does")}, result{Kind::Text, "result", tr("Result")},
        size{Kind::Number, "size", tr("Size"), tr("Root mean square of the result")}, least{Kind::Number, "least", tr("Least")},
        greatest{Kind::Number, "greatest", tr("Greatest")}, bad{Kind::Number, "bad", tr("Not finite")};
    number.format = [](double value) { return countText(static_cast<qint64>(value)); };
    for (TableColumn* column : {&size, &least, &greatest}) column->format = shortText;
    bad.format = countOrNothing;
    QStringList ids;
    for (std::size_t i = 0; i < m_ops.ops.size(); ++i) {
        const StepOp& op = m_ops.ops[i];
        ids << QString::number(i);
        number.numbers.push_back(static_cast<double>(i + 1));
        phase.texts << phaseTitle(op.phase);
        phase.otherWords << QString::fromLatin1(phaseName(op.phase));
        layer.texts << QString::fromStdString(op.layer);
        what.texts << QString::fromStdString(op.op);
        const StepValue* made = op.makes.empty() ? nullptr : &m_ops.values[static_cast<std::size_t>(op.makes.front())];
        result.texts << (made ? words::shape(Shape(made->shape)) : QString());
        const bool seen = made && made->statistics.count > 0;
        size.numbers.push_back(seen ? made->statistics.rootMeanSquare() : none);
        least.numbers.push_back(seen ? made->statistics.min : none);
        greatest.numbers.push_back(seen ? made->statistics.max : none);
        double spoilt = 0;
        for (int value : op.makes) {
            const TensorStatistics& s = m_ops.values[static_cast<std::size_t>(value)].statistics;
            spoilt += static_cast<double>(s.count - s.finite());
        }
        bad.numbers.push_back(spoilt);
    }
    m_model->setTable(ids, {number, phase, layer, what, size, bad, least, greatest, result});
    m_table->resizeColumnsToContents();
}

int OpTable::chosen() const
{
    const QStringList ids = m_table->selectedIds();
    return ids.isEmpty() ? -1 : ids.front().toInt();
}

void OpTable::choose(int op)
{
    const QString id = QString::number(op);
    if (m_model->rowOf(id) < 0) m_filter->clear(); // it may be filtered away
    m_table->select({id});
    scrollToChosen();
}

void OpTable::scrollToChosen()
{
    if (const int row = m_model->rowOf(QString::number(chosen())); row >= 0)
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
}

/// The panel may be opened for what it shows.
void OpTable::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    scrollToChosen();
}

void OpTable::chooseNear(int direction, bool otherLayer)
{
    const int count = static_cast<int>(m_ops.ops.size()), from = chosen();
    int op = from < 0 ? (direction > 0 ? 0 : count - 1) : from + direction;
    const auto layer = [this](int i) -> const std::string& { return m_ops.ops[static_cast<std::size_t>(i)].layer; };
    if (otherLayer && from >= 0)
        while (op >= 0 && op < count && layer(op) == layer(from)) op += direction;
    if (op >= 0 && op < count) choose(op);
}

QString OpTable::valueText(int value) const
{
    const StepValue& v = m_ops.values[static_cast<std::size_t>(value)];
    const StepOp* maker = v.op >= 0 ? &m_ops.ops[static_cast<std::size_t>(v.op)] : nullptr;
    const QString name =
        maker ? tr("op %1, %2").arg(countText(v.op + 1), QString::fromStdString(maker->layer)) : QString::fromStdString(v.name);
    return QStringLiteral("%1 (%2)").arg(name, sizeText(v));
}

void OpTable::describe()
{
    const int count = static_cast<int>(m_ops.ops.size()), at = chosen();
    for (QWidget* button : {static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_layerBack)}) button->setEnabled(count > 0 && at != 0);
    for (QWidget* button : {static_cast<QWidget*>(m_forward), static_cast<QWidget*>(m_layerForward)})
        button->setEnabled(count > 0 && at != count - 1);
    m_details->setVisible(at >= 0);
    if (at < 0) return;
    const StepOp& op = m_ops.ops[static_cast<std::size_t>(at)];
    QStringList reads, makes;
    for (int value : op.reads) reads << valueText(value);
    for (int value : op.makes) {
        const StepValue& v = m_ops.values[static_cast<std::size_t>(value)];
        makes << (v.name.empty() ? sizeText(v) : QStringLiteral("%1 (%2)").arg(QString::fromStdString(v.name), sizeText(v)));
    }
    QString text =
        tr("Reads %1. Makes %2.").arg(reads.isEmpty() ? tr("nothing") : reads.join(QStringLiteral("; ")), makes.join(QStringLiteral("; ")));
    if (m_origin && m_origin->place == at) {
        QStringList way;
        for (const std::string& place : m_origin->way) way << QString::fromStdString(place);
        text +=
            QLatin1Char(' ') + tr("Here numbers stop being finite; from here it spreads through %1.").arg(way.join(QStringLiteral(", ")));
    }
    m_details->setText(text);
    emit picked(at, QString::fromStdString(op.layer));
}

} // namespace ds::ui
