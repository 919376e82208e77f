// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/transform_panel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/forms/form_fields.h"
#include "app/workbench/help/help_popup.h"
#include "app/workbench/pages/data/chain_edits.h"
#include "app/workbench/project/project.h"
#include "app/workbench/words/words.h"
#include "core/data/transform.h"
#include "widgets/form/form.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

namespace {

/// "data.transforms.2, random_crop, padding" → 1 and "padding".
int numberOf(const Error& error, QString* attribute = nullptr)
{
    const QString where = QString::fromStdString(error.where);
    const QString prefix = QStringLiteral("data.transforms.");
    if (!where.startsWith(prefix)) return -1;
    const QStringList parts = where.mid(prefix.size()).split(QStringLiteral(", "));
    if (attribute) *attribute = parts.value(2);
    return parts.front().section(QLatin1Char('.'), 0, 0).toInt() - 1;
}

/// The values that are not the default: "padding 2".
QString settingsText(const Section& section)
{
    QStringList parts;
    for (const auto& [name, value] : section.attrs) parts << words::label(name).toLower() + QLatin1Char(' ') + words::value(value);
    return parts.join(QStringLiteral(", "));
}

QToolButton* button(QWidget* parent, const QString& iconName, const QString& tip)
{
    auto* made = new QToolButton(parent);
    setIcon(made, iconName);
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    return made;
}

constexpr int listRow = 40;

} // namespace

TransformPanel::TransformPanel(Project& project, QWidget* parent)
    : QWidget(parent), m_project(project), m_list(new QListWidget(this)), m_add(new QToolButton(this)),
      m_remove(button(this, QStringLiteral("trash"), tr("Remove the transform (Delete)"))),
      m_up(button(this, QStringLiteral("arrow"), tr("Earlier (Alt+Up)"))),
      m_down(button(this, QStringLiteral("arrow"), tr("Later (Alt+Down)"))),
      m_help(button(this, QStringLiteral("info"), tr("Help on the transform (F1)"))), m_menu(new QMenu(this)), m_empty(new QLabel(this)),
      m_title(new QLabel(this)), m_doc(new QLabel(this)), m_problem(new QLabel(this)), m_form(new Form(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(6);
    m_add->setText(tr("Add transform"));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setMenu(m_menu);
    setIcon(m_add, QStringLiteral("plus"));
    tools->addWidget(m_add);
    tools->addStretch();
    for (QWidget* each : {m_up, m_down, m_remove, m_help}) tools->addWidget(each);
    column->addLayout(tools);
    m_empty->setText(
        tr("Samples reach the model as the data source gives them. A transform changes them on their way: a crop, a flip or a little "
           "noise shows the model more than the data hold."));
    m_list->setAccessibleName(tr("Transforms, in their order"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_title->setProperty("heading", true);
    m_doc->setProperty("secondary", true);
    m_problem->setProperty("problem", true);
    for (QLabel* label : {m_empty, m_doc, m_problem}) label->setWordWrap(true);
    m_empty->setProperty("secondary", true);
    for (QWidget* each : std::initializer_list<QWidget*>{m_empty, m_list, m_title, m_doc, m_problem, m_form}) column->addWidget(each);
    column->addStretch();
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    outer->addWidget(scroll);

    const auto turned = [this] { // one arrow for both ways
        m_up->setIcon(
            QIcon(iconPixmap(QStringLiteral("arrow"), color(Role::Text2), 16, devicePixelRatioF()).transformed(QTransform().rotate(180))));
    };
    connect(&Theme::instance(), &Theme::changed, m_up, turned);
    turned();
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        ++m_round;
        fillForm();
        enable();
        emit currentChanged(current());
    });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex&, int from, int, const QModelIndex&, int before) {
                // The list is filled again by the edit, which must not happen while it moves rows.
                const int to = before > from ? before - 1 : before;
                QMetaObject::invokeMethod(
                    this,
                    [this, from, to] {
                        chainEdits::move(m_project, from, to);
                        choose(to);
                    },
                    Qt::QueuedConnection);
            });
    const auto step = [this](int by) {
        const int from = current(), to = from + by;
        if (from < 0 || to < 0 || to >= m_list->count()) return;
        chainEdits::move(m_project, from, to);
        choose(to);
    };
    const auto removeCurrent = [this] {
        const int at = current();
        chainEdits::remove(m_project, at);
        choose(std::min(at, m_list->count() - 1));
    };
    connect(m_up, &QToolButton::clicked, this, [step] { step(-1); });
    connect(m_down, &QToolButton::clicked, this, [step] { step(1); });
    connect(m_remove, &QToolButton::clicked, this, removeCurrent);
    connect(m_help, &QToolButton::clicked, this, &TransformPanel::showHelp);
    const auto shortcut = [this](const QKeySequence& keys, auto run) {
        connect(new QShortcut(keys, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, run);
    };
    shortcut(QKeySequence::Delete, removeCurrent);
    shortcut(Qt::ALT | Qt::Key_Up, [step] { step(-1); });
    shortcut(Qt::ALT | Qt::Key_Down, [step] { step(1); });
    connect(m_form, &Form::edited, this, [this](const QString& name, const QVariant& value, bool finished) {
        chainEdits::set(m_project, current(), name.toStdString(), value,
                        QStringLiteral("transform/%1/%2/%3").arg(current()).arg(name).arg(m_round));
        if (finished) ++m_round;
    });
    connect(&project, &Project::changed, this, &TransformPanel::fill);
    fill();
}

