// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

#include "app/workbench/inspection/inspection.h"
#include "app/workbench/runs_view/run_reader.h"

namespace ds::ui {

/// What the Inspector has recorded of one run, for all pages that show it. Reads on a thread of its own, and only while somebody looks.
/// GUI thread only.
class InspectionFeed : public QObject {
    Q_OBJECT

public:
    explicit InspectionFeed(const QString& runsFolder, QObject* parent = nullptr);

    /// Empty: none.
    const QString& run() const { return m_run; }
    void setRun(const QString& run);
    /// The open one: runs are judged by what it asks of the rules.
    void setProject(const Document& project);
    /// A page looks while it is shown.
    void look(const QObject* who, bool looks);

    /// Null: nothing has been read yet.
    const InspectionPtr& inspection() const { return m_inspection; }
    /// Why there is nothing new; empty: all is well.
    const QString& problem() const { return m_problem; }
    /// For other work on the store.
    RunReader& reader() { return m_reader; }

signals:
    void runChanged();
    void changed();

private:
    void read();
    void take(const std::shared_ptr<InspectionReader>& records, const Result<InspectionPtr>& inspection);

    RunReader m_reader;
    QTimer m_timer;
    QSet<const QObject*> m_looking;
    QString m_run, m_problem;
    inspector::RuleSettings m_rules;
    std::shared_ptr<InspectionReader> m_records; // used on the reader's thread only
    InspectionPtr m_inspection;
    bool m_reading = false;
};

} // namespace ds::ui
