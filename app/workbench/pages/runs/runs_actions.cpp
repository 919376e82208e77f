// SPDX-License-Identifier: GPL-3.0-or-later
// What the buttons of the page do.
#include <QFileDialog>
#include <QLabel>
#include <QSaveFile>

#include "app/workbench/pages/runs/runs_page.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/words/words.h"
#include "widgets/table/table_view.h"

namespace ds::ui {

void RunsPage::resumeRun()
{
    const QStringList ids = m_view->selectedIds();
    if (ids.size() != 1) return;
    Error error;
    if (LiveRun* run = m_context.runs.resume(ids.front(), &error)) {
        m_context.runs.setCurrent(run);
        if (m_context.show) m_context.show(QStringLiteral("train"));
        return;
    }
    m_message->setText(words::said(error));
    m_message->show();
}

void RunsPage::forkRun()
{
    const QStringList ids = m_view->selectedIds();
    if (ids.size() != 1) return;
    m_reader.ask([this, folder = m_context.runs.runsFolder(), run = ids.front()](RunStore*) -> std::function<void()> {
        const Result<Document> document = runFiles::forked(folder, run);
        return [this, document] {
            Error error;
            LiveRun* started = nullptr;
            if (document) started = m_context.runs.start(*document, &error);
            else error = document.error();
            if (!started) {
                m_message->setText(words::said(error));
                m_message->show();
                return;
            }
            m_context.runs.setCurrent(started);
            if (m_context.show) m_context.show(QStringLiteral("train"));
        };
    });
}

void RunsPage::throwAway()
{
    const QStringList ids = m_view->selectedIds();
    if (ids.isEmpty()) return;
    work([folder = m_context.runs.runsFolder(), ids,
          back = m_inBin](RunStore*) { return back ? runFiles::restore(folder, ids) : runFiles::throwAway(folder, ids); },
         true);
}

void RunsPage::exportTable()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the table"), QStringLiteral("runs.csv"), tr("Table (*.csv)"));
    if (path.isEmpty()) return;
    work(
        [path, text = runFiles::tableCsv(m_table, m_view->shownColumns())](RunStore*) -> runFiles::Outcome {
            QSaveFile file(path);
            if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
                return {tr("The table is in %1.").arg(path), true};
            return {tr("%1 cannot be written: %2").arg(path, file.errorString()), false};
        },
        false);
}

void RunsPage::exportCurves()
{
    const QStringList ids = m_view->selectedIds();
    if (ids.isEmpty()) return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export curves"), QStringLiteral("curves.csv"), tr("Table (*.csv)"));
    if (!path.isEmpty()) work([ids, path](RunStore* store) { return runFiles::exportCurves(store, ids, path); }, false);
}

void RunsPage::exportTensorBoard()
{
    const QStringList ids = m_view->selectedIds();
    if (ids.isEmpty()) return;
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for TensorBoard"));
    if (!folder.isEmpty()) work([ids, folder](RunStore* store) { return runFiles::exportTensorBoard(store, ids, folder); }, false);
}

extern const PageSpec page_runs;
const PageSpec page_runs = {
    .id = "runs",
    .title = QT_TRANSLATE_NOOP("Pages", "Runs"),
    .icon = "runs",
    .create = [](PageContext& context) -> Page* { return new RunsPage(context); },
};

} // namespace ds::ui
