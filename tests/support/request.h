// SPDX-License-Identifier: Apache-2.0
// One kernel asked for directly, without a graph around it.
#pragma once

#include <string>
#include <vector>

#include "core/backends/backend.h"
#include "tests/support/evaluate.h"

namespace ds::test {

/// An op with fixed inputs, attributes filled in and outputs inferred; everything row-major.
class SampleRequest {
public:
    /// Empty inputs are absent optional ones. What the op refuses is in error().
    SampleRequest(const OpSpec& op, const std::vector<Tensor>& inputs, const Attrs& attrs);

    const std::string& error() const { return m_error; }
    /// Refers to this object.
    const KernelRequest& request() const { return m_request; }

private:
    Attrs m_attrs;
    std::string m_error;
    KernelRequest m_request;
};

/// Runs a kernel with operands in the layouts that the backend wishes for when four-dimensional ones come in `images`, over memory full
/// of 0xFF; the results are row-major.
Evaluation evaluateBlocked(const OpSpec& op, const std::vector<Tensor>& inputs, const Attrs& attrs, Backend& backend, const Layout& images,
                           const StepContext& step);

} // namespace ds::test
