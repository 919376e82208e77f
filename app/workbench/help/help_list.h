// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <vector>

namespace ds::ui {

struct HelpEntry;
struct HelpRegistry;

/// All pages in rows, with a heading for each registry; or those that fit what was typed.
class HelpList : public QAbstractListModel {
    Q_OBJECT

public:
    explicit HelpList(QObject* parent = nullptr);
    enum Roles { AddressRole = Qt::UserRole, CategoryRole, HeadingRole };

    void search(const QString& typed);
    /// The row of an address; -1 if it is not listed.
    int rowOf(const QString& address) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        const HelpEntry* entry = nullptr; ///< null: a heading
        const HelpRegistry* registry = nullptr;
    };
    std::vector<Row> m_rows;
};

} // namespace ds::ui
