// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the design page into a file: look_design PROJECT PNG [dark|light] [WIDTHxHEIGHT] [LAYER] [COMMAND | open:LAYER | type:TEXT ...]
#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>

#include "tests/app/workbench/pages/design/bench.h"
#include "widgets/theme/theme.h"

int main(int argc, char** argv)
{
    using namespace ds::ui;
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 3) return 2;
    Theme::instance().attach(app);
    Theme::instance().choose(arguments.value(3) == QLatin1String("light") ? Theme::Choice::Light : Theme::Choice::Dark);
    Bench bench;
    const QStringList size = arguments.value(4, QStringLiteral("1320x800")).split(QLatin1Char('x'));
    bench.page.resize(size[0].toInt(), size[1].toInt());
    bench.page.show();
    bench.page.enter();
    if (const auto opened = bench.project.open(arguments[1]); !opened) {
        qWarning("%s", opened.error().message().c_str());
        return 1;
    }
    QElapsedTimer timer;
    timer.start();
    while (!bench.checker.result() && timer.elapsed() < 60000) app.processEvents(QEventLoop::WaitForMoreEvents, 100);
    if (const QString layer = arguments.value(5); !layer.isEmpty()) {
        bench.canvas().select({layer});
        bench.canvas().ensureVisible(layer);
    }
    for (const QString& command : arguments.mid(6)) {
        if (command.startsWith(QLatin1String("open:"))) emit bench.canvas().opened(command.mid(5));
        else if (command.startsWith(QLatin1String("type:"))) emit bench.canvas().typed(command.mid(5), bench.canvas().insertionPoint());
        else bench.run(command.toLatin1().constData());
    }
    timer.restart();
    bench.project.edit(QStringLiteral("Move"), [](ds::Document& document) {
        if (!document.model.layers.empty()) document.model.layers.front().position = {8, 0};
    });
    std::printf("{\"edit_ms\": %lld}\n", static_cast<long long>(timer.elapsed()));
    bench.project.undoStack().undo();
    timer.restart();
    while (timer.elapsed() < 1000) app.processEvents(QEventLoop::WaitForMoreEvents, 50);
    if (QWidget* popup = QApplication::activePopupWidget()) return popup->grab().save(arguments[2]) ? 0 : 1;
    return bench.page.grab().save(arguments[2]) ? 0 : 1;
}
