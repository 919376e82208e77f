// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/verdict_cards.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/forms/form_fields.h"
#include "app/workbench/words/words.h"
#include "widgets/form/form.h"
#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

using inspector::Proposal;
using inspector::Severity;
using inspector::Verdict;

namespace {

Role roleOf(Severity severity)
{
    return severity == Severity::Error ? Role::Bad : severity == Severity::Warning ? Role::Warning : Role::Accent;
}

QLabel* paragraph(const QString& text, const char* property = nullptr)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (property) label->setProperty(property, true);
    return label;
}

QPushButton* flatButton(const QString& text, const QString& help)
{
    auto* button = new QPushButton(text);
    button->setProperty("flat", true);
    button->setToolTip(help);
    return button;
}

} // namespace

VerdictCards::VerdictCards(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("What the Inspector sees"));
    show(nullptr, {}, {});
}

void VerdictCards::show(const InspectionPtr& inspection, const Document& project, const QString& empty)
{
    m_inspection = inspection;
    m_proposals.clear();
    const Result<inspector::RuleSettings> rules = inspector::ruleSettingsOf(project.training);
    m_rules = rules ? *rules : inspector::RuleSettings();
    const QString problem = rules ? QString() : words::said(rules.error());
    Attrs written;
    inspector::setRuleSettings(written, m_rules);
    QString said =
        empty + problem +
        (written.empty()
             ? QString()
             : words::value(*written.find(
                   "inspection_rules"))); // cards are made anew only when they say something else, so that a button under the mouse stays
    if (m_inspection)
        for (const Verdict& verdict : m_inspection->verdicts) {
            m_proposals.push_back(verdict.because < 0 ? inspector::proposalsFor(verdict, project, m_inspection->trace)
                                                      : std::vector<Proposal>());
            said += words::text(verdict.rule->name) + words::said(verdict.finding.text) + QString::number(verdict.because);
            for (const Proposal& proposal : m_proposals.back()) said += words::said(proposal.fix.title);
        }
    if (said == m_said && widget()) return;
    m_said = said;
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(12);
    if (!problem.isEmpty()) column->addWidget(paragraph(problem));
    if (!m_inspection || m_inspection->verdicts.empty()) column->addWidget(paragraph(empty, "secondary"));
    else
        for (std::size_t i = 0; i < m_inspection->verdicts.size(); ++i) {
            const Verdict& verdict = m_inspection->verdicts[i];
            const auto first = std::find_if(m_inspection->verdicts.begin(), m_inspection->verdicts.end(),
                                            [&](const Verdict& other) { return other.because < 0 && other.rule == verdict.rule; });
            if (verdict.because < 0 && &*first == &verdict) column->addWidget(cardOf(i));
        }
    addChangedRules(*column);
    column->addStretch();
    if (QWidget* old = takeWidget()) old->deleteLater(); // what was pressed may be on it
    setWidget(all);
    all->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

QWidget* VerdictCards::cardOf(std::size_t cause)
{
    const Verdict& verdict = m_inspection->verdicts[cause];
    auto* card = new QFrame;
    card->setProperty("card", true);
    card->setObjectName(QStringLiteral("verdict"));
    const QString title = words::described(verdict.rule->title);
    card->setAccessibleName(title);
    const auto paint = [card, severity = verdict.rule->severity] {
        card->setStyleSheet(QStringLiteral("#verdict { border-left: 4px solid %1; }").arg(color(roleOf(severity)).name()));
    };
    paint();
    connect(&Theme::instance(), &Theme::changed, card, paint);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    auto* top = new QHBoxLayout;
    auto* name = paragraph(title, "heading");
    top->addWidget(name, 1);
    auto* severity = new QLabel(severityWord(verdict.rule->severity));
    severity->setStyleSheet(
        QStringLiteral("color: %1; font-weight: 600; font-size: 11px;").arg(color(roleOf(verdict.rule->severity)).name()));
    top->addWidget(severity, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(paragraph(words::said(verdict.finding.text)));
    if (QWidget* places = placesOf(cause)) column->addWidget(places);
    column->addWidget(paragraph(words::described(verdict.rule->doc), "secondary"));
    if (!verdict.rule->source.empty()) column->addWidget(paragraph(tr("Source: %1").arg(words::text(verdict.rule->source)), "faint"));
    addConsequences(*column, cause);
    addRemedies(*column, cause);
    addSettings(*column, *verdict.rule);
    return card;
}

QWidget* VerdictCards::placesOf(std::size_t cause)
{
    constexpr int most = 8;
    QStringList links;
    int more = 0;
    for (std::size_t i = cause; i < m_inspection->verdicts.size(); ++i) {
        const auto& [rule, finding, because] = m_inspection->verdicts[i];
        if (because >= 0 || rule != m_inspection->verdicts[cause].rule || (finding.place.empty() && finding.first <= 0)) continue;
        if (links.size() == most) {
            ++more;
            continue;
        }
        const QString place = QString::fromStdString(finding.place), step = countText(finding.first);
        const QString said = place.isEmpty() ? tr("step %1").arg(step) : finding.first > 0 ? tr("%1, step %2").arg(place, step) : place;
        links << QStringLiteral("<a style='color:%1; text-decoration:none' href='%2'>%3</a>")
                     .arg(color(Role::Accent).name(), QString::number(i), said.toHtmlEscaped());
    }
    if (links.isEmpty()) return nullptr;
    QString text = links.join(QStringLiteral(" · "));
    if (more > 0) text += QStringLiteral(" · ") + tr("%1 more").arg(countText(more));
    auto* label = paragraph(text);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setAccessibleName(tr("Where it was found"));
    connect(label, &QLabel::linkActivated, this, [this](const QString& link) {
        const inspector::Finding& finding = m_inspection->verdicts[link.toULongLong()].finding;
        emit placePicked(QString::fromStdString(finding.place), static_cast<double>(finding.first));
    });
    return label;
}

void VerdictCards::addConsequences(QVBoxLayout& column, std::size_t cause)
{
    bool any = false;
    for (const Verdict& verdict : m_inspection->verdicts) {
        // A chain: what follows from something that follows from the cause belongs to it, too.
        const Verdict* root = &verdict;
        while (root->because >= 0) root = &m_inspection->verdicts[static_cast<std::size_t>(root->because)];
        if (root == &verdict || root->rule != m_inspection->verdicts[cause].rule) continue;
        if (!any) column.addWidget(paragraph(tr("What follows from it"), "section"));
        any = true;
        auto* line = paragraph(QStringLiteral("<span style='color:%1'>●</span> <b>%2</b><br>%3")
                                   .arg(color(roleOf(verdict.rule->severity)).name(), words::described(verdict.rule->title).toHtmlEscaped(),
                                        words::said(verdict.finding.text).toHtmlEscaped()));
        column.addWidget(line);
    }
}

void VerdictCards::addRemedies(QVBoxLayout& column, std::size_t cause)
{
    const std::vector<Proposal>& proposals = m_proposals[cause];
    if (proposals.empty()) return;
    const int64_t trouble = m_inspection->verdicts[cause].finding.first;
    column.addWidget(paragraph(tr("What may help"), "section"));
    for (const Proposal& proposal : proposals) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        auto* text = paragraph(words::said(proposal.fix.title));
        text->setToolTip(words::described(proposal.remedy->doc));
        row->addWidget(text, 1);
        auto* trial = new QPushButton(tr("Try"));
        trial->setToolTip(tr("Trains with it for some steps, beside the run as it was"));
        trial->setAccessibleName(tr("Try: %1").arg(words::said(proposal.fix.title)));
        connect(trial, &QPushButton::clicked, this, [this, proposal, trouble] { emit tried(proposal, trouble); });
        row->addWidget(trial, 0, Qt::AlignTop);
        auto* apply = new QPushButton(tr("Apply"));
        apply->setToolTip(words::described(proposal.remedy->doc));
        apply->setAccessibleName(tr("Apply: %1").arg(words::said(proposal.fix.title)));
        connect(apply, &QPushButton::clicked, this, [this, proposal] { emit chosen(proposal); });
        row->addWidget(apply, 0, Qt::AlignTop);
        column.addLayout(row);
    }
}

void VerdictCards::addSettings(QVBoxLayout& column, const inspector::RuleSpec& rule)
{
    const QString title = words::described(rule.title);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    auto* thresholds = flatButton(tr("Thresholds"), tr("Where this rule begins"));
    thresholds->setCheckable(true);
    thresholds->setAccessibleName(tr("Thresholds of %1").arg(title));
    thresholds->setVisible(!rule.thresholds.empty());
    row->addWidget(thresholds);
    auto* dismiss = flatButton(tr("Dismiss"), tr("This project does without the rule; it can be asked again below"));
    dismiss->setAccessibleName(tr("Dismiss %1").arg(title));
    connect(dismiss, &QPushButton::clicked, this, [this, &rule, title] {
        inspector::RuleSettings rules = m_rules;
        rules.off.insert(std::string(rule.name));
        emit rulesChanged(rules, tr("Dismiss %1").arg(title));
    });
    row->addWidget(dismiss);
    column.addLayout(row);
    auto* inner = new QVBoxLayout;
    column.addLayout(inner);
    connect(thresholds, &QPushButton::toggled, this, [this, inner, &rule](bool open) {
        if (open) return showThresholds(*inner, rule);
        m_open = nullptr;
        while (QLayoutItem* item = inner->takeAt(0)) {
            item->widget()->deleteLater();
            delete item;
        }
    });
    if (m_open == &rule) thresholds->setChecked(true); // the cards are made anew
}

void VerdictCards::showThresholds(QVBoxLayout& column, const inspector::RuleSpec& rule)
{
    m_open = &rule;
    auto* form = new Form;
    const Attrs attrs = m_rules.of(rule);
    form->setFields(formFields(rule.thresholds, {&attrs}));
    connect(form, &Form::edited, this, [this, &rule](const QString& name, const QVariant& value, bool finished) {
        const auto spec = std::find_if(rule.thresholds.begin(), rule.thresholds.end(),
                                       [&](const AttrSpec& threshold) { return words::text(threshold.name) == name; });
        const std::optional<AttrValue> chosen = fromVariant(spec->type, value);
        if (!finished || !chosen) return; // cards are made anew with each change, so not while somebody types
        inspector::RuleSettings rules = m_rules;
        rules.set(rule, *spec, *chosen);
        if (!(rules == m_rules)) emit rulesChanged(rules, tr("Thresholds of %1").arg(words::described(rule.title)));
    });
    column.addWidget(form);
}

/// Also those of rules that find nothing any more.
void VerdictCards::addChangedRules(QVBoxLayout& column)
{
    bool any = false;
    for (const inspector::RuleSpec* rule : inspector::allRules()) {
        const std::string name(rule->name);
        const bool off = m_rules.off.contains(name);
        const auto own = m_rules.thresholds.find(name);
        if (!off && own == m_rules.thresholds.end()) continue;
        if (!any) column.addWidget(paragraph(tr("Rules that this project has changed"), "section"));
        any = true;
        const QString title = words::described(rule->title);
        QStringList changes;
        if (off) changes << tr("dismissed");
        else
            for (const auto& [threshold, value] : own->second) changes << words::label(threshold) + ' ' + words::value(value);
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(paragraph(QStringLiteral("%1: %2").arg(title, changes.join(QStringLiteral(", ")))), 1);
        auto* back =
            flatButton(off ? tr("Ask again") : tr("Set back"), off ? tr("Lets the rule judge again") : tr("To the rule's own figures"));
        back->setAccessibleName(QStringLiteral("%1: %2").arg(back->text(), title));
        connect(back, &QPushButton::clicked, this, [this, name, text = back->accessibleName()] {
            inspector::RuleSettings rules = m_rules;
            if (rules.off.erase(name) == 0) rules.thresholds.erase(name);
            emit rulesChanged(rules, text);
        });
        row->addWidget(back, 0, Qt::AlignTop);
        column.addLayout(row);
    }
}

} // namespace ds::ui
