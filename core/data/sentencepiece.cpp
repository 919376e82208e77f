// SPDX-License-Identifier: Apache-2.0
#include <sentencepiece_processor.h>
#include <sentencepiece_trainer.h>

#include <nlohmann/json.hpp>

#include "core/data/base64.h"
#include "core/data/tokenizer.h"

namespace ds {

namespace {

constexpr std::string_view lineBreak = "<n>"; // SentencePiece has no line breaks of its own

std::string replaced(std::string_view text, std::string_view from, std::string_view to)
{
    std::string out;
    for (std::size_t at; (at = text.find(from)) != std::string_view::npos; text.remove_prefix(at + from.size())) {
        out += text.substr(0, at);
        out += to;
    }
    return out += text;
}

class SentencePieceTokenizer : public Tokenizer {
public:
    SentencePieceTokenizer(std::string model, std::unique_ptr<sentencepiece::SentencePieceProcessor> processor)
        : m_model(std::move(model)), m_processor(std::move(processor))
    {
        for (int i = 0; i < m_processor->GetPieceSize(); ++i) m_vocabulary.push_back(m_processor->IdToPiece(i));
    }

    std::vector<int32_t> encode(std::string_view text) const override
    {
        std::vector<int> tokens;
        const std::string marked = replaced(text, "\n", lineBreak);
        if (!m_processor->Encode(marked, &tokens).ok()) tokens.clear();
        return {tokens.begin(), tokens.end()};
    }

    std::string decode(const std::vector<int64_t>& tokens) const override
    {
        std::vector<int> known;
        for (int64_t token : tokens)
            if (token >= 0 && token < static_cast<int64_t>(m_vocabulary.size())) known.push_back(static_cast<int>(token));
        std::string text;
        if (!m_processor->Decode(known, &text).ok()) return {};
        return replaced(text, lineBreak, "\n");
    }

    const std::vector<std::string>& vocabulary() const override { return m_vocabulary; }
    Json toJson() const override { return {{"tokenizer", "sentencepiece"}, {"model", toBase64(m_model)}}; }

private:
    std::string m_model;
    std::unique_ptr<sentencepiece::SentencePieceProcessor> m_processor;
    std::vector<std::string> m_vocabulary;
};

/// Lines of the text in pieces that SentencePiece takes.
class Lines final : public sentencepiece::SentenceIterator {
public:
    explicit Lines(std::string_view text) : m_rest(text) { Next(); }

    bool done() const override { return m_done; }
    void Next() override
    {
        constexpr std::size_t longest = 4000;
        if (m_rest.empty()) {
            m_done = true;
            return;
        }
        std::size_t length = std::min(m_rest.find('\n'), m_rest.size());
        const bool ends = length < m_rest.size() && length <= longest;
        if (length > longest) {
            length = longest;
            while (length > 1 && (static_cast<unsigned char>(m_rest[length]) & 0xc0) == 0x80) --length; // not within a character
        }
        m_line = m_rest.substr(0, length);
        m_rest.remove_prefix(length + (ends ? 1 : 0));
    }
    const std::string& value() const override { return m_line; }
    sentencepiece::util::Status status() const override { return {}; }

private:
    std::string_view m_rest;
    std::string m_line;
    bool m_done = false;
};

} // namespace

MadeTokenizer tokenizer::trainSentencePiece(std::string_view text, std::size_t size)
{
    // One thread and no sampling: the same text gives the same tokens.
    const std::unordered_map<std::string, std::string> settings = {{"model_type", "bpe"},
                                                                   {"vocab_size", std::to_string(size)},
                                                                   {"hard_vocab_limit", "false"},
                                                                   {"character_coverage", "1.0"},
                                                                   {"normalization_rule_name", "identity"},
                                                                   {"remove_extra_whitespaces", "false"},
                                                                   {"user_defined_symbols", std::string(lineBreak)},
                                                                   {"bos_id", "-1"},
                                                                   {"eos_id", "-1"},
                                                                   {"num_threads", "1"},
                                                                   {"minloglevel", "2"}};
    Lines lines(text);
    std::string model;
    const auto status = sentencepiece::SentencePieceTrainer::Train(settings, &lines, &model);
    if (!status.ok())
        return Error{phrase("Data", "SentencePiece cannot learn %1 tokens from this text (%2)")
                         .with({std::to_string(size), std::string(status.message())}),
                     "", phrase("Data", "Choose another vocabulary_size or give more text.")};
    return loadSentencePiece(std::move(model), "the trained tokenizer");
}

MadeTokenizer tokenizer::loadSentencePiece(std::string model, const std::string& where)
{
    auto processor = std::make_unique<sentencepiece::SentencePieceProcessor>();
    const auto status = processor->LoadFromSerializedProto(model);
    if (!status.ok() || processor->GetPieceSize() == 0)
        return Error{phrase("Data", "is not a SentencePiece model (%1)").with({std::string(status.message())}), where, ""};
    return std::unique_ptr<Tokenizer>(std::make_unique<SentencePieceTokenizer>(std::move(model), std::move(processor)));
}

} // namespace ds
