// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/window/help_panel.h"

#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

#include <map>

#include "app/workbench/help/help_view.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/page.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int sideBySide = 640; // pixels from which the list of pages has room at the left

QString plain(const QString& text) { return QTextDocumentFragment::fromHtml(text).toPlainText(); }

/// Name and purpose of a control, from what it tells readers of screens.
QString describe(const QWidget* widget)
{
    if (!widget) return {};
    QString name = widget->accessibleName(), purpose = widget->accessibleDescription();
    if (purpose.isEmpty()) purpose = plain(widget->toolTip());
    if (name.isEmpty() || purpose.isEmpty() || purpose == name) return {};
    return QStringLiteral("<b>%1</b><br>%2").arg(name.toHtmlEscaped(), purpose.toHtmlEscaped());
}

} // namespace

HelpPanel::HelpPanel(const Commands& commands, QWidget* parent)
    : QWidget(parent), m_commands(commands), m_here(new QLabel(this)), m_tabs(new QTabWidget(this)), m_place(new QWidget),
      m_shortcuts(new QTextBrowser)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    m_here->setWordWrap(true);
    m_here->setContentsMargins(12, 4, 12, 4);
    m_here->hide();
    column->addWidget(m_here);
    column->addWidget(m_tabs, 1);
    (new QVBoxLayout(m_place))->setContentsMargins(0, 0, 0, 0);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Help"));
    m_tabs->addTab(m_place, tr("Pages"));
    m_tabs->addTab(m_shortcuts, tr("Keyboard shortcuts"));
    m_shortcuts->setFrameShape(QFrame::NoFrame);
    m_shortcuts->setStyleSheet(QStringLiteral("background: transparent; border: none; padding: 4px 12px;"));
    m_shortcuts->setAccessibleName(tr("Keyboard shortcuts"));
    setMinimumWidth(280);
    connect(m_tabs, &QTabWidget::currentChanged, this, &HelpPanel::fillShortcuts);
    connect(&commands, &Commands::keysChanged, this, &HelpPanel::fillShortcuts);
    connect(&Theme::instance(), &Theme::changed, this, &HelpPanel::fillShortcuts);
}

HelpView& HelpPanel::view()
{
    if (!m_view) {
        m_view = new HelpView(m_place);
        m_place->layout()->addWidget(m_view);
        resizeEvent(nullptr);
    }
    return *m_view;
}

void HelpPanel::showHelpOn(const QWidget* widget)
{
    QString topic;
    for (const QWidget* at = widget; at && topic.isEmpty(); at = at->parentWidget()) topic = at->property("help").toString();
    const QString here = describe(widget);
    m_here->setText(here);
    m_here->setVisible(!here.isEmpty());
    m_tabs->setCurrentWidget(m_place);
    if (!topic.isEmpty()) view().showEntry(topic.section(QLatin1Char('/'), 0, 0), topic.section(QLatin1Char('/'), 1));
}

void HelpPanel::showShortcuts()
{
    m_here->hide();
    m_tabs->setCurrentWidget(m_shortcuts);
    fillShortcuts();
}

QString HelpPanel::topic() const { return m_view ? m_view->registry() + QLatin1Char('/') + m_view->name() : QString(); }

/// By the first part of the commands' names, which is where they belong.
void HelpPanel::fillShortcuts()
{
    if (m_tabs->currentWidget() != m_shortcuts) return;
    std::map<QString, QString> groups;
    for (const QAction* action : m_commands.all()) {
        if (action->shortcut().isEmpty()) continue;
        const QString id = action->objectName();
        groups[id.contains(QLatin1Char('.')) ? id.section(QLatin1Char('.'), 0, 0) : QString()] +=
            QStringLiteral("<tr><td style='padding:3px 16px 3px 0'>%1</td><td style='padding:3px 0;color:%2'>%3</td></tr>")
                .arg(action->text().toHtmlEscaped(), color(Role::Text2).name(),
                     action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped());
    }
    QString html = groups[QString()]; // one table, so that the keys of all groups stand below each other
    groups.erase(QString());
    for (const auto& [group, rows] : groups) {
        QString title = group == QLatin1String("page")   ? tr("Pages")
                        : group == QLatin1String("run")  ? tr("Training")
                        : group == QLatin1String("file") ? tr("Projects")
                        : group == QLatin1String("edit") ? tr("Changes")
                                                         : tr("Window");
        for (const PageSpec* spec : allPages())
            if (group == QLatin1String(spec->id)) title = QCoreApplication::translate("Pages", spec->title);
        html += QStringLiteral("<tr><td colspan='2' style='padding:14px 0 3px 0'><b>%1</b></td></tr>%2").arg(title.toHtmlEscaped(), rows);
    }
    m_shortcuts->setHtml(QStringLiteral("<table>%1</table>").arg(html));
}

void HelpPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    view();
}

void HelpPanel::resizeEvent(QResizeEvent* event)
{
    if (event) QWidget::resizeEvent(event);
    if (auto* columns = m_place->findChild<QSplitter*>()) columns->setOrientation(width() < sideBySide ? Qt::Vertical : Qt::Horizontal);
}

} // namespace ds::ui
