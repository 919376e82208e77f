// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/workbench/project/forecaster.h"
#include "core/document/costs.h"
#include "core/lint/lint.h"
#include "core/train/inspect_project.h"

namespace ds::ui {

/// What is known about a document; a value that crosses threads once, finished.
struct CheckResult {
    ProjectCheck check;                     ///< errors, shapes by path, the lowered graph, the opened data
    std::vector<Problem> problems;          ///< the errors with their mends, then suggestions
    std::map<std::string, LayerCost> costs; ///< by path; "" is the total
    int64_t version = 0;                    ///< of the request that it answers
};

/// Checks the project on a thread of its own. A newer document replaces one that waits; data are opened again only when a data
/// section changed.
class Checker : public QObject {
    Q_OBJECT

public:
    explicit Checker(QObject* parent = nullptr);
    ~Checker() override;

    /// Returns at once.
    void request(const Document& document);
    /// The latest; null before the first.
    std::shared_ptr<const CheckResult> result() const { return m_result; }
    /// What a step of the latest result takes.
    Forecaster& forecaster() { return m_forecaster; }

signals:
    void finished(); ///< on the GUI thread; result() is new

private:
    class Worker;
    std::shared_ptr<const CheckResult> m_result;
    Forecaster m_forecaster;
    std::unique_ptr<Worker> m_worker;
};

} // namespace ds::ui
