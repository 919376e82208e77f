// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QSaveFile>
#include <QSvgGenerator>

#include <qcustomplot.h>

#include "widgets/plot/curve_plot_p.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

QByteArray CurvePlot::csv() const
{
    QByteArray text("curve,x,y\n");
    for (const auto& item : m->items) {
        const Series& series = item->series;
        QString name = series.label().isEmpty() ? series.id() : series.label();
        if (name.contains(',') || name.contains('"')) name = '"' + name.replace('"', QStringLiteral("\"\"")) + '"';
        const QByteArray start = name.toUtf8() + ',';
        for (std::size_t i = 0; i < series.xs().size(); ++i)
            text += start + QByteArray::number(series.xs()[i], 'g', 15) + ',' + QByteArray::number(series.raw()[i], 'g', 17) + '\n';
    }
    return text;
}

QString CurvePlot::exportTo(const QString& path)
{
    refresh();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return tr("%1 cannot be written: %2").arg(path, file.errorString());
    const QString suffix = QFileInfo(path).suffix().toLower();
    bool written = true;
    if (suffix == QLatin1String("csv")) {
        const QByteArray text = csv();
        written = file.write(text) == text.size();
    } else if (suffix == QLatin1String("svg")) {
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize(size());
        generator.setViewBox(rect());
        QCPPainter painter;
        if (painter.begin(&generator)) {
            painter.setMode(QCPPainter::pmVectorized);
            painter.fillRect(rect(), color(Role::Panel));
            m->plot->toPainter(&painter, width(), height());
            m->updateOverlay();
            paintOverlay(painter, m->overlay->content);
        }
    } else if (suffix == QLatin1String("png")) {
        QImage picture(size() * 2, QImage::Format_ARGB32_Premultiplied);
        picture.setDevicePixelRatio(2);
        picture.fill(color(Role::Panel));
        render(&picture, {}, {}, DrawChildren);
        written = picture.save(&file, "PNG");
    } else {
        return tr("A file can be .png, .svg or .csv, not .%1").arg(suffix);
    }
    if (!written || !file.commit()) return tr("%1 cannot be written: %2").arg(path, file.errorString());
    return {};
}

} // namespace ds::ui
