// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/data/file_bytes.h"
#include "core/data/fitted.h"
#include "core/data/source.h"
#include "core/data/tokenizer.h"

namespace ds {

namespace {

class TextDataset : public Dataset {
public:
    TextDataset(std::vector<int32_t> tokens, std::unique_ptr<Tokenizer> tokenizer, int64_t context, int64_t stride)
        : m_tokens(std::move(tokens)), m_tokenizer(std::move(tokenizer)), m_context(context), m_stride(stride)
    {
        m_fields = {{"tokens", {DType::I64, {context}}, m_tokenizer->vocabulary(), false},
                    {"targets", {DType::I64, {context}}, m_tokenizer->vocabulary(), true}};
    }

    int64_t size() const override { return (static_cast<int64_t>(m_tokens.size()) - m_context - 1) / m_stride + 1; }
    const std::vector<Field>& fields() const override { return m_fields; }
    void read(int64_t index, std::span<void* const> out) const override
    {
        const auto first = m_tokens.begin() + index * m_stride;
        std::copy_n(first, m_context, static_cast<int64_t*>(out[0]));
        std::copy_n(first + 1, m_context, static_cast<int64_t*>(out[1]));
    }
    Json fitted() const override { return m_tokenizer->toJson(); }
    std::size_t residentBytes() const override { return m_tokens.capacity() * sizeof(int32_t); }

private:
    std::vector<int32_t> m_tokens;
    std::unique_ptr<Tokenizer> m_tokenizer;
    int64_t m_context, m_stride;
    std::vector<Field> m_fields;
};

struct Parts {
    std::string_view training, validation, test;
};

/// Cuts the text by position: training, validation, test. Cuts do not fall within a character.
Parts cut(std::string_view text, double validationShare, double testShare)
{
    const auto at = [&](double share) {
        std::size_t position = static_cast<std::size_t>(std::llround(share * static_cast<double>(text.size())));
        while (position > 0 && position < text.size() && (static_cast<unsigned char>(text[position]) & 0xc0) == 0x80) --position;
        return std::min(position, text.size());
    };
    const std::size_t test = at(1 - testShare);
    const std::size_t validation = std::min(at(1 - testShare - validationShare), test);
    return {text.substr(0, validation), text.substr(validation, test - validation), text.substr(test)};
}

MadeTokenizer makeTokenizer(const OpenCall& call, std::string_view training)
{
    if (call.fitted && !call.fitted->is_null()) return tokenizer::fromJson(*call.fitted);
    const std::string& kind = call.attrs.string("tokenizer");
    const std::size_t size = static_cast<std::size_t>(call.attrs.integer("vocabulary_size"));
    if (kind == "characters") return tokenizer::learnCharacters(training);
    if (kind == "words") return tokenizer::learnWords(training, size);
    if (const std::string& model = call.attrs.string("model"); !model.empty()) {
        const std::string path = resolvePath(call.folder, model);
        const FileBytes file = DS_TRY(FileBytes::open(path));
        return tokenizer::loadSentencePiece(std::string(file.text()), path);
    }
    if (size == 0)
        return Error{phrase("Data", "SentencePiece needs a model file or the size of a vocabulary to learn"), "model",
                     phrase("Data", "Set model or vocabulary_size.")};
    return tokenizer::trainSentencePiece(training, size);
}

Opened open(const OpenCall& call)
{
    const Attrs& attrs = call.attrs;
    if (attrs.strings("files").empty()) return Error{phrase("Data", "at least one file is needed"), "files", ""};
    std::string text;
    for (const std::string& name : attrs.strings("files")) {
        const FileBytes file = DS_TRY(FileBytes::open(resolvePath(call.folder, name)));
        text += file.text();
    }
    const double validationShare = attrs.number("validation_share"), testShare = attrs.number("test_share");
    if (validationShare + testShare >= 1)
        return Error{phrase("Data", "the shares leave nothing to train on"), "validation_share",
                     phrase("Data", "Their sum must be below 1.")};
    const Parts parts = cut(text, validationShare, testShare);
    const std::string& part = attrs.string("part");
    const std::string_view chosen = part == "train"        ? parts.training
                                    : part == "validation" ? parts.validation
                                    : part == "test"       ? parts.test
                                                           : text;
    // What is learnt must not have seen validation and test data.
    std::unique_ptr<Tokenizer> tokenizer = DS_TRY(makeTokenizer(call, part == "all" ? std::string_view(text) : parts.training));

    std::vector<int32_t> tokens = tokenizer->encode(chosen);
    const int64_t context = attrs.integer("context");
    const int64_t stride = attrs.integer("stride") ? attrs.integer("stride") : context;
    if (static_cast<int64_t>(tokens.size()) <= context)
        return Error{phrase("Data", "the text (part \"%1\") has %2 tokens; one sample takes %3")
                         .with({part, std::to_string(tokens.size()), std::to_string(context + 1)}),
                     resolvePath(call.folder, attrs.strings("files").front()),
                     phrase("Data", "Give more text or make the context shorter.")};
    return std::unique_ptr<Dataset>(std::make_unique<TextDataset>(std::move(tokens), std::move(tokenizer), context, stride));
}

/// The last tokens that fit into the context, [T].
Encoded encode(const EncodeCall& call)
{
    const Json none;
    const std::unique_ptr<Tokenizer> tokenizer = DS_TRY(tokenizer::fromJson(call.fitted ? *call.fitted : none));
    const std::vector<int32_t> tokens = tokenizer->encode(call.input);
    if (tokens.empty()) return Error{phrase("Data", "the text holds no tokens"), "", ""};
    const std::size_t length = std::min(tokens.size(), static_cast<std::size_t>(call.attrs.integer("context")));
    return std::vector{Tensor::of(Shape{static_cast<int64_t>(length)},
                                  std::vector<int64_t>(tokens.end() - static_cast<std::ptrdiff_t>(length), tokens.end()))};
}

} // namespace

extern const SourceSpec source_text = {
    .name = "text",
    .doc = "Windows of a text with the next token as target at each place, for language models.",
    .attributes =
        {{.name = "files", .type = AttrType::Strings, .required = true, .doc = "Text files in UTF-8, put together in this order."},
         {.name = "tokenizer",
          .type = AttrType::String,
          .fallback = std::string("characters"),
          .choices = {"characters", "words", "sentencepiece"},
          .doc = "What a token is."},
         {.name = "context",
          .type = AttrType::Int,
          .fallback = int64_t{128},
          .min = 1,
          .max = 1e6,
          .unit = "tokens",
          .doc = "Length of a window."},
         {.name = "stride",
          .type = AttrType::Int,
          .fallback = int64_t{0},
          .min = 0,
          .max = 1e6,
          .unit = "tokens",
          .doc = "From one window to the next; 0: the context, so that windows do not overlap."},
         {.name = "model",
          .type = AttrType::String,
          .fallback = std::string(),
          .doc = "A SentencePiece model file; empty: one is trained."},
         {.name = "vocabulary_size",
          .type = AttrType::Int,
          .fallback = int64_t{0},
          .min = 0,
          .max = 1e6,
          .doc = "Most tokens to learn, for words (0: no limit) and SentencePiece."},
         {.name = "part",
          .type = AttrType::String,
          .fallback = std::string("all"),
          .choices = {"all", "train", "validation", "test"},
          .doc = "Which part of the text, cut by position so that no window is in two parts."},
         {.name = "validation_share",
          .type = AttrType::Float,
          .fallback = 0.1,
          .min = 0,
          .max = 1,
          .doc = "Share of the text before its end part for validation."},
         {.name = "test_share",
          .type = AttrType::Float,
          .fallback = 0.0,
          .min = 0,
          .max = 1,
          .doc = "Share at the end of the text for testing."}},
    .open = open,
    .encode = encode,
};

} // namespace ds
