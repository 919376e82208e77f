// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>

#include "app/workbench/help/help_entries.h"
#include "app/workbench/help/help_example.h"
#include "app/workbench/help/help_list.h"
#include "app/workbench/help/help_popup.h"
#include "app/workbench/help/help_text.h"
#include "app/workbench/help/help_view.h"
#include "core/layers/layer.h"
#include "core/ops/all.h"

using namespace ds::ui;

namespace {

QString plain(std::string_view registry, std::string_view name)
{
    QTextDocument document;
    document.setHtml(helpHtml(registry, name));
    return document.toPlainText();
}

} // namespace

class Help : public QObject {
    Q_OBJECT

private slots:
    /// Nothing that has a description is left out, and every page holds all of it.
    void isCompleteForEveryEntry()
    {
        std::size_t layers = 0, ops = 0;
        for (const HelpEntry& entry : helpEntries()) {
            const QString page = plain(entry.registry, entry.name);
            const auto holds = [&](std::string_view text) {
                const QString wanted = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
                return page.simplified().contains(wanted);
            };
            const std::string who = std::string(entry.registry) + "/" + std::string(entry.name);
            QVERIFY2(!entry.doc.empty() && holds(entry.doc), who.c_str());
            for (const ds::AttrSpec& attribute : entry.attributes) {
                QVERIFY2(holds(attribute.name) && holds(attribute.doc), (who + "." + std::string(attribute.name)).c_str());
                for (const std::string_view choice : attribute.allowed()) QVERIFY2(holds(choice), who.c_str());
            }
            for (const auto* ports : {entry.inputs, entry.outputs})
                if (ports)
                    for (const ds::Port& port : *ports) QVERIFY2(holds(port.name) && holds(port.doc), who.c_str());
            layers += entry.registry == "layers";
            ops += entry.registry == "ops";
        }
        QCOMPARE(layers, ds::allLayers().size() + 3); // Input, Output, Composite
        QCOMPARE(ops, ds::allOps().list().size());
    }

    void everyLayerHasAnExampleWithItsShapes()
    {
        for (const ds::LayerSpec* spec : ds::allLayers()) {
            const auto example = helpExample(*findHelp("layers", spec->name));
            QVERIFY2(example && !example->in.isEmpty() && !example->out.isEmpty(), std::string(spec->name).c_str());
        }
        const auto conv = helpExample(*findHelp("layers", "Conv2d"));
        QCOMPARE(conv->in, QStringList{QStringLiteral("2 × 3 × 8 × 8")});
        QCOMPARE(conv->out, QStringList{QStringLiteral("2 × 4 × 6 × 6")});
        QVERIFY(conv->text.contains(QStringLiteral("\"type\": \"Conv2d\"")));
    }

    void unknownPagesAreEmpty()
    {
        QVERIFY(helpHtml("layers", "Nonsense").isEmpty());
        QVERIFY(helpHtml("nonsense", "").isEmpty());
        QVERIFY(!helpHtml("losses", "").isEmpty());
    }

    void listIsAModelAndFindsTheBestFirst()
    {
        HelpList list;
        const QAbstractItemModelTester tester(&list);
        QCOMPARE(list.rowCount(), static_cast<int>(helpEntries().size() + helpRegistries().size()));
        list.search(QStringLiteral("adamw"));
        QVERIFY(list.index(0).data(HelpList::HeadingRole).toBool());
        QCOMPARE(list.index(1).data().toString(), QStringLiteral("adamw"));
        list.search(QStringLiteral("no such thing at all"));
        QCOMPARE(list.rowCount(), 0);
        list.search({});
        QVERIFY(list.rowOf(QStringLiteral("help:layers/Dense")) > 0);
    }

    void viewFollowsLinksAndGoesBack()
    {
        HelpView view;
        view.resize(900, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.showEntry(QStringLiteral("losses"), QStringLiteral("cross_entropy"));
        auto* text = view.findChild<QTextBrowser*>();
        auto* list = view.findChild<QListView*>();
        QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("cross_entropy"));
        emit text->anchorClicked(QUrl(QStringLiteral("help:metrics/accuracy")));
        QCOMPARE(view.registry(), QStringLiteral("metrics"));
        QCOMPARE(view.name(), QStringLiteral("accuracy"));
        QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("accuracy"));
        QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(view.name(), QStringLiteral("cross_entropy"));
        QTest::keyClick(&view, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(view.name(), QStringLiteral("accuracy"));
        view.showEntry(QStringLiteral("layers"), QStringLiteral("Nonsense"));
        QVERIFY(text->toPlainText().contains(QStringLiteral("Nonsense")));
    }

    void keyboardIsEnough()
    {
        HelpView view;
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier);
        auto* search = view.findChild<QLineEdit*>();
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("dropout"));
        QCOMPARE(view.name(), QStringLiteral("Dropout"));
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(view.name() != QStringLiteral("Dropout"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(view.findChild<QTextBrowser*>()->hasFocus());
    }

    void popupShowsOnePageAndClosesOnEscape()
    {
        QWidget parent;
        parent.show();
        auto* popup = new HelpPopup(QStringLiteral("layers"), QStringLiteral("Dense"), &parent);
        popup->showBeside({600, 100, 200, 20});
        auto* text = popup->findChild<QTextBrowser*>();
        QVERIFY(text->toPlainText().startsWith(QStringLiteral("●")));
        QVERIFY(text->toPlainText().contains(QStringLiteral("units")));
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
    }
};

QTEST_MAIN(Help)
#include "help.moc"
