// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "inspector/engine/steady_verdicts.h"

using namespace ds::inspector;

namespace {

Verdict verdict(const char* rule, int because = -1, const char* place = "") { return {findRule(rule), {place, 1, 2, {}}, because}; }

QString namesOf(const std::vector<Verdict>& verdicts)
{
    QStringList names;
    for (const Verdict& v : verdicts)
        names << QString::fromUtf8(v.rule->name.data(), qsizetype(v.rule->name.size())) + (v.because < 0 ? "" : QString::number(v.because));
    return names.join(' ');
}

} // namespace

class SteadyVerdictsTest : public QObject {
    Q_OBJECT

private slots:
    void whatComesAndGoesIsNotPassedOn()
    {
        SteadyVerdicts steady;
        const std::vector<Verdict> plateau{verdict("plateau")};
        QCOMPARE(namesOf(steady.pass(100, plateau)), QString());
        QCOMPARE(namesOf(steady.pass(124, plateau)), QString());
        QCOMPARE(namesOf(steady.pass(125, plateau)), QString("plateau"));
        QCOMPARE(namesOf(steady.pass(130, {})), QString());
        QCOMPARE(namesOf(steady.pass(160, plateau)), QString()); // anew
        QCOMPARE(namesOf(steady.pass(161, plateau, true)), QString("plateau"));
    }

    void tenUpdatesAtLeast()
    {
        SteadyVerdicts steady;
        QCOMPARE(namesOf(steady.pass(7, {verdict("not_finite")})), QString());
        QCOMPARE(namesOf(steady.pass(16, {verdict("not_finite")})), QString());
        QCOMPARE(namesOf(steady.pass(17, {verdict("not_finite")})), QString("not_finite"));
    }

    /// What hangs on a cause that is not passed on hangs on that one's cause.
    void causesAreFollowed()
    {
        SteadyVerdicts steady;
        const std::vector<Verdict> first{verdict("update_ratio"), verdict("dead_relu", 0, "a")};
        steady.pass(8, first);
        std::vector<Verdict> all = first;
        all.push_back(verdict("saturated_activation", 0));
        QCOMPARE(namesOf(steady.pass(18, all)), QString("update_ratio dead_relu0"));
        // The cause is newer than what hangs on it.
        QCOMPARE(namesOf(steady.pass(20, {verdict("vanishing_gradient"), verdict("update_ratio", 0), verdict("dead_relu", 1, "a")})),
                 QString("update_ratio dead_relu0"));
    }
};

QTEST_GUILESS_MAIN(SteadyVerdictsTest)
#include "steady_verdicts.moc"
