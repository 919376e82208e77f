// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/help/help_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

#include "app/workbench/help/help_entries.h"
#include "app/workbench/help/help_example.h"
#include "app/workbench/words/words.h"
#include "core/layers/initializer.h"
#include "core/layers/layer.h"
#include "core/layers/loss.h"
#include "core/optim/optimizer.h"
#include "core/optim/schedule.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QString escaped(std::string_view text) { return words::text(text).toHtmlEscaped(); }
QString described(std::string_view text) { return words::described(text).toHtmlEscaped(); }

QString ink(Role role, const QString& html) { return QStringLiteral("<span style='color:%1'>%2</span>").arg(color(role).name(), html); }

QString mono(const QString& html)
{
    return QStringLiteral("<span style='font-family:\"%1\"; font-size:12px'>%2</span>")
        .arg(Theme::instance().mono().families().join("\",\""), html);
}

QString link(std::string_view registry, std::string_view name)
{
    const HelpEntry* entry = findHelp(registry, name);
    return QStringLiteral("<a style='color:%1; text-decoration:none' href='%2'>%3</a>")
        .arg(color(Role::Accent).name(), helpAddress(registry, name), entry ? helpTitle(*entry).toHtmlEscaped() : escaped(name));
}

QString section(const QString& title)
{
    return QStringLiteral("<p style='margin-top:18px; margin-bottom:2px; font-size:11px; font-weight:600; color:%1'>%2</p>")
        .arg(color(Role::Text2).name(), title.toUpper().toHtmlEscaped());
}

/// A hairline and a row: what it is called at the left, what is known of it at the right, words below.
QString row(const QString& name, const QString& facts, const QString& doc)
{
    QString html = QStringLiteral("<table width='100%' cellspacing='0' cellpadding='0' style='margin-top:0px'>"
                                  "<tr><td colspan='2' bgcolor='%1' style='font-size:1px; line-height:1px'></td></tr>"
                                  "<tr><td style='padding-top:6px'>%2</td><td align='right' style='padding-top:6px'>%3</td></tr>")
                       .arg(color(Role::Line).name(), name, ink(Role::Text2, facts));
    if (!doc.isEmpty()) html += QStringLiteral("<tr><td colspan='2' style='padding-top:2px'>%1</td></tr>").arg(doc);
    return html + QStringLiteral("<tr><td colspan='2' style='font-size:5px'>&nbsp;</td></tr></table>");
}

QString portRows(const QString& title, const std::vector<Port>* ports)
{
    if (!ports || ports->empty()) return {};
    QString html = section(title);
    for (const Port& port : *ports) {
        const QString kind = port.kind == PortKind::Optional   ? Help::tr("may be left out")
                             : port.kind == PortKind::Variadic ? Help::tr("one or more")
                                                               : QString();
        html += row(mono(escaped(port.name)), kind, described(port.doc));
    }
    return html;
}

QString typeText(AttrType type)
{
    switch (type) {
    case AttrType::Bool: return Help::tr("yes or no");
    case AttrType::Int: return Help::tr("whole number");
    case AttrType::Float: return Help::tr("number");
    case AttrType::String: return Help::tr("text");
    case AttrType::Ints: return Help::tr("whole numbers");
    case AttrType::Floats: return Help::tr("numbers");
    case AttrType::Strings: return Help::tr("texts");
    }
    return {};
}

QString rangeText(const AttrSpec& spec)
{
    const auto number = [](double v) {
        const bool whole = v == std::trunc(v) && std::abs(v) < 1e15;
        return whole ? words::number(static_cast<int64_t>(v)) : QString::number(v, 'g', 10);
    };
    if (std::isfinite(spec.min) && std::isfinite(spec.max)) return Help::tr("%1 to %2").arg(number(spec.min), number(spec.max));
    if (std::isfinite(spec.min)) return Help::tr("at least %1").arg(number(spec.min));
    if (std::isfinite(spec.max)) return Help::tr("at most %1").arg(number(spec.max));
    return {};
}

/// The registry whose names an attribute takes, if it takes such.
std::string_view registryOf(const AttrSpec& spec)
{
    const std::pair<std::vector<std::string_view> (*)(), std::string_view> known[] = {{initializerNames, "initializers"},
                                                                                      {layerNames, "layers"},
                                                                                      {lossNames, "losses"},
                                                                                      {optimizerNames, "optimizers"},
                                                                                      {scheduleNames, "schedules"}};
    for (const auto& [names, registry] : known)
        if (spec.choicesFrom == names) return registry;
    return {};
}

