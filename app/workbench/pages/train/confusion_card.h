// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace ds::ui {

class MatrixView;

/// Which classes are taken for which: the matrix of the newest validation, or how to get one.
class ConfusionCard : public QWidget {
    Q_OBJECT

public:
    explicit ConfusionCard(QWidget* parent = nullptr);

    void clear();
    void setClassNames(const QStringList& names);
    /// The data of an event "metric/confusion"; anything else is left alone.
    void setEvent(const std::string& data, qint64 step);
    /// Whether the project measures the matrix, and whether it could.
    void setMeasured(bool measured);
    int classes() const;
    QString worst() const; ///< the most frequent mistake in words

signals:
    void measureWanted();

private:
    MatrixView* m_matrix;
    QComboBox* m_unit;
    QLabel* m_text;
    QLabel* m_mistake;
    QPushButton* m_measure;
    QStringList m_names;
};

} // namespace ds::ui
