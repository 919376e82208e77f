// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/window/message_bar.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/theme/icons.h"

namespace ds::ui {

namespace {

/// A card with a coloured bar at its left edge.
class Message : public QFrame {
public:
    Message(Role role, QWidget* parent) : QFrame(parent), m_role(role) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), mixed(color(Role::Panel), color(m_role), 0.08));
        painter.fillRect(QRect(0, 0, 3, height()), color(m_role));
        painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Line));
    }

private:
    Role m_role;
};

} // namespace

MessageBar::MessageBar(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void MessageBar::post(const QString& id, Kind kind, const QString& text, const std::vector<Answer>& answers)
{
    clear(id);
    const Role role = kind == Kind::Error ? Role::Bad : kind == Kind::Warning ? Role::Warning : Role::Accent;
    auto* message = new Message(role, this);
    message->setObjectName(id);
    auto* row = new QHBoxLayout(message);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(8);
    auto* icon = new QLabel(message);
    const QString name = kind == Kind::Error     ? QStringLiteral("error")
                         : kind == Kind::Warning ? QStringLiteral("warning")
                                                 : QStringLiteral("info");
    icon->setPixmap(iconPixmap(name, color(role), 18, devicePixelRatioF()));
    row->addWidget(icon);
    auto* label = new QLabel(text, message);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(label, 1);
    for (const auto& [word, act] : answers) {
        auto* button = new QPushButton(word, message);
        connect(button, &QPushButton::clicked, this, [this, id, act = act] {
            clear(id);
            if (act) act();
        });
        row->addWidget(button);
    }
    auto* close = new QToolButton(message);
    close->setProperty("flat", true);
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    setIcon(close, QStringLiteral("close"));
    connect(close, &QToolButton::clicked, this, [this, id] { clear(id); });
    row->addWidget(close);
    m_layout->addWidget(message);
}

void MessageBar::clear(const QString& id)
{
    if (auto* old = findChild<QFrame*>(id, Qt::FindDirectChildrenOnly)) {
        old->setObjectName({});
        old->hide();
        old->deleteLater(); // one of its buttons may be the sender
    }
}

bool MessageBar::has(const QString& id) const { return findChild<QFrame*>(id, Qt::FindDirectChildrenOnly) != nullptr; }

} // namespace ds::ui
