// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QColor>
#include <QString>

#include <vector>

namespace ds::ui {

/// What a card shows of a project file.
struct ProjectPreview {
    QString path, name, facts;  ///< facts: "17 layers · idx · cross_entropy"
    QString problem;            ///< why it cannot be opened
    std::vector<QString> kinds; ///< category of each layer, in the order of the file
};

/// Reads a file; for any thread.
ProjectPreview previewOf(const QString& path);

class ProjectCard : public QAbstractButton {
    Q_OBJECT

public:
    ProjectCard(ProjectPreview preview, QWidget* parent);
    const QString& path() const { return m_preview.path; }
    QSize sizeHint() const override { return {232, 148}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

private:
    ProjectPreview m_preview;
};

} // namespace ds::ui
