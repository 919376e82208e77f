// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

#include "app/workbench/pages/runs/run_list.h"
#include "app/workbench/runs_view/run_reader.h"

namespace ds::ui {

/// Keeps the list of runs up to date while its page is shown: everything again when a run came, went, or changed its state; only the
/// steps of those at work otherwise.
class RunListLoader : public QObject {
    Q_OBJECT

public:
    RunListLoader(RunReader& reader, QObject* parent);

    void setActive(bool active);
    void setBin(bool bin);
    /// After a change of one's own.
    void reload();

signals:
    void loaded(const ds::ui::RunList& list);
    void moved(const QString& run, double steps, double epochs);
    void failed(const QString& problem);

private:
    void look();

    /// Lives on the reader's thread; shared, since work may still be waiting there when the page goes.
    struct Seen {
        std::vector<std::pair<std::string, RunState>> runs;
        int64_t version = 0; ///< of the database, when they were read
        bool valid = false;
    };
    RunReader& m_reader;
    std::shared_ptr<Seen> m_seen = std::make_shared<Seen>();
    QTimer m_timer;
    bool m_bin = false, m_waiting = false;
};

} // namespace ds::ui
