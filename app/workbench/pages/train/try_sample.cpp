// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/train/try_sample.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/train/answer_view.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/words/words.h"
#include "widgets/image/draw_pad.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

TrySample::TrySample(QWidget* parent)
    : QWidget(parent), m_pad(new DrawPad), m_clear(new QPushButton(tr("Clear"))), m_open(new QPushButton(tr("Open a file…"))),
      m_text(new QLineEdit), m_hint(new QLabel), m_answer(new AnswerView)
{
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(8);
    m_hint->setProperty("secondary", true);
    m_hint->setWordWrap(true);
    m_text->setAccessibleName(tr("Sample as text"));
    layout->addWidget(m_hint);
    layout->addWidget(m_pad, 1);
    m_pad->setMinimumHeight(140);
    m_pad->setMaximumHeight(240);
    auto* row = new QHBoxLayout;
    row->addWidget(m_clear);
    row->addWidget(m_open);
    layout->addLayout(row);
    layout->addWidget(m_text);
    layout->addWidget(m_answer);
    layout->addStretch();
    connect(m_pad, &DrawPad::drawn, this, &TrySample::askDrawing);
    connect(m_clear, &QPushButton::clicked, m_pad, &DrawPad::clear);
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        if (!m_text->text().isEmpty()) ask(m_text->text());
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Ask about a file"), {},
                                                          tr("Pictures and arrays (*.png *.jpg *.jpeg *.webp *.npy);;All files (*)"));
        if (!path.isEmpty()) ask(path);
    });
    setInput({28, 28}, true, {});
    setRun(nullptr);
}

void TrySample::setRun(LiveRun* run)
{
    if (run == m_run && m_run) return;
    m_run = run;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_pad, m_clear, m_open, m_text}) widget->setEnabled(run != nullptr);
    m_answer->setText(run ? QString() : tr("The weights of a live run answer here. Press Train (F5)."));
}

void TrySample::setInput(const QSize& grey, bool pictures, const QString& example)
{
    m_grey = grey;
    m_pad->setVisible(grey.isValid());
    m_clear->setVisible(grey.isValid());
    m_open->setVisible(pictures);
    m_text->setPlaceholderText(!example.isEmpty() ? example : pictures ? tr("or the path of a file") : tr("Type a sample, then Return"));
    m_hint->setText(grey.isValid() ? tr("Draw, or drop a picture or .npy file: the live weights answer.")
                    : pictures     ? tr("Drop a picture or .npy file: the live weights answer.")
                                   : tr("Type a sample as your data hold it: the live weights answer."));
}

void TrySample::askDrawing()
{
    if (m_pad->blank()) return m_answer->setText({});
    // A name of its own each time: the worker may still be reading the last one.
    const QString path = m_folder.filePath(QStringLiteral("drawing%1.png").arg(m_drawings++ % 8));
    if (!m_pad->image(m_grey).save(path)) return m_answer->setText(tr("The drawing cannot be written to %1.").arg(m_folder.path()), true);
    ask(path);
}

void TrySample::ask(const QString& input)
{
    if (!m_run) return;
    const quint64 number = ++m_asked;
    m_run->predict(Json(input.toStdString()), [self = QPointer(this), number](const Result<Json>& answer) {
        if (self && number == self->m_asked) self->showAnswer(answer);
    });
}

void TrySample::showAnswer(const Result<Json>& answer)
{
    if (!answer) return m_answer->setText(words::said(answer.error()), true);
    if (answer->contains("classes")) {
        std::vector<std::pair<QString, double>> classes;
        for (const Json& item : (*answer)["classes"])
            classes.emplace_back(QString::fromStdString(item.value("class", std::string())), item.value("probability", 0.0));
        return m_answer->setClasses(std::move(classes));
    }
    QStringList values;
    if (answer->contains("values"))
        for (const Json& value : (*answer)["values"])
            values << (value.is_number() ? numberText(value.get<double>()) : QStringLiteral("NaN"));
    m_answer->setText(values.join(QStringLiteral("   ")));
}

QString TrySample::answerText() const { return m_answer->text(); }

void TrySample::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_run && event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void TrySample::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) return ask(url.toLocalFile());
}

} // namespace ds::ui
