// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace ds;

class JsonTest : public QObject {
    Q_OBJECT

private slots:
    void keepsOrderAndFormat()
    {
        const std::string text = "{\n  \"z\": [1, 2.5],\n  \"a\": {\n    \"empty\": {},\n    \"none\": []\n  },\n  \"s\": \"\\u00e4\"\n}\n";
        const Result<Json> json = parseJson(text, "p.dsw");
        QVERIFY(json.ok());
        const std::string written = writeJson(*json);
        QCOMPARE(QString::fromStdString(written).indexOf("\"z\""), 4);
        QCOMPARE(QString::fromStdString(writeJson(*parseJson(written, ""))), QString::fromStdString(written));
        QVERIFY(written.find("\"z\": [1, 2.5],\n  \"a\": {\n    \"empty\": {},\n    \"none\": []\n  }") != std::string::npos);
    }

    void syntaxErrors()
    {
        const Result<Json> broken = parseJson("{\n  \"a\": 1,\n  \"b\" 2\n}", "p.dsw");
        QVERIFY(!broken.ok());
        const QString message = QString::fromStdString(broken.error().message());
        QVERIFY2(message.startsWith("p.dsw: not valid JSON at line 3, column 7"), qPrintable(message));
        const std::string deep(70, '[');
        QCOMPARE(QString::fromStdString(parseJson(deep + std::string(70, ']'), "f").error().message()),
                 "f: the JSON is nested deeper than 64 levels.");
        QVERIFY(!parseJson(deep, "f").ok());
        QVERIFY(!parseJson("", "f").ok());
        QVERIFY(!parseJson("\xff\xfe", "f").ok());
    }

    void attributes()
    {
        Errors errors;
        const Result<Json> json = parseJson(
            R"({"b": true, "i": 3, "f": 3.0, "l": [1, 2.5], "s": ["x"], "n": null, "m": [1, "x"], "o": {}, "u": 18446744073709551615})",
            "");
        const Attrs attrs = attrsFromJson(*json, errors);
        QCOMPARE(QString::fromStdString(messages(errors)), "n: expects a number, text, true, false or a list, got null.\n"
                                                           "m: a list must hold only numbers or only texts.\n"
                                                           "o: expects a number, text, true, false or a list, got object.\n"
                                                           "u: the number is too large.\n");
        QVERIFY((attrs == Attrs{{"b", true}, {"i", 3}, {"f", 3.0}, {"l", Floats{1, 2.5}}, {"s", Strings{"x"}}}));
        Errors none;
        QVERIFY(attrsFromJson(attrsToJson(attrs), none) == attrs);
        QVERIFY(none.empty());
    }

    void phrasesComeBack()
    {
        const Phrase whole = phrase("C", "%1 of %2").with({"100%1", phrase("D", "at least %1").with({"2"})});
        const Phrase back = phraseFromJson(Json::parse(phraseToJson(whole).dump()));
        QCOMPARE(back.english(), std::string("100%1 of at least 2"));
        QCOMPARE(back.context, std::string("C"));
        QCOMPARE(back.values[1].context, std::string("D"));
        QCOMPARE(phraseFromJson(phraseToJson("50 %1")).english(), std::string("50 %1"));
        for (const char* nonsense : {"null", "7", "[]", "[\"C\"]", "[1, 2]", "{\"C\": \"x\"}"})
            QVERIFY2(phraseFromJson(Json::parse(nonsense)).empty(), nonsense);
        Json deep = "x";
        for (int i = 0; i < 50; ++i) deep = Json::array({"C", "%1", deep});
        QCOMPARE(phraseFromJson(deep).english(), std::string()); // cut off: its "x" is too deep
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "json.moc"
