// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/layer_palette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include "app/workbench/pages/design/layer_list.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

LayerPalette::LayerPalette(QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_list(new QListView(this)), m_model(new LayerListModel(this))
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 4, 8);
    column->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 8, 0);
    m_search->setPlaceholderText(tr("Search layers…"));
    m_search->setAccessibleName(tr("Search layers"));
    m_search->setToolTip(tr("Search layers (/)"));
    m_search->setClearButtonEnabled(true);
    top->addWidget(m_search);
    column->addLayout(top);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LayerDelegate(m_list));
    m_list->setAccessibleName(tr("Layers"));
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list);
    m_model->search({});
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->search(text);
        if (!text.isEmpty() && m_model->rowCount()) m_list->setCurrentIndex(m_model->index(0));
    });
    const auto choose = [this](const QModelIndex& index) {
        if (const QString type = index.data(LayerListModel::TypeRole).toString(); !type.isEmpty()) emit chosen(type);
    };
    // Not `activated`: with a single click as the system's activation a drag could never begin.
    connect(m_list, &QListView::doubleClicked, this, choose);
    connect(m_search, &QLineEdit::returnPressed, this, [this, choose] { choose(m_list->currentIndex()); });
    m_list->installEventFilter(this);
    connect(&Theme::instance(), &Theme::changed, m_list, [this] { m_list->viewport()->update(); });
}

void LayerPalette::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool LayerPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (watched == m_search && key->key() == Qt::Key_Down) {
            m_list->setFocus();
            if (!m_list->currentIndex().isValid()) m_list->setCurrentIndex(m_model->index(0));
            return true;
        }
        if (watched == m_list && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            if (const QString type = m_list->currentIndex().data(LayerListModel::TypeRole).toString(); !type.isEmpty()) emit chosen(type);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ds::ui
