// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "app/workbench/pages/data/summary.h"

class QVBoxLayout;

namespace ds::ui {

/// Class balance, and figures and a histogram for each field.
class SummaryPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit SummaryPanel(QWidget* parent = nullptr);
    void show(const DataSummary& summary);
    void clear();

private:
    void addField(const FieldSummary& field);

    QVBoxLayout* m_layout;
};

} // namespace ds::ui
