// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/layer_help.h"

#include <QTextBrowser>
#include <QVBoxLayout>

#include <cmath>

#include "app/workbench/pages/design/catalog.h"
#include "app/workbench/pages/design/words.h"
#include "core/layers/layer.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

QString escaped(std::string_view text) { return words::text(text).toHtmlEscaped(); }

QString ports(const QString& title, const std::vector<Port>& list)
{
    QString html = QStringLiteral("<p><b>%1</b></p><ul>").arg(title);
    for (const Port& port : list) {
        html += QStringLiteral("<li><b>%1</b> %2").arg(escaped(port.name), escaped(port.doc));
        if (port.kind == PortKind::Optional) html += Design::tr(" (may be left out)");
        if (port.kind == PortKind::Variadic) html += Design::tr(" (one or more)");
        html += QStringLiteral("</li>");
    }
    return html + QStringLiteral("</ul>");
}

QString range(const AttrSpec& spec)
{
    const auto number = [](double v) { return QString::number(v, 'g', 10); };
    if (std::isfinite(spec.min) && std::isfinite(spec.max)) return Design::tr("from %1 to %2").arg(number(spec.min), number(spec.max));
    if (std::isfinite(spec.min)) return Design::tr("at least %1").arg(number(spec.min));
    if (std::isfinite(spec.max)) return Design::tr("at most %1").arg(number(spec.max));
    return {};
}

} // namespace

QString layerHelpText(const QString& type)
{
    const LayerSpec* spec = findLayer(type.toStdString());
    if (!spec) {
        for (const CatalogEntry& entry : catalog())
            if (entry.type == type) return QStringLiteral("<h3>%1</h3><p>%2</p>").arg(type.toHtmlEscaped(), entry.doc.toHtmlEscaped());
        return {};
    }
    QString html = QStringLiteral("<h3>%1</h3><p>%2</p>").arg(escaped(spec->name), escaped(spec->doc));
    html += ports(Design::tr("Inputs"), spec->inputs) + ports(Design::tr("Outputs"), spec->outputs);
    if (!spec->attributes.empty()) html += QStringLiteral("<p><b>%1</b></p>").arg(Design::tr("Attributes"));
    for (const AttrSpec& attribute : spec->attributes) {
        QStringList facts;
        facts << (attribute.required ? Design::tr("needed") : Design::tr("default %1").arg(words::value(attribute.fallback)));
        if (const QString text = range(attribute); !text.isEmpty()) facts << text;
        if (!attribute.unit.empty()) facts << words::text(attribute.unit);
        html += QStringLiteral("<p><b>%1</b> <span style='color:%4'>%3</span><br>%2</p>")
                    .arg(escaped(attribute.name), escaped(attribute.doc), facts.join(QStringLiteral(", ")).toHtmlEscaped(),
                         color(Role::Text2).name());
    }
    return html;
}

LayerHelp::LayerHelp(const QString& type, QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("card", true);
    setAccessibleName(tr("Help on %1").arg(type));
    resize(380, 460);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    auto* text = new QTextBrowser(this);
    text->setFrameShape(QFrame::NoFrame);
    text->setHtml(layerHelpText(type));
    column->addWidget(text);
    text->setFocus();
}

} // namespace ds::ui
