// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <nlohmann/json.hpp>

#include "app/workbench/pages/runs/diff_view.h"
#include "app/workbench/pages/runs/project_diff.h"
#include "widgets/canvas/canvas.h"

using namespace ds;
using namespace ds::ui;

namespace {

Json project()
{
    return *parseJson(R"({
      "format": "deepseek-workbench", "version": 1, "name": "n",
      "data": {"train": {"type": "csv", "file": "a.csv", "target": ["y"]}},
      "model": {"layers": [
          {"name": "in", "type": "Input", "attributes": {"field": "features"}},
          {"name": "fc1", "type": "Dense", "attributes": {"units": 32}},
          {"name": "relu", "type": "ReLU"},
          {"name": "fc2", "type": "Dense", "attributes": {"units": 3}}],
        "wires": [["in", "fc1", "relu", "fc2"]]},
      "loss": {"type": "cross_entropy", "prediction": "fc2", "target": "label"},
      "optimizer": {"type": "adam", "learning_rate": 0.1},
      "training": {"epochs": 4, "batch_size": 16}})",
                      "test");
}

QStringList textOf(const ProjectDiff& diff)
{
    const char* const signs = "=+-~";
    QStringList list;
    for (const LayerDiff& layer : diff.layers) {
        QString line = QLatin1Char(signs[static_cast<int>(layer.kind)]) + QString::fromStdString(layer.name);
        for (const ValueDiff& v : layer.values) line += QString::fromStdString(" " + v.name + " " + v.before + ">" + v.after);
        list << line;
    }
    for (const WireDiff& wire : diff.wires)
        if (wire.kind != DiffKind::Same)
            list << QLatin1Char(signs[static_cast<int>(wire.kind)]) +
                        QString::fromStdString(wire.wire.from.layer + " to " + wire.wire.to.layer);
    for (const SectionDiff& section : diff.sections)
        for (const ValueDiff& v : section.values)
            list << QString::fromStdString(section.name + "." + v.name + " " + v.before + ">" + v.after);
    return list;
}

} // namespace

class ProjectDiffTest : public QObject {
    Q_OBJECT

private slots:
    void theSameIsTheSame()
    {
        Json other = project();
        // What is said or moved, but means the same.
        other["optimizer"]["learning_rate"] = 0.1;
        other["optimizer"]["beta1"] = 0.9;
        other["training"]["shuffle"] = true;
        other["model"]["layers"][1]["position"] = {5, 6};
        other["model"]["layers"][1]["attributes"]["bias"] = true;
        other["name"] = "other";
        const ProjectDiff diff = diffProjects(project(), other);
        QVERIFY2(diff.same(), qPrintable(textOf(diff).join('\n')));
        QCOMPARE(diff.layers.size(), std::size_t{4});
        QCOMPARE(diff.wires.size(), std::size_t{3});
    }

    void everyDifferenceIsNamed()
    {
        Json other = project();
        other["model"]["layers"][1]["attributes"]["units"] = 64;
        other["model"]["layers"][2] = {{"name", "gelu"}, {"type", "GELU"}};
        other["model"]["layers"][3]["frozen"] = true;
        other["model"]["wires"] = {{"in", "fc1", "gelu", "fc2"}};
        other["optimizer"]["learning_rate"] = 0.01;
        other["schedule"] = {{"type", "cosine"}};
        other["training"].erase("batch_size");
        other["data"]["transforms"] = {{{"type", "gaussian_noise"}, {"std", 0.2}}};
        QCOMPARE(textOf(diffProjects(project(), other)),
                 (QStringList{"=in", "~fc1 units 32>64", "+gelu", "-relu", "~fc2 frozen false>true", "+fc1 to gelu", "+gelu to fc2",
                              "-fc1 to relu", "-relu to fc2", "data.transforms.1 >gaussian_noise std 0.2",
                              "optimizer.learning_rate 0.1>0.01", "schedule.type >cosine", "training.batch_size 16>32"}));
        // Back is the other way round.
        const QStringList back = textOf(diffProjects(other, project()));
        QVERIFY(back.contains("+relu") && back.contains("-gelu") && back.contains("~fc1 units 64>32") &&
                back.contains("optimizer.learning_rate 0.01>0.1"));
    }

    void compositesAreComparedInside()
    {
        Json a = project(), b;
        a["model"]["layers"][2] = {{"name", "block"},
                                   {"type", "Composite"},
                                   {"model",
                                    {{"layers",
                                      {{{"name", "x"}, {"type", "Input"}},
                                       {{"name", "d"}, {"type", "Dense"}, {"attributes", {{"units", 8}}}},
                                       {{"name", "o"}, {"type", "Output"}}}},
                                     {"wires", {{"x", "d", "o"}}}}}};
        b = a;
        b["model"]["layers"][2]["model"]["layers"][1]["attributes"]["units"] = 9;
        const ProjectDiff diff = diffProjects(a, b);
        QCOMPARE(textOf(diff).value(2), QString("~block d/units 8>9"));
        QVERIFY(!diff.same());
    }

    void nonsenseIsNoCrash()
    {
        QVERIFY(diffProjects(Json(), Json()).same());
        QCOMPARE(diffProjects(Json(), project()).layers.front().kind, DiffKind::Added);
        QCOMPARE(diffProjects(project(), Json::array({1})).layers.front().kind, DiffKind::Removed);
    }

    void aViewMarksThem()
    {
        Json other = project();
        other["model"]["layers"][1]["attributes"]["units"] = 64;
        other["model"]["layers"][2] = {{"name", "gelu"}, {"type", "GELU"}};
        other["model"]["wires"] = {{"in", "fc1", "gelu", "fc2"}};
        other["optimizer"]["learning_rate"] = 0.01;
        DiffView view;
        view.resize(1000, 560);
        view.show(diffProjects(project(), other), "1 · a", "2 · b");
        QCOMPARE(view.rows(),
                 (QStringList{"Layers", "≠ fc1 | Units: 32 → 64", "+ gelu | GELU", "− relu | ReLU", "Wires", "+ fc1 | → gelu",
                              "+ gelu | → fc2", "− fc1 | → relu", "− relu | → fc2", "Optimiser", "≠ Learning rate | 0.1 → 0.01"}));
        QCOMPARE(view.canvas().store().nodes().size(), std::size_t{5});
        for (const auto& node : view.canvas().store().nodes()) QVERIFY(node.view.fixed); // nothing can be moved or deleted
        view.show(diffProjects(project(), project()), "1 · a", "2 · b");
        QVERIFY(view.rows().isEmpty());
    }
};

QTEST_MAIN(ProjectDiffTest)
#include "project_diff.moc"
