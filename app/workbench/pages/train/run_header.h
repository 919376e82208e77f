// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "app/workbench/runs/run_hub.h"
#include "app/workbench/runs_view/run_data.h"
#include "widgets/theme/theme.h"

class QComboBox;
class QLabel;
class QProgressBar;

namespace ds::ui {

class FactLabel;

/// Which run this is, how it stands, and the newest figures.
class RunHeader : public QFrame {
    Q_OBJECT

public:
    explicit RunHeader(QWidget* parent = nullptr);

    /// The runs that can be looked at: live ones first. Ids and titles.
    void setChoices(const std::vector<std::pair<QString, QString>>& choices, const QString& chosen);
    void showLive(const LiveRun& run);
    /// A run that is no more alive.
    void showStored(const RunData& data);
    void showNothing();

    QString stateText() const;
    QString factsText() const; ///< all figures as one line, for tests and readers of screens
    static QString stateWord(LiveState state);

signals:
    void chosen(const QString& run);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Fact {
        FactLabel* value;
        QLabel* caption;
        bool wanted = false; ///< there is something to show
    };
    static Fact addFact(const QString& caption);
    static void set(Fact& fact, const QString& value, const QString& more = {});
    void fit();
    void setState(const QString& word, Role role);

    QComboBox* m_run;
    QWidget* m_row;
    QLabel* m_state;
    QLabel* m_message;
    QProgressBar* m_progress;
    Fact m_epoch{}, m_step{}, m_loss{}, m_rate{}, m_speed{}, m_memory{}, m_cpu{}, m_left{};
    std::vector<Fact*> m_facts;
};

} // namespace ds::ui
