// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"

namespace ds {

/// Turns text into token numbers. Thread-safe.
class Tokenizer {
public:
    virtual ~Tokenizer() = default;
    virtual std::vector<int32_t> encode(std::string_view text) const = 0;
    virtual std::string decode(const std::vector<int64_t>& tokens) const = 0;
    /// Token i as text; its size is the number of classes of a language model.
    virtual const std::vector<std::string>& vocabulary() const = 0;
    /// All that fromJson() needs.
    virtual Json toJson() const = 0;
};

using MadeTokenizer = Result<std::unique_ptr<Tokenizer>>;

namespace tokenizer {

/// One token per Unicode code point, sorted; token 0 stands for those that are not in `text`.
std::unique_ptr<Tokenizer> learnCharacters(std::string_view text);
/// Words, punctuation marks and line breaks, most frequent first; token 0, "<unk>", stands for all others. At most
/// `size` tokens; 0: no limit.
std::unique_ptr<Tokenizer> learnWords(std::string_view text, std::size_t size);

/// Sub-word units by byte-pair encoding with SentencePiece, line breaks kept. The library wants more text for more tokens.
MadeTokenizer trainSentencePiece(std::string_view text, std::size_t size);
/// `model` is the contents of a .model file; `where` names it in errors.
MadeTokenizer loadSentencePiece(std::string model, const std::string& where);

/// From Tokenizer::toJson(), or anything else that a damaged checkpoint may hold: then an error.
MadeTokenizer fromJson(const Json& json);

} // namespace tokenizer

} // namespace ds
