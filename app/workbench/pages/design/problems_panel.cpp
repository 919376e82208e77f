// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/problems_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

#include "app/workbench/words/words.h"
#include "core/lint/lint.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

namespace {
constexpr std::size_t mostRows = 100; // more help nobody, and widgets cost
constexpr int rowHeight = 34, mostVisible = 4;
} // namespace

QString problemText(const Problem& problem)
{
    const QString text = words::said(problem.text);
    QStringList place;
    if (!problem.layer.empty()) place << QString::fromStdString(problem.layer);
    if (!problem.field.empty()) place << QString::fromStdString(problem.field);
    // Suggestions are sentences about their layer; errors are what the engine says of a place.
    const bool said = problem.severity == Problem::Severity::Suggestion || place.isEmpty();
    return said ? text : ProblemsPanel::tr("%1: %2").arg(place.join(QStringLiteral(", ")), text);
}

ProblemsPanel::ProblemsPanel(QWidget* parent) : QFrame(parent), m_heading(new QLabel(this)), m_scroll(new QScrollArea(this))
{
    setProperty("panel", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 4, 6);
    column->setSpacing(2);
    m_heading->setProperty("section", true);
    column->addWidget(m_heading);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll);
    setAccessibleName(tr("Problems"));
    hide();
}

void ProblemsPanel::show(const std::vector<const Problem*>& problems)
{
    QString now; // rows are rebuilt only when they say something else, so that a button under the mouse stays
    const std::size_t count = std::min(problems.size(), mostRows);
    for (const Problem* p : std::span(problems).first(count)) {
        now += QString::fromStdString(p->layer) + QLatin1Char('\n') + words::said(p->text) + QLatin1Char('\n') + words::said(p->more) +
               QLatin1Char('\n');
        for (const QuickFix& fix : p->fixes) now += words::said(fix.title) + QLatin1Char('\n');
    }
    now += QString::number(problems.size());
    if (now == m_last) return;
    m_last = now;
    setVisible(!problems.empty());
    const auto errors = static_cast<int>(
        std::count_if(problems.begin(), problems.end(), [](const Problem* p) { return p->severity == Problem::Severity::Error; }));
    const int suggestions = static_cast<int>(problems.size()) - errors;
    QStringList counts;
    if (errors) counts << tr("%n problem(s)", nullptr, errors);
    if (suggestions) counts << tr("%n suggestion(s)", nullptr, suggestions);
    m_heading->setText(counts.join(QStringLiteral(" · ")));
    m_rows = new QWidget;
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (std::size_t i = 0; i < count; ++i) column->addWidget(row(*problems[i], static_cast<int>(i)));
    column->addStretch();
    m_scroll->setWidget(m_rows);
    m_rows->setAutoFillBackground(false); // the panel's own colour shows
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFixedHeight(rowHeight * std::min(static_cast<int>(count), mostVisible) + 2);
}

QWidget* ProblemsPanel::row(const Problem& problem, int index)
{
    const bool error = problem.severity == Problem::Severity::Error;
    auto* row = new QFrame(m_rows);
    row->setFixedHeight(rowHeight);
    row->setProperty("problem", index);
    row->installEventFilter(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 8, 0);
    line->setSpacing(8);
    auto* sign = new QLabel(row);
    sign->setAccessibleName(error ? tr("Problem") : tr("Suggestion"));
    const auto paint = [sign, error] {
        sign->setPixmap(iconPixmap(error ? QStringLiteral("error") : QStringLiteral("warning"), color(error ? Role::Bad : Role::Warning),
                                   16, sign->devicePixelRatioF()));
    };
    paint();
    connect(&Theme::instance(), &Theme::changed, sign, paint);
    line->addWidget(sign);
    const QString text = problemText(problem);
    auto* sentence = new QPushButton(text, row);
    sentence->setProperty("flat", true);
    sentence->setStyleSheet(QStringLiteral("text-align: left; padding: 0 4px;"));
    sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    sentence->setToolTip(words::said(problem.text) + (problem.more.empty() ? QString() : QLatin1Char('\n') + words::said(problem.more)));
    sentence->installEventFilter(this);
    sentence->setProperty("problem", index);
    connect(sentence, &QPushButton::clicked, this, [this, index] { emit picked(index); });
    line->addWidget(sentence, 1);
    for (std::size_t i = 0; i < std::min<std::size_t>(problem.fixes.size(), 2); ++i) {
        auto* fix = new QPushButton(words::said(problem.fixes[i].title), row);
        connect(fix, &QPushButton::clicked, this, [this, index, i] { emit fixChosen(index, static_cast<int>(i)); });
        line->addWidget(fix);
    }
    if (!error) {
        auto* ignore = new QPushButton(tr("Ignore"), row);
        ignore->setProperty("flat", true);
        connect(ignore, &QPushButton::clicked, this, [this, index] { emit ignored(index); });
        line->addWidget(ignore);
    }
    return row;
}

bool ProblemsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn) emit hovered(watched->property("problem").toInt());
    if (event->type() == QEvent::Leave && qobject_cast<QPushButton*>(watched) == nullptr) emit hovered(-1);
    return QFrame::eventFilter(watched, event);
}

} // namespace ds::ui
