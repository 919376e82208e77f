// SPDX-License-Identifier: Apache-2.0
#include "core/data/tokenizer.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "core/data/base64.h"
#include "core/data/fitted.h"
#include "core/data/utf8.h"

namespace ds {

namespace {

bool isWordByte(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '\'' || static_cast<unsigned char>(c) >= 0x80; }

template <class Visit>
void forEachWord(std::string_view text, Visit visit)
{
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        if (isWordByte(text[i]))
            while (end < text.size() && isWordByte(text[end])) ++end;
        if (text[i] == '\n' || !std::isspace(static_cast<unsigned char>(text[i]))) visit(text.substr(i, end - i));
        i = end;
    }
}

/// Tokens that stand in a list.
class ListTokenizer : public Tokenizer {
public:
    ListTokenizer(bool words, Strings vocabulary) : m_words(words), m_vocabulary(std::move(vocabulary))
    {
        for (std::size_t i = 0; i < m_vocabulary.size(); ++i) m_indices.emplace(m_vocabulary[i], static_cast<int32_t>(i));
    }

    std::vector<int32_t> encode(std::string_view text) const override
    {
        std::vector<int32_t> tokens;
        if (!m_words) tokens.reserve(text.size());
        const auto add = [&](std::string_view piece) {
            const auto at = m_indices.find(piece);
            tokens.push_back(at == m_indices.end() ? 0 : at->second);
        };
        if (m_words) forEachWord(text, add);
        else forEachCharacter(text, add);
        return tokens;
    }

    std::string decode(const std::vector<int64_t>& tokens) const override
    {
        std::string text;
        for (int64_t token : tokens) {
            if (token < 0 || token >= static_cast<int64_t>(m_vocabulary.size())) continue;
            const std::string& piece = m_vocabulary[static_cast<std::size_t>(token)];
            const bool spaced = m_words && !text.empty() && text.back() != '\n' && (token == 0 || isWordByte(piece[0]));
            if (spaced) text += ' ';
            text += piece;
        }
        return text;
    }

    const std::vector<std::string>& vocabulary() const override { return m_vocabulary; }
    Json toJson() const override { return {{"tokenizer", m_words ? "words" : "characters"}, {"vocabulary", m_vocabulary}}; }

private:
    bool m_words;
    Strings m_vocabulary;
    std::unordered_map<std::string_view, int32_t> m_indices; // views on m_vocabulary
};

} // namespace

std::unique_ptr<Tokenizer> tokenizer::learnCharacters(std::string_view text)
{
    std::map<std::string_view, bool> seen;
    forEachCharacter(text, [&](std::string_view c) { seen.emplace(c, true); });
    Strings vocabulary{"\xef\xbf\xbd"}; // U+FFFD, the replacement character
    for (const auto& [character, present] : seen)
        if (character != vocabulary[0] && isUtf8(character)) vocabulary.emplace_back(character);
    return std::make_unique<ListTokenizer>(false, std::move(vocabulary));
}

std::unique_ptr<Tokenizer> tokenizer::learnWords(std::string_view text, std::size_t size)
{
    std::unordered_map<std::string_view, int64_t> counts;
    forEachWord(text, [&](std::string_view word) { ++counts[word]; });
    std::vector<std::pair<std::string_view, int64_t>> sorted(counts.begin(), counts.end());
    std::erase_if(sorted, [](const auto& entry) { return entry.first == "<unk>" || !isUtf8(entry.first); });
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    if (size > 0 && sorted.size() + 1 > size) sorted.resize(size - 1);
    Strings vocabulary{"<unk>"};
    for (const auto& [word, count] : sorted) vocabulary.emplace_back(word);
    return std::make_unique<ListTokenizer>(true, std::move(vocabulary));
}

MadeTokenizer tokenizer::fromJson(const Json& json)
{
    const std::string kind = fittedString(&json, "tokenizer");
    const Error damaged{phrase("Data", "what was learnt from the training data holds no valid tokenizer"), "",
                        phrase("Data", "Train the model again.")};
    if (kind == "sentencepiece") {
        std::optional<std::string> model = fromBase64(fittedString(&json, "model"));
        if (!model) return damaged;
        return loadSentencePiece(std::move(*model), "the trained tokenizer");
    }
    Strings vocabulary = fittedStrings(&json, "vocabulary");
    const bool empty = std::any_of(vocabulary.begin(), vocabulary.end(), [](const std::string& token) { return token.empty(); });
    if ((kind != "words" && kind != "characters") || vocabulary.empty() || empty) return damaged;
    return std::unique_ptr<Tokenizer>(std::make_unique<ListTokenizer>(kind == "words", std::move(vocabulary)));
}

} // namespace ds
