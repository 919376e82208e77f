// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/data/base64.h"
#include "core/data/tokenizer.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

class TextTest : public QObject {
    Q_OBJECT

    Folder m_dir;

    Opened open(const std::string& text, Attrs attrs, const Json* fitted = nullptr)
    {
        m_dir.write("t.txt", text);
        attrs.set("files", std::string("t.txt"));
        return openSource("text", attrs, m_dir.path(), fitted);
    }
    static std::string decoded(const Tokenizer& tokenizer, const std::string& text)
    {
        const std::vector<int32_t> tokens = tokenizer.encode(text);
        return tokenizer.decode({tokens.begin(), tokens.end()});
    }
    static std::string prose()
    {
        std::string text;
        const char* words[] = {"the", "river", "runs", "under", "an", "old", "bridge", "while", "evening", "falls", "slowly"};
        for (int i = 0; i < 3000; ++i) text += std::string(words[(7 * i + i / 11) % 11]) + (i % 9 == 8 ? ".\n" : " ");
        return text;
    }

private slots:
    void characters()
    {
        const Opened data = open("abcäabc", {{"context", 3}, {"stride", 2}});
        QVERIFY2(data.ok(), data ? "" : data.error().message().c_str());
        QCOMPARE((*data)->fields()[0].classes, (Strings{"\xef\xbf\xbd", "a", "b", "c", "ä"}));
        QCOMPARE((*data)->size(), int64_t{2}); // windows at 0 and 2; at 4 the last target would be missing
        QCOMPARE(sample<int64_t>(**data, 1, 0), (std::vector<int64_t>{3, 4, 1}));
        QCOMPARE(sample<int64_t>(**data, 1, 1), (std::vector<int64_t>{4, 1, 2}));

        const Json fitted = (*data)->fitted();
        const Opened other = open("xabc", {{"context", 3}}, &fitted);
        QCOMPARE(sample<int64_t>(**other, 0, 0), (std::vector<int64_t>{0, 1, 2})); // x was not in the training text
        const Encoded input = encodeInput("text", {{"files", "t.txt"}, {"context", 3}}, "abca", &fitted);
        QCOMPARE(input->front().shape().text(), std::string("[3]"));
        QCOMPARE(input->front().at(2), 1.0); // the end of what is too long is kept
    }

    void words()
    {
        const auto tokenizer = tokenizer::learnWords("the cat, the dog.\nThe end", 0);
        QCOMPARE(tokenizer->vocabulary()[0], std::string("<unk>"));
        QCOMPARE(tokenizer->vocabulary()[1], std::string("the"));
        QCOMPARE(decoded(*tokenizer, "the dog, the bird.\nend"), std::string("the dog, the <unk>.\nend"));
        QCOMPARE(tokenizer::learnWords("a a b b c", 3)->vocabulary(), (std::vector<std::string>{"<unk>", "a", "b"}));
    }

    void sentencePiece()
    {
        const std::string text = prose();
        const MadeTokenizer made = tokenizer::trainSentencePiece(text, 60);
        QVERIFY2(made.ok(), made ? "" : made.error().message().c_str());
        QVERIFY((*made)->vocabulary().size() <= 60 && (*made)->vocabulary().size() > 20);
        QCOMPARE(decoded(**made, "the river\nruns slowly."), std::string("the river\nruns slowly."));
        QVERIFY((*made)->encode("the river").size() < 9); // fewer tokens than characters
        const MadeTokenizer again = tokenizer::fromJson((*made)->toJson());
        QCOMPARE((*again)->encode(text), (*made)->encode(text));
        QVERIFY((*tokenizer::trainSentencePiece(text, 60))->toJson() == (*made)->toJson()); // the same text, the same tokens

        m_dir.write("m.model", *fromBase64((*made)->toJson()["model"].get<std::string>()));
        const Opened data = open(text, {{"tokenizer", "sentencepiece"}, {"model", "m.model"}, {"context", 8}});
        QVERIFY2(data.ok(), data ? "" : data.error().message().c_str());
        QCOMPARE((*data)->fields()[0].classes, (*made)->vocabulary());
    }

    void partsDoNotOverlap()
    {
        std::string text;
        for (int i = 0; i < 1000; ++i) text += static_cast<char>('0' + i % 10);
        Attrs attrs{{"context", 9}, {"validation_share", 0.2}, {"test_share", 0.1}};
        const auto size = [&](const char* part) {
            attrs.set("part", std::string(part));
            return (*open(text, attrs))->size();
        };
        QCOMPARE(size("train"), int64_t{77}); // 700 characters: 77 windows of 9 and a next one
        QCOMPARE(size("validation"), int64_t{22});
        QCOMPARE(size("test"), int64_t{11});
        // Characters that only come later are not learnt.
        attrs = {{"context", 2}, {"part", "validation"}, {"validation_share", 0.5}};
        QCOMPARE((*open("aaaabbbb", attrs))->fields()[0].classes, (Strings{"\xef\xbf\xbd", "a"}));
        attrs.set("validation_share", 0.4); // a cut within a character moves to its start
        QCOMPARE(sample<int64_t>(**open("aaaaääää", attrs), 0, 0), (std::vector<int64_t>{2, 2}));
    }

    void errors()
    {
        const auto problem = [&](const std::string& text, Attrs attrs) { return m_dir.error(open(text, std::move(attrs))); };
        QCOMPARE(problem("abc", {{"context", 3}}),
                 "DIR/t.txt: the text (part \"all\") has 3 tokens; one sample takes 4. Give more text or make the context shorter.");
        QCOMPARE(problem("abc", {{"validation_share", 0.6}, {"test_share", 0.4}}),
                 "validation_share: the shares leave nothing to train on. Their sum must be below 1.");
        QCOMPARE(problem("abc", {{"tokenizer", "sentencepiece"}}),
                 "model: SentencePiece needs a model file or the size of a vocabulary to learn. Set model or vocabulary_size.");
        QVERIFY(
            problem("abc", {{"tokenizer", "sentencepiece"}, {"model", "t.txt"}}).starts_with("DIR/t.txt: is not a SentencePiece model"));
        QVERIFY(
            problem("a b", {{"tokenizer", "sentencepiece"}, {"vocabulary_size", 2}}).starts_with("SentencePiece cannot learn 2 tokens"));
        QVERIFY(m_dir.error(openSource("text", {{"files", "no.txt"}}, m_dir.path())).starts_with("DIR/no.txt: cannot open the file"));
        for (const Json& json : {Json(), Json(3), Json{{"tokenizer", "words"}}, Json{{"tokenizer", "words"}, {"vocabulary", {1}}},
                                 Json{{"tokenizer", "sentencepiece"}, {"model", "??"}}})
            QVERIFY(!tokenizer::fromJson(json).ok());
    }

    void base64()
    {
        for (const char* text : {"", "f", "fo", "foo", "foob"}) QCOMPARE(*fromBase64(toBase64(text)), std::string(text));
        QCOMPARE(toBase64("foob"), std::string("Zm9vYg=="));
        QVERIFY(!fromBase64("Zm9v=") && !fromBase64("Zm=v") && !fromBase64("Zm9*"));
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "text.moc"
