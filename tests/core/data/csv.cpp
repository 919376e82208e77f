// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/data/split.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

class CsvTest : public QObject {
    Q_OBJECT

    Folder m_dir;

    Opened open(const std::string& text, Attrs attrs = {}, const Json* fitted = nullptr)
    {
        m_dir.write("t.csv", text);
        attrs.set("file", std::string("t.csv"));
        if (!attrs.has("target")) attrs.set("target", std::string("kind"));
        return openSource("csv", attrs, m_dir.path(), fitted);
    }
    std::string problem(const std::string& text, Attrs attrs = {}, const Json* fitted = nullptr)
    {
        return m_dir.error(open(text, std::move(attrs), fitted));
    }

private slots:
    void readsClassification()
    {
        const Opened data = open("\xef\xbb\xbf"
                                 "a,\"b \"\"x\"\"\",kind,note\r\n1, 10 ,red,hi\r\n\r\n3,30,\"blue, dark\",\"two\nlines\"\r\n",
                                 {{"standardize", false}});
        QVERIFY2(data.ok(), data ? "" : data.error().message().c_str());
        QCOMPARE((*data)->size(), int64_t{2});
        QCOMPARE((*data)->fields()[0].type.text(), std::string("f32[2]")); // the note holds no numbers
        QCOMPARE((*data)->fields()[1].classes, (Strings{"blue, dark", "red"}));
        QCOMPARE(sample<float>(**data, 0, 0), (std::vector<float>{1, 10}));
        QCOMPARE(sample<int64_t>(**data, 0, 1)[0], int64_t{1});
        QVERIFY((*data)->fitted()["features"] == Json({"a", "b \"x\""}));
    }

    void standardizesWithTheTrainingData()
    {
        const Opened train = open("a,c,kind\n1,5,x\n3,5,y\n");
        QCOMPARE(sample<float>(**train, 0, 0), (std::vector<float>{-1, 0})); // a constant column becomes 0
        const Json fitted = (*train)->fitted();
        const Opened validation = open("kind,c,a\ny,7,5\n", {}, &fitted); // the columns stand elsewhere
        QCOMPARE(sample<float>(**validation, 0, 0), (std::vector<float>{3, 2}));
        QCOMPARE(sample<int64_t>(**validation, 0, 1)[0], int64_t{1});
        QCOMPARE(problem("kind,c,a\nz,7,5\n", {}, &fitted), "DIR/t.csv, line 2, column \"kind\": the training data have no class \"z\".");

        const Attrs attrs{{"file", "t.csv"}, {"target", "kind"}};
        QCOMPARE(encodeInput("csv", attrs, "5,7", &fitted)->front().at(0), 3.0);
        QCOMPARE(m_dir.error(encodeInput("csv", attrs, "5", &fitted)), "the row: expects 2 cells, got 1. The features are a, c.");
        QCOMPARE(m_dir.error(encodeInput("csv", attrs, "5,x", &fitted)), "the row, column \"c\": \"x\" is not a number.");
    }

    /// What is split off for validation has no say in means and deviations.
    void learnsAgainFromSomeRows()
    {
        const Opened all = open("a,b,kind\n1,10,x\n,20,y\n3,30,x\n100,10,y\n", {{"missing", "mean"}});
        const std::vector<uint32_t> rows{0, 1, 2};
        const std::shared_ptr<const Dataset> some = (*all)->fittedTo(rows);
        const Opened alone = open("a,b,kind\n1,10,x\n,20,y\n3,30,x\n", {{"missing", "mean"}});
        for (const char* key : {"mean", "std"})
            for (std::size_t f = 0; f < 2; ++f)
                QVERIFY(qAbs(some->fitted()[key][f].get<double>() - (*alone)->fitted()[key][f].get<double>()) < 1e-5);
        for (int64_t i = 0; i < 3; ++i)
            for (std::size_t f = 0; f < 2; ++f) QVERIFY(qAbs(sample<float>(*some, i, 0)[f] - sample<float>(**alone, i, 0)[f]) < 1e-5);
        QCOMPARE(sample<float>(*some, 3, 0)[0], 98.0F); // seen by the others' eyes
        QVERIFY(some->fitted()["classes"] == (*all)->fitted()["classes"]);
        const Json fitted = (*all)->fitted();
        QVERIFY(!(*open("a,b,kind\n1,10,x\n", {}, &fitted))->fittedTo(rows)); // learnt elsewhere

        Opened opened = open("a,kind\n1,x\n2,y\n4,x\n8,y\n");
        const std::shared_ptr<const Dataset> whole(std::move(*opened));
        const Split split = *splitOff(whole, 0.25, 3);
        QVERIFY(split.kept->fitted() == whole->fittedTo(split.kept->indices())->fitted());
        QVERIFY(split.splitOff->fitted() == split.kept->fitted());
        QVERIFY(split.kept->fitted() != whole->fitted());
    }

