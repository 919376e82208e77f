// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/help/help_popup.h"

#include <QGuiApplication>
#include <QScreen>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/help/help_text.h"

namespace ds::ui {

HelpPopup::HelpPopup(const QString& registry, const QString& name, QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("card", true);
    setAccessibleName(tr("Help on %1").arg(name));
    resize(440, 520);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 4, 8);
    auto* text = new QTextBrowser(this);
    text->setFrameShape(QFrame::NoFrame);
    text->setStyleSheet(QStringLiteral("background: transparent; border: none; padding: 0;"));
    text->setOpenLinks(false);
    text->setHtml(helpHtml(registry.toStdString(), name.toStdString()));
    connect(text, &QTextBrowser::anchorClicked, text, [text](const QUrl& url) {
        const QString path = url.path();
        text->setHtml(helpHtml(path.section(QLatin1Char('/'), 0, 0).toStdString(), path.section(QLatin1Char('/'), 1).toStdString()));
    });
    column->addWidget(text);
    text->setFocus();
}

void HelpPopup::showBeside(const QRect& global)
{
    constexpr int gap = 12;
    const QScreen* screen = QGuiApplication::screenAt(global.center());
    const QRect all = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    int x = global.left() - gap - width();
    if (x < all.left()) x = global.right() + gap;
    move(std::clamp(x, all.left(), std::max(all.left(), all.right() - width())),
         std::clamp(global.top(), all.top(), std::max(all.top(), all.bottom() - height())));
    show();
}

} // namespace ds::ui