QString attributeRow(const AttrSpec& spec)
{
    const auto choices = spec.allowed();
    QStringList facts;
    if (choices.empty()) facts << typeText(spec.type);
    if (const QString range = rangeText(spec); !range.isEmpty()) facts << range;
    if (!spec.unit.empty()) facts << words::text(spec.unit);
    const QString fallback = words::value(spec.fallback);
    facts << (spec.required ? Help::tr("needed") : fallback.isEmpty() ? Help::tr("default empty") : Help::tr("default %1").arg(fallback));
    QString doc = described(spec.doc);
    if (!choices.empty()) {
        const std::string_view registry = registryOf(spec);
        QStringList list;
        for (const std::string_view choice : choices) list << (findHelp(registry, choice) ? link(registry, choice) : mono(escaped(choice)));
        doc += QStringLiteral("<br>") + ink(Role::Text2, Help::tr("One of: ")) + list.join(ink(Role::Text2, QStringLiteral(" · ")));
    }
    return row(mono(QStringLiteral("<b>%1</b>").arg(escaped(spec.name))), facts.join(QStringLiteral(" · ")).toHtmlEscaped(), doc);
}

QString exampleRows(const HelpEntry& entry)
{
    const std::optional<HelpExample> example = helpExample(entry);
    if (!example) return {};
    QString html = section(Help::tr("Example in a project file"));
    html += QStringLiteral(
                "<table width='100%' cellspacing='0' cellpadding='8' style='margin-top:4px'><tr><td bgcolor='%1'>%2</td></tr></table>")
                .arg(color(Role::Canvas).name(), mono(example->text.toHtmlEscaped()));
    if (!example->in.isEmpty() && !example->out.isEmpty())
        html += QStringLiteral("<p style='margin-top:6px'>%1 %2 %3</p>")
                    .arg(mono(example->in.join(QStringLiteral(", "))), ink(Role::Text2, QStringLiteral("→")),
                         mono(example->out.join(QStringLiteral(", "))));
    return html;
}

QString head(const QString& title, const QString& kind, const QString& doc, const QColor& dot)
{
    return QStringLiteral(
               "<p style='margin-bottom:2px'><span style='color:%1; font-size:13px'>●</span>&nbsp;"
               "<span style='font-size:16px; font-weight:600'>%2</span></p><p style='margin-top:0px; margin-bottom:8px; "
               "color:%3; font-size:11px'>%4</p><p style='margin-bottom:0px'>%5</p><p style='margin:0px; font-size:4px'>&nbsp;</p>")
        .arg(dot.name(), title, color(Role::Text2).name(), kind, doc);
}

QString overview(const HelpRegistry& registry)
{
    QString html = head(registry.title.toHtmlEscaped(), {}, registry.doc.toHtmlEscaped(), color(Role::Accent));
    for (const HelpEntry& entry : helpEntries())
        if (entry.registry == registry.id) {
            const QString doc = words::described(entry.doc);
            static const QRegularExpression sentence(QStringLiteral("\\. |。"));
            const qsizetype end = doc.indexOf(sentence);
            html += row(link(entry.registry, entry.name), {}, (end < 0 ? doc : doc.left(end + 1)).toHtmlEscaped());
        }
    return html;
}

QString wrapped(const QString& body)
{
    return QStringLiteral("<html><body style='color:%1'>%2</body></html>").arg(color(Role::Text).name(), body);
}

} // namespace

QString helpHtml(std::string_view registry, std::string_view name)
{
    const auto& registries = helpRegistries();
    if (registry.empty()) {
        QString html =
            head(Help::tr("Help"), {}, Help::tr("Everything that a model, its data and its training are made of."), color(Role::Accent));
        for (const HelpRegistry& each : registries)
            html += row(QStringLiteral("<a style='color:%1; text-decoration:none' href='%2'>%3</a>")
                            .arg(color(Role::Accent).name(), helpAddress(each.id, {}), each.title.toHtmlEscaped()),
                        {}, each.doc.toHtmlEscaped());
        return wrapped(html);
    }
    const auto at = std::find_if(registries.begin(), registries.end(), [&](const HelpRegistry& r) { return r.id == registry; });
    if (at == registries.end()) return {};
    if (name.empty()) return wrapped(overview(*at));
    const HelpEntry* entry = findHelp(registry, name);
    if (!entry) return {};
    QString kind = at->one.toHtmlEscaped();
    if (registry == "layers" || registry == "ops") kind += QStringLiteral(" · ") + words::label(entry->category).toLower().toHtmlEscaped();
    QString html =
        head(helpTitle(*entry).toHtmlEscaped(), kind, described(entry->doc), Theme::instance().category(words::text(entry->category)));
    html += portRows(Help::tr("Inputs"), entry->inputs) + portRows(Help::tr("Outputs"), entry->outputs);
    if (!entry->attributes.empty()) html += section(registry == "rules" ? Help::tr("Thresholds") : Help::tr("Attributes"));
    for (const AttrSpec& spec : entry->attributes) html += attributeRow(spec);
    if (!entry->related.empty()) {
        QStringList list;
        for (const std::string_view name : entry->related) list << link(entry->relatedRegistry, name);
        html += section(registry == "rules" ? Help::tr("What may help") : Help::tr("Measured beside it")) +
                QStringLiteral("<p style='margin-top:4px'>%1</p>").arg(list.join(QStringLiteral(" · ")));
    }
    if (!entry->source.empty())
        html += section(Help::tr("Source")) + QStringLiteral("<p style='margin-top:4px'>%1</p>").arg(escaped(entry->source));
    return wrapped(html + exampleRows(*entry));
}

} // namespace ds::ui
