// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/start/project_card.h"

#include <QFileInfo>
#include <QPainter>

#include "app/workbench/words/words.h"
#include "core/document/document.h"
#include "core/layers/layer.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {
constexpr QSize cardSize(232, 148), pictureSize(cardSize.width() - 26, 76);
}

PictureLook pictureLook(qreal ratio)
{
    std::vector<QString> categories{QStringLiteral("data")};
    for (const LayerSpec* spec : allLayers())
        categories.push_back(QString::fromUtf8(spec->category.data(), static_cast<qsizetype>(spec->category.size())));
    return {miniatureColors(categories), ratio};
}

ProjectPreview previewOf(const QString& path, const PictureLook& look)
{
    ProjectPreview preview{path, QFileInfo(path).completeBaseName(), {}, {}, {}};
    const Result<Document> document = loadDocument(path.toStdString());
    if (!document) {
        preview.problem = words::said(document.error().text);
        return preview;
    }
    if (!document->name.empty()) preview.name = QString::fromStdString(document->name);
    preview.picture = paintMiniature(miniatureOf(document->model), pictureSize, look.ratio, look.colors);
    preview.facts = ProjectCard::tr("%n layer(s)", nullptr, static_cast<int>(document->model.layers.size()));
    if (!document->loss.type.empty()) preview.facts += QStringLiteral(" · ") + QString::fromStdString(document->loss.type);
    return preview;
}

ProjectCard::ProjectCard(ProjectPreview preview, QWidget* parent) : QAbstractButton(parent), m_preview(std::move(preview))
{
    setFixedSize(ProjectCard::sizeHint());
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setEnabled(m_preview.problem.isEmpty());
    setToolTip(m_preview.path);
    setAccessibleName(m_preview.name);
    setAccessibleDescription(m_preview.problem.isEmpty() ? m_preview.facts : m_preview.problem);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProjectCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = isEnabled() && (underMouse() || hasFocus());
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(color(lit ? Role::Accent : Role::Line), lit ? 1.5 : 1));
    painter.setBrush(color(Role::Panel));
    painter.drawRoundedRect(frame, 8, 8);

    const QRectF place(13, 13, pictureSize.width(), pictureSize.height());
    if (m_preview.picture.isNull()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::Canvas));
        painter.drawRoundedRect(place, 6, 6);
    } else {
        painter.drawImage(place.topLeft(), m_preview.picture);
    }

    QFont bold = Theme::instance().font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(color(isEnabled() ? Role::Text : Role::Text3));
    const QRect name(14, 96, width() - 28, 20);
    painter.drawText(name, Qt::AlignVCenter, painter.fontMetrics().elidedText(m_preview.name, Qt::ElideRight, name.width()));
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    painter.setPen(color(m_preview.problem.isEmpty() ? Role::Text2 : Role::Bad));
    const QRect facts(14, 116, width() - 28, 18);
    const QString text = m_preview.problem.isEmpty() ? m_preview.facts : m_preview.problem;
    painter.drawText(facts, Qt::AlignVCenter, painter.fontMetrics().elidedText(text, Qt::ElideRight, facts.width()));
}

} // namespace ds::ui