int TransformPanel::current() const { return m_list->currentRow(); }
void TransformPanel::choose(int number) { m_list->setCurrentRow(number); }

void TransformPanel::setFacts(const std::vector<Field>& fields, const Errors& errors)
{
    m_fields = fields;
    m_errors = errors;
    fillMenu();
    fill();
}

void TransformPanel::fill()
{
    const std::vector<Section>& transforms = m_project.document().transforms;
    const int before = current();
    {
        const QSignalBlocker block(m_list);
        while (m_list->count() > static_cast<int>(transforms.size())) delete m_list->takeItem(m_list->count() - 1);
        while (m_list->count() < static_cast<int>(transforms.size())) {
            auto* item = new QListWidgetItem(m_list);
            item->setSizeHint(QSize(0, listRow));
            item->setFlags(item->flags() & ~Qt::ItemIsDropEnabled);
        }
        for (int i = 0; i < m_list->count(); ++i) {
            const Section& section = transforms[static_cast<std::size_t>(i)];
            const TransformSpec* spec = findTransform(section.type);
            const bool wrong = std::any_of(m_errors.begin(), m_errors.end(), [i](const Error& error) { return numberOf(error) == i; });
            const QString when = !spec ? tr("unknown") : spec->random() ? tr("training only") : tr("all data");
            const QString settings = settingsText(section);
            QListWidgetItem* item = m_list->item(i);
            item->setText(QStringLiteral("%1  %2\n%3")
                              .arg(i + 1)
                              .arg(chainEdits::title(section.type), settings.isEmpty() ? when : when + QStringLiteral(" · ") + settings));
            item->setToolTip(spec ? words::described(spec->doc) : QString());
            item->setIcon(wrong || !spec ? icon(QStringLiteral("error"), Role::Bad) : QIcon());
        }
        if (m_list->count()) m_list->setCurrentRow(std::clamp(before, 0, m_list->count() - 1));
        m_list->setFixedHeight(m_list->count() * listRow + 2);
    }
    m_list->setVisible(m_list->count() > 0);
    m_empty->setVisible(m_list->count() == 0);
    fillForm();
    enable();
}

void TransformPanel::enable()
{
    const int at = current();
    m_up->setEnabled(at > 0);
    m_down->setEnabled(at >= 0 && at + 1 < m_list->count());
    m_remove->setEnabled(at >= 0);
    m_help->setEnabled(at >= 0);
}

void TransformPanel::fillForm()
{
    const std::vector<Section>& transforms = m_project.document().transforms;
    const int at = current();
    const Section* section = at >= 0 && at < static_cast<int>(transforms.size()) ? &transforms[static_cast<std::size_t>(at)] : nullptr;
    const TransformSpec* spec = section ? findTransform(section->type) : nullptr;
    m_title->setVisible(section);
    m_doc->setVisible(spec);
    m_form->setVisible(spec);
    QStringList problems;
    std::vector<FormField> fields;
    if (spec) fields = formFields(transformAttributes(*spec), {&section->attrs});
    for (const Error& error : m_errors) {
        QString attribute;
        if (numberOf(error, &attribute) != at) continue;
        const QString text = words::said(Error{error.text, "", error.hint});
        const auto field = std::find_if(fields.begin(), fields.end(), [&](const FormField& each) { return each.name == attribute; });
        if (field != fields.end() && field->problem.isEmpty()) field->problem = text;
        else problems << (attribute.isEmpty() ? text : attribute + QStringLiteral(": ") + text);
    }
    m_problem->setText(problems.join(QLatin1Char('\n')));
    m_problem->setVisible(section && !problems.isEmpty());
    if (section) m_title->setText(chainEdits::title(section->type));
    if (!spec) return;
    m_doc->setText(words::described(spec->doc));
    m_form->setFields(fields);
}

void TransformPanel::fillMenu()
{
    m_menu->clear();
    m_menu->setToolTipsVisible(true);
    for (const bool random : {true, false}) {
        m_menu->addSection(random ? tr("Anew in each epoch, training data only") : tr("The same on all data"));
        for (const TransformSpec* spec : allTransforms()) {
            const bool useful =
                std::any_of(m_fields.begin(), m_fields.end(), [&](const Field& f) { return !f.target && fits(spec->kind, f); });
            if (spec->random() != random || !useful) continue;
            QAction* action = m_menu->addAction(chainEdits::title(std::string(spec->name)));
            action->setToolTip(words::described(spec->doc));
            connect(action, &QAction::triggered, this, [this, name = std::string(spec->name)] {
                const int after = current() < 0 ? m_list->count() - 1 : current();
                chainEdits::add(m_project, name, after);
                choose(after + 1);
            });
        }
    }
    m_add->setEnabled(!m_fields.empty());
}

void TransformPanel::showHelp()
{
    const std::vector<Section>& transforms = m_project.document().transforms;
    if (current() < 0 || current() >= static_cast<int>(transforms.size())) return;
    const std::string& type = transforms[static_cast<std::size_t>(current())].type;
    (new HelpPopup(QStringLiteral("transforms"), QString::fromStdString(type), this))->showBeside(QRect(mapToGlobal(QPoint()), size()));
}

} // namespace ds::ui
