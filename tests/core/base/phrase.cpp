// SPDX-License-Identifier: Apache-2.0
#include "core/base/phrase.h"

#include <QtTest>

using namespace ds;

class PhraseTest : public QObject {
    Q_OBJECT

private slots:
    void placesAreFilledOnce()
    {
        QCOMPARE(phrase("C", "%1 is %2, not %1.").with({"%2", "b"}).english(), std::string("%2 is b, not %2."));
        QCOMPARE(phrase("C", "no place, 50 % and %3").with({"a"}).english(), std::string("no place, 50 % and %3"));
        QCOMPARE(phrase("C", "%1 before %2").with({"a", "b"}).filled("%2 behind %1", &Phrase::english), std::string("b behind a"));
        QCOMPARE(phrase("C", "expects %1").with({phrase("C", "at least %1").with({"2"})}).english(), std::string("expects at least 2"));
    }
    void plainTextStaysAsItIs()
    {
        QCOMPARE(Phrase("100 %1").english(), std::string("100 %1"));
        QVERIFY(Phrase().empty());
    }
};

QTEST_GUILESS_MAIN(PhraseTest)
#include "phrase.moc"
