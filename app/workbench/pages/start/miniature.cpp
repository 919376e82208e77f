// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/start/miniature.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "app/workbench/layout/layer_box.h"
#include "app/workbench/layout/layered_layout.h"
#include "core/document/document.h"
#include "core/layers/layer.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr QSizeF boxSize(186, 64);
constexpr double edge = 10, radius = 6, largestScale = 0.16, stretch = 2.4; // boxes may be this much taller than they are

} // namespace

Miniature miniatureOf(const Model& model)
{
    Miniature miniature;
    const bool placed = std::all_of(model.layers.begin(), model.layers.end(), [](const LayerNode& l) { return l.position.size() == 2; });
    std::map<std::string, QPointF> places;
    if (!placed) places = layeredLayout(model, Flow::Right);
    std::unordered_map<std::string_view, int> numbers;
    QRectF drawn;
    for (const LayerNode& layer : model.layers) {
        const QPointF place = placed ? QPointF(layer.position[0], layer.position[1]) : places.at(layer.name);
        numbers.emplace(layer.name, static_cast<int>(miniature.boxes.size()));
        miniature.boxes.push_back({QRectF(place, boxSize), QString::fromStdString(categoryOf(layer.type))});
        drawn |= miniature.boxes.back().rect;
    }
    if (placed && drawn.height() > drawn.width()) // turned, steps of one direction become those of the other
        for (Miniature::Box& box : miniature.boxes)
            box.rect.moveTopLeft(
                {(box.rect.top() - drawn.top()) / rowStep * rightStep, (box.rect.left() - drawn.left()) / columnStep * rightRowStep});
    for (const Miniature::Box& box : miniature.boxes) miniature.bounds |= box.rect;
    for (const Wire& wire : model.wires) {
        const auto from = numbers.find(wire.from.layer), to = numbers.find(wire.to.layer);
        if (from != numbers.end() && to != numbers.end()) miniature.wires.emplace_back(from->second, to->second);
    }
    return miniature;
}

MiniatureColors miniatureColors(const std::vector<QString>& categories)
{
    const Theme& theme = Theme::instance();
    MiniatureColors colors{theme.color(Role::Canvas), theme.color(Role::Text3), {}, theme.category({})};
    for (const QString& category : categories) colors.categories.insert(category, theme.category(category));
    return colors;
}

QImage paintMiniature(const Miniature& miniature, const QSize& size, qreal ratio, const MiniatureColors& colors)
{
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.canvas);
    painter.drawRoundedRect(QRectF({}, QSizeF(size)), radius, radius);
    if (miniature.boxes.empty()) return image;
    const QSizeF room(size.width() - 2 * edge, size.height() - 2 * edge);
    const double across = std::min(room.width() / miniature.bounds.width(), largestScale);
    const double down = std::min(room.height() / miniature.bounds.height(), across * stretch);
    const QPointF middle(size.width() / 2.0, size.height() / 2.0);
    const auto small = [&](const QRectF& rect) {
        const QPointF centre = rect.center() - miniature.bounds.center();
        QRectF result({}, QSizeF(std::max(rect.width() * across, 1.0), std::max(rect.height() * down, 1.5)));
        result.moveCenter(middle + QPointF(centre.x() * across, centre.y() * down));
        return result;
    };
    painter.setPen(QPen(colors.wire, 0.8));
    painter.setBrush(Qt::NoBrush);
    for (const auto& [from, to] : miniature.wires) {
        const QRectF a = small(miniature.boxes[static_cast<std::size_t>(from)].rect),
                     b = small(miniature.boxes[static_cast<std::size_t>(to)].rect);
        const QPointF start(a.right(), a.center().y()), end(b.left(), b.center().y()), reach((end.x() - start.x()) / 2, 0);
        QPainterPath path(start);
        path.cubicTo(start + reach, end - reach, end);
        painter.drawPath(path);
    }
    painter.setPen(Qt::NoPen);
    for (const Miniature::Box& box : miniature.boxes) {
        const QRectF rect = small(box.rect);
        painter.setBrush(colors.categories.value(box.category, colors.other));
        const double round = std::min({2.0, rect.width() / 3, rect.height() / 3});
        painter.drawRoundedRect(rect, round, round);
    }
    return image;
}

} // namespace ds::ui
