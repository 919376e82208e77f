// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "core/store/records.h"

class QComboBox;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace ds::ui {

/// What happened, with its time, newest below. Filtered by kind and text.
class LogView : public QWidget {
    Q_OBJECT

public:
    explicit LogView(QWidget* parent = nullptr);
    void clear();
    void add(const EventRecord& event, double started);
    int shown() const;

private:
    void filter();
    bool wanted(const QTreeWidgetItem& item) const;

    QLineEdit* m_text;
    QComboBox* m_kind;
    QTreeWidget* m_list;
};

} // namespace ds::ui
