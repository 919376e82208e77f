// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/data/preview_panel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>
#include <QVBoxLayout>

#include "app/workbench/pages/data/preview_view.h"
#include "widgets/plot/number_text.h"
#include "widgets/theme/icons.h"

namespace ds::ui {

PreviewPanel::PreviewPanel(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_again(new QPushButton(tr("Again"), this)), m_view(new PreviewView(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    m_title->setProperty("secondary", true);
    m_again->setToolTip(tr("What training sees of the sample in the next epochs (Ctrl+R)"));
    m_again->setShortcut(Qt::CTRL | Qt::Key_R);
    setIcon(m_again, QStringLiteral("reset"));
    row->addWidget(m_title, 1);
    row->addWidget(m_again);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    connect(m_again, &QPushButton::clicked, this, &PreviewPanel::again);
    connect(m_view, &PreviewView::chosen, this, &PreviewPanel::chosen);
}

PreviewPanel::~PreviewPanel() = default;

void PreviewPanel::request(PreviewRequest request)
{
    request.firstEpoch = m_request.firstEpoch;
    m_request = std::move(request);
    start();
}

void PreviewPanel::again()
{
    m_request.firstEpoch += m_request.epochs;
    start();
}

void PreviewPanel::mark(int transform) { m_view->mark(transform); }

void PreviewPanel::start()
{
    // One at a time; what is wished meanwhile is made next, and only the last of it.
    m_waiting = m_busy;
    if (m_busy) return;
    if (!m_request.plain || m_request.plain->size() == 0) return take({});
    m_busy = true;
    QThreadPool::globalInstance()->start([self = QPointer(this), request = m_request] {
        auto preview = std::make_shared<TransformPreview>(makePreview(request));
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, preview] {
            if (!self) return;
            self->m_busy = false;
            if (self->m_waiting) self->start();
            else self->take(std::move(*preview));
        });
    });
}

void PreviewPanel::take(TransformPreview preview)
{
    QString title = preview.columns.empty() ? QString() : tr("Sample %1").arg(countText(preview.sample));
    bool number = false;
    preview.label.toInt(&number);
    if (!preview.label.isEmpty()) title += QStringLiteral(" · ") + (number ? tr("class %1").arg(preview.label) : preview.label);
    if (preview.columns.size() > 1)
        title += QStringLiteral(" · ") + (preview.training ? tr("what training sees of it, epoch by epoch")
                                                           : tr("what the model sees of it; random transforms are for training data"));
    m_title->setText(title);
    m_again->setEnabled(preview.training && preview.columns.size() > 1);
    m_view->show(std::move(preview));
    emit shown();
}

} // namespace ds::ui
