// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLineEdit;
class QListView;

namespace ds::ui {

class LayerListModel;

/// Type what you want at the cursor; what fits comes first.
class AddPopup : public QFrame {
    Q_OBJECT

public:
    explicit AddPopup(QWidget* parent);

    /// `fits` says of a type whether it can be wired where the popup was asked for; empty: everything fits.
    void open(const QPoint& global, const QString& typed, std::function<bool(const QString&)> fits);

signals:
    void chosen(const QString& type);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& typed);
    void choose();

    QLineEdit* m_line;
    QListView* m_list;
    LayerListModel* m_model;
    std::function<bool(const QString&)> m_fits;
};

} // namespace ds::ui
