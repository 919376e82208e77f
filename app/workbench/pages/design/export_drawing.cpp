// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/design/export_drawing.h"

#include <QFileInfo>
#include <QImage>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

#include "app/workbench/pages/design/words.h"
#include "widgets/canvas/canvas.h"

namespace ds::ui {

namespace {

constexpr double margin = 32, largestImage = 16000;

void draw(const Canvas& canvas, QPainter& painter, const QRectF& scene, double scale)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(-scene.topLeft());
    canvas.renderContents(painter, scene);
}

} // namespace

QString exportDrawing(const Canvas& canvas, const QString& path)
{
    const QRectF scene = canvas.contentBounds().adjusted(-margin, -margin, margin, margin);
    const QString suffix = QFileInfo(path).suffix().toLower();
    QSaveFile file(path); // a failure leaves the old file
    if (!file.open(QIODevice::WriteOnly)) return Design::tr("%1 cannot be written: %2").arg(path, file.errorString());
    if (suffix == QLatin1String("svg")) {
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize(scene.size().toSize());
        generator.setViewBox(QRectF(QPointF(), scene.size()));
        generator.setTitle(QStringLiteral("DeepSeek Workbench"));
        QPainter painter(&generator);
        draw(canvas, painter, scene, 1);
    } else if (suffix == QLatin1String("pdf")) {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(scene.size() * 0.75, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(96);
        QPainter painter(&writer);
        draw(canvas, painter, scene, 1);
    } else if (suffix == QLatin1String("png")) {
        const double scale = std::min(2.0, largestImage / std::max(scene.width(), scene.height()));
        QImage image((scene.size() * scale).toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        draw(canvas, painter, scene, scale);
        painter.end();
        image.save(&file, "PNG");
    } else {
        return Design::tr("%1: choose the ending .svg, .png or .pdf.").arg(path);
    }
    return file.commit() ? QString() : Design::tr("%1 cannot be written: %2").arg(path, file.errorString());
}

} // namespace ds::ui