    void readsRegressionWithoutHeader()
    {
        const Opened data = open("1;2;3\n4;5;6\n", {{"separator", ";"},
                                                    {"header", false},
                                                    {"task", "regression"},
                                                    {"target", Strings{"column 3", "column 1"}},
                                                    {"standardize", false}});
        QVERIFY2(data.ok(), data ? "" : data.error().message().c_str());
        QCOMPARE(sample<float>(**data, 1, 0), std::vector<float>{5});
        QCOMPARE(sample<float>(**data, 1, 1), (std::vector<float>{6, 4}));
    }

    void sortsClassesThatAreNumbers()
    {
        const Opened data = open("a,kind\n1,10\n2,9\n3,-1\n");
        QCOMPARE((*data)->fields()[1].classes, (Strings{"-1", "9", "10"}));
    }

    void missingCells()
    {
        const std::string text = "a,b,kind\n1,2,x\n,4,y\n5,NA,x\n";
        QCOMPARE(problem(text),
                 "DIR/t.csv, line 3, column \"a\": the cell is empty or says that its value is missing. Set missing to \"drop\" to "
                 "leave such rows out, or to \"mean\" to fill in features.");
        const Opened filled = open(text, {{"missing", "mean"}, {"standardize", false}});
        QCOMPARE(sample<float>(**filled, 1, 0), (std::vector<float>{3, 4}));
        QCOMPARE(sample<float>(**filled, 2, 0), (std::vector<float>{5, 3}));
        const Opened dropped = open(text, {{"missing", "drop"}, {"standardize", false}});
        QCOMPARE((*dropped)->size(), int64_t{1});
        QVERIFY(problem("a,kind\n1,\n2,x\n", {{"missing", "mean"}}).starts_with("DIR/t.csv, line 2, column \"kind\": the cell is empty"));
        QCOMPARE(problem("a,kind\n,x\n,y\n2,\n", {{"missing", "drop"}}), "DIR/t.csv: every row has missing cells.");
    }

    void errors()
    {
        QCOMPARE(problem("a,kind\n1,x\n2x,y\n3,y\n"), "DIR/t.csv, line 3, column \"a\": \"2x\" is not a number.");
        QCOMPARE(problem("a,kind\n1,x\ninf,y\n3,y\n"), "DIR/t.csv, line 3, column \"a\": \"inf\" is not a number.");
        QCOMPARE(problem("a,kind\n\"1\n2\",x\n2,y\n7,a\n4,5\n6,\n"), "DIR/t.csv, line 2, column \"a\": \"1\n2\" is not a number.");
        QCOMPARE(problem("a,kind\n1,x\n2\n"), "DIR/t.csv, line 3: has 1 cells, but there are 2 columns. Is the separator right?");
        QCOMPARE(problem("a,kind\n1,\"x\n2,y\n"), "DIR/t.csv, line 2: a quote is opened and not closed.");
        QCOMPARE(problem("a,kind\n1,\"x\"y\n"), "DIR/t.csv, line 2: there is text after a closing quote.");
        QCOMPARE(problem(""), "DIR/t.csv: holds no rows.");
        QCOMPARE(problem("a,kind\n"), "DIR/t.csv: holds no rows.");
        QCOMPARE(problem("a,kin\n1,2\n"), "target: DIR/t.csv has no column \"kind\". Did you mean \"kin\"?");
        QCOMPARE(problem("a,kind\nu,v\n"), "DIR/t.csv: has no column of numbers beside the target. Is the separator right?");
        QCOMPARE(problem("a,kind\n1,2\n", {{"separator", "ab"}}), "separator: expects one character or \"tab\", got \"ab\".");
        QCOMPARE(problem("a,b,kind\n1,2,3\n", {{"target", Strings{"b", "kind"}}}), "target: classification has one target column, got 2.");
        QCOMPARE(problem("a,kind\n1,\xe9\n"),
                 "DIR/t.csv, line 2, column \"kind\": the name of the class is not UTF-8. Convert the file to UTF-8.");
        QCOMPARE(problem("a,\xe9\n1,2\n"), "DIR/t.csv, line 1: the names of the columns are not UTF-8. Convert the file to UTF-8.");
        QVERIFY(m_dir.error(openSource("csv", {{"file", "no.csv"}, {"target", "a"}}, m_dir.path()))
                    .starts_with("DIR/no.csv: cannot open the file"));
        QCOMPARE(m_dir.error(openSource("cvs", {})), "there is no data source \"cvs\". Did you mean \"csv\"?");
        QVERIFY(m_dir.error(openSource("csv", {{"target", "a"}})).starts_with("source csv, file: a value is needed"));
    }

    void wine()
    {
        const Opened data = openSource("csv", {{"file", "wine.csv"}, {"target", "cultivar"}}, DS_PROJECT_DATA);
        QVERIFY2(data.ok(), data ? "" : data.error().message().c_str());
        QCOMPARE((*data)->size(), int64_t{178});
        QCOMPARE((*data)->fields()[0].type.text(), std::string("f32[13]"));
        QCOMPARE((*data)->fields()[1].classes.size(), std::size_t{3});
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "csv.moc"
