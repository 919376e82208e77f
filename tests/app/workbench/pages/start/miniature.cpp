// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/workbench/pages/start/miniature.h"
#include "app/workbench/pages/start/project_card.h"
#include "core/document/document.h"
#include "widgets/theme/theme.h"

using namespace ds;
using namespace ds::ui;

class MiniatureTest : public QObject {
    Q_OBJECT

private slots:
    void boxesStandInTheOrderOfTheirWires()
    {
        const Document document = *loadDocument(DS_SOURCE_DIR "/resources/projects/fashion-mnist.dsw");
        const Miniature miniature = miniatureOf(document.model);
        QCOMPARE(miniature.boxes.size(), document.model.layers.size());
        QCOMPARE(miniature.wires.size(), document.model.wires.size());
        QCOMPARE(miniature.boxes[1].category, QStringLiteral("convolution"));
        for (const auto& [from, to] : miniature.wires)
            QVERIFY(miniature.boxes[std::size_t(from)].rect.right() < miniature.boxes[std::size_t(to)].rect.left());
        for (std::size_t i = 0; i < miniature.boxes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) QVERIFY(!miniature.boxes[i].rect.intersects(miniature.boxes[j].rect));
    }

    void placesOfTheFileAreKeptAndLaidOnTheirSide()
    {
        Model model;
        model.layers = {{.name = "a", .type = "Input", .position = {0, 0}},
                        {.name = "b", .type = "ReLU", .position = {0, 112}},
                        {.name = "c", .type = "ReLU", .position = {232, 112}},
                        {.name = "d", .type = "Add", .position = {0, 400}}};
        const Miniature miniature = miniatureOf(model);
        QVERIFY(miniature.boxes[0].rect.left() < miniature.boxes[1].rect.left());
        QCOMPARE(miniature.boxes[1].rect.left(), miniature.boxes[2].rect.left());
        QVERIFY(miniature.boxes[1].rect.bottom() < miniature.boxes[2].rect.top());
    }

    void picturesAreCrispAndInTheColoursOfTheirLayers()
    {
        const ProjectPreview preview = previewOf(QStringLiteral(DS_SOURCE_DIR "/resources/projects/fashion-mnist.dsw"), pictureLook(2));
        QVERIFY(preview.problem.isEmpty());
        QCOMPARE(preview.picture.devicePixelRatio(), 2.0);
        QCOMPARE(preview.picture.size(), QSize(412, 152));
        const QRgb wanted = Theme::instance().category(u"convolution").rgb();
        int found = 0;
        for (int y = 0; y < preview.picture.height(); ++y)
            for (int x = 0; x < preview.picture.width(); ++x) found += preview.picture.pixel(x, y) == wanted;
        QVERIFY2(found > 3 * 12 * 12, qPrintable(QString::number(found)));
    }

    void brokenFilesSayWhy()
    {
        const ProjectPreview preview = previewOf(QStringLiteral("/nowhere/gone.dsw"), pictureLook(1));
        QVERIFY(!preview.problem.isEmpty());
        QVERIFY(preview.picture.isNull());
    }

    void emptyModelsAreEmptyPictures()
    {
        const QImage image = paintMiniature(miniatureOf({}), {100, 50}, 1, miniatureColors({}));
        QCOMPARE(image.pixelColor(50, 25), Theme::instance().color(Role::Canvas));
    }
};

QTEST_MAIN(MiniatureTest)
#include "miniature.moc"
