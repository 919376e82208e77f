// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/add_popup.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/pages/design/layer_list.h"

namespace ds::ui {

AddPopup::AddPopup(QWidget* parent)
    : QFrame(parent, Qt::Popup), m_line(new QLineEdit(this)), m_list(new QListView(this)), m_model(new LayerListModel(this))
{
    setProperty("card", true);
    setAccessibleName(tr("Add a layer"));
    setFixedSize(260, 320);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_line->setPlaceholderText(tr("Add a layer…"));
    m_line->setAccessibleName(tr("Add a layer"));
    column->addWidget(m_line);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LayerDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &AddPopup::search);
    connect(m_list, &QListView::clicked, this, &AddPopup::choose);
}

void AddPopup::open(const QPoint& global, const QString& typed, std::function<bool(const QString&)> fits)
{
    m_fits = std::move(fits);
    m_line->setText(typed);
    search(typed);
    const QRect page(parentWidget()->mapToGlobal(QPoint()), parentWidget()->size());
    const QRect area = page.width() < width() || page.height() < height() ? screen()->availableGeometry() : page;
    move(std::clamp(global.x(), area.left(), std::max(area.left(), area.right() - width())),
         std::clamp(global.y(), area.top(), std::max(area.top(), area.bottom() - height())));
    show();
    m_line->setFocus(Qt::PopupFocusReason);
    m_line->end(false);
}

void AddPopup::search(const QString& typed)
{
    std::vector<const CatalogEntry*> entries = searchCatalog(typed);
    const auto firstUnfit =
        std::stable_partition(entries.begin(), entries.end(), [this](const CatalogEntry* entry) { return !m_fits || m_fits(entry->type); });
    m_model->show(entries, static_cast<std::size_t>(firstUnfit - entries.begin()));
    m_list->setCurrentIndex(m_model->index(0));
}

void AddPopup::choose()
{
    const QString type = m_list->currentIndex().data(LayerListModel::TypeRole).toString();
    if (type.isEmpty()) return;
    hide();
    emit chosen(type);
}

bool AddPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key(), row = m_list->currentIndex().row(), rows = m_model->rowCount();
    const auto go = [&](int to) {
        if (rows) m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, rows - 1)));
        return true;
    };
    switch (key) {
    case Qt::Key_Down: return go(row + 1);
    case Qt::Key_Up: return go(row - 1);
    case Qt::Key_PageDown: return go(row + 8);
    case Qt::Key_PageUp: return go(row - 8);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: choose(); return true;
    case Qt::Key_Escape: hide(); return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

} // namespace ds::ui
