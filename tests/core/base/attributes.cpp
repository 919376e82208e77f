// SPDX-License-Identifier: Apache-2.0
#include "core/base/attributes.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace ds;

class AttributesTest : public QObject {
    Q_OBJECT

private:
    static std::vector<AttrSpec> specs()
    {
        return {{.name = "rate", .type = AttrType::Float, .fallback = 0.5, .min = 0, .max = 1},
                {.name = "units", .type = AttrType::Int, .required = true, .min = 1, .doc = "How many units."},
                {.name = "stride", .type = AttrType::Ints, .fallback = Ints{1, 1}, .min = 1},
                {.name = "mode", .type = AttrType::String, .fallback = std::string("same"), .choices = {"same", "valid"}},
                {.name = "scales", .type = AttrType::Floats, .fallback = Floats{}}};
    }
    static QString problems(Attrs attrs) { return QString::fromStdString(messages(validate(specs(), attrs))); }

private slots:
    void defaultsAndConversions()
    {
        Attrs attrs{{"units", 3.0}, {"rate", 1}, {"stride", 2}, {"scales", Ints{1, 2}}};
        QVERIFY(validate(specs(), attrs).empty());
        QCOMPARE(attrs.integer("units"), 3);
        QCOMPARE(attrs.number("rate"), 1.0);
        QVERIFY(attrs.ints("stride") == Ints{2});
        QVERIFY(attrs.floats("scales") == (Floats{1, 2}));
        QVERIFY(attrs.string("mode") == "same");
    }

    void errors()
    {
        QCOMPARE(problems({}), "units: a value is needed. How many units.\n");
        QCOMPARE(problems({{"units", 0}}), "units: must be at least 1, got 0.\n");
        QCOMPARE(problems({{"units", 2.5}}), "units: expects a whole number, got 2.5.\n");
        QCOMPARE(problems({{"units", 1}, {"rate", 1.5}}), "rate: must be from 0 to 1, got 1.5.\n");
        QCOMPARE(problems({{"units", 1}, {"rate", std::nan("")}}), "rate: must be from 0 to 1, got nan.\n");
        QCOMPARE(problems({{"units", 1}, {"stride", Ints{1, 0}}}), "stride: must be at least 1, got [1, 0].\n");
        QCOMPARE(problems({{"units", 1}, {"mode", "vaild"}}), "mode: \"vaild\" is not one of same, valid. Did you mean \"valid\"?\n");
        QCOMPARE(problems({{"units", 1}, {"strid", 1}}), "strid: there is no attribute of this name. Did you mean \"stride\"?\n");
        QCOMPARE(problems({{"rate", true}}), "rate: expects a number, got true.\nunits: a value is needed. How many units.\n");
    }

    void nearestName()
    {
        const std::vector<std::string_view> known = {"momentum", "nesterov", "weight_decay"};
        QCOMPARE(QString::fromStdString(nearest("Momentun", known)), "momentum");
        QCOMPARE(QString::fromStdString(nearest("wieght_decay", known)), "weight_decay");
        QCOMPARE(QString::fromStdString(nearest("temperature", known)), "");
    }

    void texts()
    {
        QCOMPARE(QString::fromStdString(attrText(2.0)), "2.0");
        QCOMPARE(QString::fromStdString(attrText(1e300)), "1e+300");
        QCOMPARE(QString::fromStdString(attrText(-std::numeric_limits<double>::infinity())), "-inf");
        QCOMPARE(QString::fromStdString(attrText(std::string("a \"b\" \\ \n"))), "\"a \\\"b\\\" \\\\ \\n\"");
        QCOMPARE(QString::fromStdString(attrText(Strings{"x", "y"})), "[\"x\", \"y\"]");
        QCOMPARE(QString::fromStdString(attrText(Ints{})), "[]");
    }

    void map()
    {
        Attrs attrs{{"b", 1}, {"a", 2}};
        attrs.set("b", int64_t{3});
        attrs.erase("a");
        QVERIFY(!attrs.has("a"));
        QVERIFY((attrs == Attrs{{"b", 3}}));
    }

    void messagesOfErrors()
    {
        const Error error{"expects a matrix", "weights", "Reshape it."};
        QCOMPARE(QString::fromStdString(error.in("Dense \"fc1\"").message()), "Dense \"fc1\", weights: expects a matrix. Reshape it.");
        QCOMPARE(QString::fromStdString(Error({"Really?", "", ""}).message()), "Really?");
    }
};

QTEST_GUILESS_MAIN(AttributesTest)
#include "attributes.moc"
