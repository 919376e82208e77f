// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QImage>
#include <QString>

#include "app/workbench/pages/start/miniature.h"

namespace ds::ui {

/// What a card shows of a project file.
struct ProjectPreview {
    QString path, name, facts; ///< facts: "17 layers · idx · cross_entropy"
    QString problem;           ///< why it cannot be opened
    QImage picture;            ///< of the model
};

/// What pictures depend on beside the file.
struct PictureLook {
    MiniatureColors colors;
    qreal ratio = 1; ///< device pixels
};

/// Reads a file and paints its model; for any thread.
ProjectPreview previewOf(const QString& path, const PictureLook& look);
/// Of the present theme. GUI thread.
PictureLook pictureLook(qreal ratio);

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
