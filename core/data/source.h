// SPDX-License-Identifier: Apache-2.0
// Where samples come from. A source is one file in sources/ with one SourceSpec.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/attributes.h"
#include "core/data/dataset.h"
#include "core/tensor/tensor.h"

namespace ds {

struct OpenCall {
    const Attrs& attrs;        ///< validated against the description
    const std::string& folder; ///< relative paths are relative to this
    const Json* fitted;        ///< Dataset::fitted() of the training set; null: learn it from these data
};

/// One raw input of a user: a CSV row, a text, the path of an image or .npy file.
struct EncodeCall {
    const std::string& input;
    const Attrs& attrs;
    const std::string& folder;
    const Json* fitted; ///< of the training set
};

using Opened = Result<std::unique_ptr<Dataset>>;
using Encoded = Result<std::vector<Tensor>>;

struct SourceSpec {
    std::string_view name, doc;
    std::vector<AttrSpec> attributes;
    Opened (*open)(const OpenCall& call);
    /// The fields that are no targets, without the batch dimension. Null if the source has no such form.
    Encoded (*encode)(const EncodeCall& call) = nullptr;
};

/// Every source, in the order of core/data/CMakeLists.txt.
const std::vector<const SourceSpec*>& allSources();
/// Null if there is none of that name.
const SourceSpec* findSource(std::string_view name);

/// Finds the source, validates the attributes (the first problem is the error) and opens it.
Opened openSource(std::string_view name, Attrs attrs, const std::string& folder = {}, const Json* fitted = nullptr);
/// The same for one raw input.
Encoded encodeInput(std::string_view name, Attrs attrs, const std::string& input, const Json* fitted, const std::string& folder = {});

} // namespace ds
