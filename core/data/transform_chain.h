// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/data/transform.h"
#include "core/tensor/tensor.h"

namespace ds {

/// A transform as a project names it.
struct TransformStep {
    std::string type;
    Attrs attrs = {};
    bool operator==(const TransformStep&) const = default;
};

/// Whether all names and attributes are right, as far as this can be said without data. Fills in defaults. The place of an error is
/// "2, random_crop, padding": the number of the step, from 1.
Errors checkSteps(std::vector<TransformStep>& steps);

struct ChainRequest {
    const std::vector<TransformStep>& steps;
    std::vector<Field> fields; ///< before
    uint64_t seed = 0;
    bool training = false; ///< random transforms, too; else only what they do to shapes
    /// What they learn from; null: `learnt`, of an earlier chain, is used.
    const Dataset* data = nullptr;
    const Json* learnt = nullptr;
};

/// The transforms of a project, made ready for the fields of its samples. Thread-safe once made.
class TransformChain {
public:
    /// Steps that do not fit are left out and reported, each with its number.
    static TransformChain make(const ChainRequest& request, Errors& errors);

    /// After all of them.
    const std::vector<Field>& fields() const { return m_after; }
    /// Nothing happens to any field.
    bool empty() const;
    /// Null if no transform learns.
    Json learnt() const;

    /// One sample as read from `dataset`, into `out`: fields().size() pieces of memory. Takes no memory in the long run.
    void read(const Dataset& dataset, int64_t epoch, int64_t index, std::span<void* const> out) const;
    /// One field that lies in memory; for single inputs.
    Result<Tensor> apply(const std::string& field, const Tensor& value) const;

private:
    struct Link {
        const FieldTransform* transform;
        uint32_t stream;
        double probability; ///< above 1: always
    };
    struct FieldPlan {
        std::vector<Link> links;
        std::size_t bytes = 0; ///< of the largest form before the last
    };

    void run(const FieldPlan& plan, std::size_t field, int64_t epoch, int64_t index, std::byte* from, std::byte* spare, float* scratch,
             void* out) const;

    std::vector<Field> m_before, m_after;
    std::vector<FieldPlan> m_plans; // one per field
    std::vector<std::shared_ptr<const FieldTransform>> m_transforms;
    std::vector<std::pair<std::string, Floats>> m_learnt; // "2/row": step and field
    std::size_t m_bytes = 0, m_scratch = 0;               // of the largest field, of the neediest transform
    uint64_t m_seed = 0;
};

} // namespace ds
