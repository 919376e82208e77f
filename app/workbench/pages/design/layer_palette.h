// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QListView;

namespace ds::ui {

class LayerListModel;

/// All layers by category, with search. Drag one onto the canvas, or double click it.
class LayerPalette : public QWidget {
    Q_OBJECT

public:
    explicit LayerPalette(QWidget* parent = nullptr);
    void focusSearch();

signals:
    void chosen(const QString& type);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_search;
    QListView* m_list;
    LayerListModel* m_model;
};

} // namespace ds::ui
