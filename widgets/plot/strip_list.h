// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QListView>

#include <vector>

namespace ds::ui {

/// A row of a StripList.
struct StripRow {
    QString id, name;
    QColor dot;                     ///< before the name
    std::vector<double> cells = {}; ///< 0 to 1, the oldest first; one that is not finite is drawn as broken
    QString value = {};             ///< behind the strip
    enum class Mark { None, Warning, Bad } mark = Mark::None;
    QString tip = {};
};

/// Names with a strip of colours each: how a figure went over time, many rows under each other. One row is chosen, by mouse or keys.
class StripList : public QListView {
    Q_OBJECT

public:
    explicit StripList(QWidget* parent = nullptr);

    /// The chosen row stays chosen if it is still there.
    void setRows(std::vector<StripRow> rows);
    QString chosen() const;
    /// Nothing happens if there is no such row.
    void choose(const QString& id);

signals:
    void picked(const QString& id);

private:
    class Model;
    class Delegate;
    Model* m_model;
};

} // namespace ds::ui
