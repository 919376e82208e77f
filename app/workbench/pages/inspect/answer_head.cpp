// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/answer_head.h"

#include <QHBoxLayout>
#include <QLabel>

#include "widgets/theme/theme.h"

namespace ds::ui {

AnswerHead::AnswerHead(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)), m_text(new QLabel)
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_text->setWordWrap(true);
    m_row->addWidget(m_text, 1);
}

void AnswerHead::addTool(QWidget* tool) { m_row->addWidget(tool); }

void AnswerHead::say(const QString& text, bool bad)
{
    m_text->setText(text);
    m_text->setStyleSheet(QStringLiteral("color: %1;").arg(color(bad ? Role::Bad : Role::Text).name()));
}

} // namespace ds::ui
