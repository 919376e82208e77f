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

VerdictCards::VerdictCards(QWidget* parent) : QScrollArea(parent), m_column(nullptr)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("What the Inspector sees"));
    auto* all = new QWidget;
    m_column = new QVBoxLayout(all);
    m_column->setContentsMargins(12, 8, 12, 12);
    m_column->setSpacing(12);
    m_column->addStretch();
    setWidget(all);
    all->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    show(nullptr, {}, {});
}

void VerdictCards::show(const InspectionPtr& inspection, const Document& project, const QString& empty)
{
    m_inspection = inspection;
    m_proposals.clear();
    const Result<inspector::RuleSettings> rules = inspector::ruleSettingsOf(project.training);
    m_rules = rules ? *rules : inspector::RuleSettings();
    if (m_inspection)
        for (const Verdict& verdict : m_inspection->verdicts)
            m_proposals.push_back(verdict.because < 0 ? inspector::proposalsFor(verdict, project, m_inspection->trace)
                                                      : std::vector<Proposal>());
    std::vector<Wanted> wanted;
    if (!rules) wanted.push_back({words::said(rules.error()), [text = words::said(rules.error())] { return paragraph(text); }});
    if (!m_inspection || m_inspection->verdicts.empty())
        wanted.push_back({QStringLiteral("none ") + empty, [&empty] { return paragraph(empty, "secondary"); }});
    else
        for (std::size_t i = 0; i < m_inspection->verdicts.size(); ++i) {
            const Verdict& verdict = m_inspection->verdicts[i];
            const auto first = std::find_if(m_inspection->verdicts.begin(), m_inspection->verdicts.end(),
                                            [&](const Verdict& other) { return other.because < 0 && other.rule == verdict.rule; });
            if (verdict.because < 0 && &*first == &verdict) wanted.push_back({saidOf(i), [this, i] { return cardOf(i); }});
        }
    Attrs written;
    inspector::setRuleSettings(written, m_rules);
    if (const AttrValue* changed = written.find("inspection_rules"))
        wanted.push_back({QStringLiteral("rules ") + words::value(*changed), [this] { return changedRules(); }});
    arrange(wanted);
}

/// What says the same as before stays: the text of many cards takes too long to set at once, and a button under the mouse has to stay.
void VerdictCards::arrange(const std::vector<Wanted>& wanted)
{
    std::vector<Piece> pieces;
    for (const auto& [said, make] : wanted) {
        const auto there =
            std::find_if(m_pieces.begin(), m_pieces.end(), [&, &text = said](const Piece& piece) { return piece.said == text; });
        if (there == m_pieces.end()) {
            pieces.push_back({said, make()});
            continue;
        }
        pieces.push_back(*there);
        m_pieces.erase(there);
    }
    for (const Piece& gone : m_pieces) {
        m_column->removeWidget(gone.widget);
        gone.widget->hide();
        gone.widget->deleteLater(); // what was pressed may be on it
    }
    m_pieces = std::move(pieces);
    for (int i = 0; i < static_cast<int>(m_pieces.size()); ++i) {
        QWidget* piece = m_pieces[static_cast<std::size_t>(i)].widget;
        if (m_column->indexOf(piece) != i) m_column->insertWidget(i, piece);
    }
}

/// All that stands on the card of a cause.
QString VerdictCards::saidOf(std::size_t cause) const
{
    const std::vector<Verdict>& verdicts = m_inspection->verdicts;
    const inspector::RuleSpec& rule = *verdicts[cause].rule;
    QString said = words::text(rule.name) + words::said(verdicts[cause].finding.text);
    for (const Verdict& verdict : verdicts) {
        const auto& [of, finding, because] = verdict;
        if (of == &rule && because < 0) said += QStringLiteral("|%1 %2").arg(QString::fromStdString(finding.place)).arg(finding.first);
        if (rootOf(verdict)->rule == &rule && because >= 0) said += u'|' + words::text(of->name) + words::said(finding.text);
    }
    for (const Proposal& proposal : m_proposals[cause]) said += u'|' + words::said(proposal.fix.title);
    const Attrs attrs = m_rules.of(rule);
    for (const AttrSpec& threshold : rule.thresholds)
        if (const AttrValue* value = attrs.find(threshold.name)) said += u'|' + words::value(*value);
    return said;
}

/// A chain: what follows from something that follows from a cause belongs to it, too.
const Verdict* VerdictCards::rootOf(const Verdict& verdict) const
{
    const Verdict* root = &verdict;
    while (root->because >= 0) root = &m_inspection->verdicts[static_cast<std::size_t>(root->because)];
    return root;
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
    std::vector<inspector::Finding> found;
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
                     .arg(color(Role::Accent).name(), QString::number(found.size()), said.toHtmlEscaped());
        found.push_back(finding);
    }
    if (links.isEmpty()) return nullptr;
    QString text = links.join(QStringLiteral(" · "));
    if (more > 0) text += QStringLiteral(" · ") + tr("%1 more").arg(countText(more));
    auto* label = paragraph(text);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setAccessibleName(tr("Where it was found"));
    connect(label, &QLabel::linkActivated, this, [this, found](const QString& link) {
        const inspector::Finding& finding = found[link.toULongLong()];
        emit placePicked(QString::fromStdString(finding.place), static_cast<double>(finding.first));
    });
    return label;
}

void VerdictCards::addConsequences(QVBoxLayout& column, std::size_t cause)
{
    bool any = false;
    for (const Verdict& verdict : m_inspection->verdicts) {
        const Verdict* root = rootOf(verdict);
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
QWidget* VerdictCards::changedRules()
{
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(paragraph(tr("Rules that this project has changed"), "section"));
    for (const inspector::RuleSpec* rule : inspector::allRules()) {
        const std::string name(rule->name);
        const bool off = m_rules.off.contains(name);
        const auto own = m_rules.thresholds.find(name);
        if (!off && own == m_rules.thresholds.end()) continue;
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
        column->addLayout(row);
    }
    return all;
}

} // namespace ds::ui
