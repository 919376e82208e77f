// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

#include <nlohmann/json.hpp>

#include "app/workbench/project/project.h"

using namespace ds;
using namespace ds::ui;

namespace {

QString textOf(const Document& document) { return QString::fromStdString(documentToJson(document).dump(1)); }

Document small()
{
    Document d;
    d.name = "small";
    d.model.layers = {{"in", "Input", {{"field", "x"}}}, {"fc", "Dense", {{"units", 3}}}, {"out", "ReLU"}};
    d.model.wires = {{{"in"}, {"fc"}}, {{"fc"}, {"out"}}};
    return d;
}

} // namespace

class ProjectTest : public QObject {
    Q_OBJECT

private slots:
    void undoAndRedoActOnTheDocument()
    {
        Project project;
        project.reset(small());
        QSignalSpy changed(&project, &Project::changed);
        const QString first = textOf(project.document());
        project.edit("Rename fc", [](Document& d) { d.model.layers[1].attrs.set("units", int64_t{7}); });
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toBool(), false);
        project.edit("Remove out", [](Document& d) {
            d.model.layers.pop_back();
            d.model.wires.pop_back();
        });
        QCOMPARE(changed[1][0].toBool(), true);
        const QString last = textOf(project.document());
        QCOMPARE(project.undoStack().undoText(), QString("Remove out"));
        project.undoStack().undo();
        project.undoStack().undo();
        QCOMPARE(textOf(project.document()), first);
        project.undoStack().redo();
        project.undoStack().redo();
        QCOMPARE(textOf(project.document()), last);
    }

    void anEditThatChangesNothingIsNoStep()
    {
        Project project;
        project.reset(small());
        project.edit("Nothing", [](Document& d) { d.model.layers[1].attrs.set("units", int64_t{3}); });
        QCOMPARE(project.undoStack().count(), 0);
        QVERIFY(!project.modified());
    }

    void typingIsOneStep()
    {
        Project project;
        project.reset(small());
        for (int64_t units : {5, 55, 555})
            project.edit(
                "Units of fc", [&](Document& d) { d.model.layers[1].attrs.set("units", units); }, "fc.units");
        project.edit(
            "Move out",
            [](Document& d) {
                d.model.layers[2].position = {1, 2};
            },
            "move");
        QCOMPARE(project.undoStack().count(), 2);
        project.undoStack().undo();
        project.undoStack().undo();
        QCOMPARE(textOf(project.document()), textOf(small()));
        project.undoStack().redo();
        QCOMPARE(project.document().model.layers[1].attrs.integer("units"), int64_t{555});
    }

    void anyChangeGoesThereAndBack()
    {
        std::mt19937 random(7);
        const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
        Project project;
        project.reset(small());
        std::vector<QString> states{textOf(project.document())};
        while (states.size() < 200) {
            project.edit("Change", [&](Document& d) {
                auto& layers = d.model.layers;
                switch (below(7)) {
                case 0:
                    layers.insert(layers.begin() + static_cast<std::ptrdiff_t>(below(layers.size() + 1)),
                                  {"n" + std::to_string(random()), "ReLU"});
                    break;
                case 1:
                    if (layers.size() > 1) layers.erase(layers.begin() + static_cast<std::ptrdiff_t>(below(layers.size())));
                    break;
                case 2: layers[below(layers.size())].position = {double(below(9)), 1}; break;
                case 3: std::swap(layers[below(layers.size())], layers[below(layers.size())]); break;
                case 4: d.model.wires.push_back({{layers[below(layers.size())].name}, {layers[below(layers.size())].name}}); break;
                case 5: d.optimizer.attrs.set("learning_rate", double(below(100)) / 100); break;
                case 6: {
                    auto inner = std::make_shared<Model>(small().model);
                    inner->layers[1].name = "m" + std::to_string(below(3));
                    layers[below(layers.size())].model = inner;
                }
                }
            });
            if (project.undoStack().count() == static_cast<int>(states.size())) states.push_back(textOf(project.document()));
        }
        for (std::size_t i = states.size() - 1; i-- > 0;) {
            project.undoStack().undo();
            QCOMPARE(textOf(project.document()), states[i]);
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            project.undoStack().redo();
            QCOMPARE(textOf(project.document()), states[i]);
        }
    }

    void filesAreSavedAndSpared()
    {
        QTemporaryDir folder;
        Project project;
        project.reset(small());
        QVERIFY(!project.save().ok());
        const QString path = folder.filePath("a.dsw");
        project.edit("Name", [](Document& d) { d.name = "other"; });
        QVERIFY(project.modified());
        QVERIFY(project.saveAs(path).ok());
        QVERIFY(!project.modified());
        QCOMPARE(project.title(), QString("a.dsw"));
        Project again;
        QVERIFY(again.open(path).ok());
        QCOMPARE(textOf(again.document()), textOf(project.document()));
        QVERIFY(!again.open(folder.filePath("none.dsw")).ok());
        QCOMPARE(again.path(), path); // what was open stays
    }
};

QTEST_GUILESS_MAIN(ProjectTest)
#include "project.moc"
