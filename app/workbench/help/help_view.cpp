// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/help/help_view.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QShortcut>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/help/help_list.h"
#include "app/workbench/help/help_text.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

namespace {

/// A dot in the colour of the category and the name; headings in small.
class Rows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::instance();
        const QRect r = option.rect;
        const bool heading = index.data(HelpList::HeadingRole).toBool(), selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? chosenColor() : color(Role::Raised));
            painter->drawRoundedRect(QRectF(r).adjusted(0, 0.5, -2, -0.5), 4, 4);
        }
        QFont font = theme.font(heading ? Theme::Text::Secondary : Theme::Text::Body);
        if (heading) font.setWeight(QFont::DemiBold);
        else {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.category(index.data(HelpList::CategoryRole).toString()));
            painter->drawEllipse(QPointF(r.left() + 12, r.center().y() + 0.5), 3.5, 3.5);
        }
        painter->setFont(font);
        painter->setPen(color(heading ? Role::Text2 : Role::Text));
        const QRect place = r.adjusted(heading ? 4 : 25, 0, -4, 0);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {option.rect.width(), index.data(HelpList::HeadingRole).toBool() ? 30 : 24};
    }
};

QToolButton* button(QWidget* parent, const QString& icon, const QString& name, const QString& tip)
{
    auto* made = new QToolButton(parent);
    made->setProperty("flat", true);
    made->setAccessibleName(name);
    made->setToolTip(tip);
    setIcon(made, icon);
    return made;
}

} // namespace

HelpView::HelpView(QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_list(new QListView(this)), m_model(new HelpList(this)),
      m_text(new QTextBrowser(this)), m_back(button(this, QStringLiteral("left"), tr("Back"), tr("Back (Alt+Left)"))),
      m_forward(button(this, QStringLiteral("right"), tr("Forward"), tr("Forward (Alt+Right)")))
{
    setAccessibleName(tr("Help"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* columns = new QSplitter(Qt::Horizontal, this);
    columns->setHandleWidth(1);
    columns->setChildrenCollapsible(false);
    outer->addWidget(columns);

    auto* left = new QWidget(columns);
    left->setProperty("panel", true);
    left->setAttribute(Qt::WA_StyledBackground);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(12, 12, 4, 8);
    leftColumn->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 8, 0);
    top->setSpacing(4);
    m_search->setPlaceholderText(tr("Search help…"));
    m_search->setAccessibleName(tr("Search help"));
    m_search->setToolTip(tr("Search help (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    top->addWidget(m_search, 1);
    top->addWidget(m_back);
    top->addWidget(m_forward);
    leftColumn->addLayout(top);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Rows(m_list));
    m_list->setAccessibleName(tr("Pages of help"));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    leftColumn->addWidget(m_list);
    columns->addWidget(left);

    auto* right = new QWidget(columns);
    right->setProperty("panel", true);
    right->setAttribute(Qt::WA_StyledBackground);
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(20, 12, 8, 8);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setStyleSheet(QStringLiteral("background: transparent; border: none; padding: 0;"));
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("Page of help"));
    rightColumn->addWidget(m_text);
    columns->addWidget(right);
    columns->setStretchFactor(0, 0);
    columns->setStretchFactor(1, 1);
    columns->setSizes({260, 560});

    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_following = true; // the page stays until a row is chosen
        m_model->search(typed);
        m_following = false;
        for (int i = 0; i < m_model->rowCount() && !typed.trimmed().isEmpty(); ++i)
            if (const QModelIndex row = m_model->index(i); !row.data(HelpList::HeadingRole).toBool()) {
                m_list->setCurrentIndex(row);
                break;
            }
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!m_following && index.isValid()) go(index.data(HelpList::AddressRole).toString());
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_text->setFocus(Qt::OtherFocusReason); });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) { go(url.toString()); });
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    const auto shortcut = [this](const QKeySequence& keys, auto run) {
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this, run);
    };
    shortcut(Qt::ALT | Qt::Key_Left, [this] { step(-1); });
    shortcut(Qt::ALT | Qt::Key_Right, [this] { step(1); });
    shortcut(QKeySequence::Find, [this] { focusSearch(); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        if (m_at >= 0) present(m_history[m_at]);
        m_list->viewport()->update();
    });
    showEntry({}, {});
}

void HelpView::showEntry(const QString& registry, const QString& name) { go(QStringLiteral("help:%1/%2").arg(registry, name)); }

void HelpView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString HelpView::registry() const { return m_history.value(m_at).section(QLatin1Char(':'), 1).section(QLatin1Char('/'), 0, 0); }
QString HelpView::name() const { return m_history.value(m_at).section(QLatin1Char('/'), 1); }

void HelpView::go(const QString& address)
{
    if (m_at >= 0 && m_history[m_at] == address) return;
    m_history = m_history.mid(0, m_at + 1);
    m_history << address;
    m_at = m_history.size() - 1;
    present(address);
}

void HelpView::present(const QString& address)
{
    const QString html = helpHtml(registry().toStdString(), name().toStdString());
    m_text->setHtml(html.isEmpty() ? tr("There is no help on “%1”.").arg(name().toHtmlEscaped()) : html);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_history.size());
    m_following = true;
    int row = m_model->rowOf(address);
    if (row < 0 && !m_search->text().isEmpty() && !html.isEmpty()) { // a link led out of what was searched
        m_search->clear();                                           // lists everything, and is not followed by the page
        m_following = true;
        row = m_model->rowOf(address);
    }
    if (row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_model->index(row));
    } else {
        m_list->setCurrentIndex({});
    }
    m_following = false;
}

void HelpView::step(int by)
{
    if (m_at + by < 0 || m_at + by >= m_history.size()) return;
    m_at += by;
    present(m_history[m_at]);
}

bool HelpView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && watched == m_search) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) { // moves in the list while typing goes on
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ds::ui
