// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <map>
#include <vector>

#include "app/workbench/runs_view/run_data.h"
#include "widgets/plot/curve_plot.h"

class QGridLayout;
class QLabel;

namespace ds::ui {

/// The curves of one run or several in a grid of plots that adapts to the room: loss first, then metrics, learning rate and the rest.
class CurveBoard : public QWidget {
    Q_OBJECT

public:
    struct Member {
        QString run, label;
        int color = 0;
        bool dashed = false; ///< an earlier run for comparison
    };

    explicit CurveBoard(QWidget* parent = nullptr);

    /// Alone, a run's curves are told apart by colour; several runs have one colour each. Data of runs that stay are kept.
    void setMembers(std::vector<Member> members);
    /// Of runs that are no members: nothing happens.
    void take(const RunUpdate& update);
    const RunData* data(const QString& run) const;

    void setSmoothing(double weight);
    void setXAxis(CurvePlot::XAxis axis);
    void setLogY(bool on);
    void setEmptyText(const QString& text);

    /// Titles of the plots in their order.
    QStringList titles() const;
    CurvePlot* plot(const QString& title) const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Panel {
        QString title;
        QWidget* card = nullptr;
        QLabel* value = nullptr;
        CurvePlot* plot = nullptr;
    };
    Panel& panelFor(const std::string& scalar);
    void arrange();
    void addCurve(const Member& member, const std::string& scalar);
    void appendTo(const Member& member, const std::string& scalar, const CurveData& news);
    void showMarks();
    void showValues();
    const Member* find(const QString& run) const;
    int countOfMain() const;
    std::vector<double> xsOf(const RunData& data, const CurveData& curve) const;
    void rebuild();

    std::vector<Member> m_members;
    std::map<QString, RunData> m_data;
    std::vector<Panel> m_panels;
    QGridLayout* m_grid;
    QLabel* m_empty;
    int m_columns = 0;
    CurvePlot::XAxis m_xAxis = CurvePlot::XAxis::Step;
    double m_smoothing = 0;
    bool m_logY = false;
};

} // namespace ds::ui
