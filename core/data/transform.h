// SPDX-License-Identifier: Apache-2.0
// What may be done to samples on their way into training. A transform is one file in transforms/ with one TransformSpec.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/attributes.h"
#include "core/data/dataset.h"
#include "core/data/draws.h"

namespace ds {

/// What kind of field a transform works on.
enum class TransformKind {
    Pictures, ///< real numbers [channels, height, width]
    Rows,     ///< real numbers [features]
    Numbers,  ///< real numbers of any shape but scalars; the first axis counts channels or features
    Tokens    ///< whole numbers [length] that name entries of a vocabulary
};
const char* transformKindText(TransformKind kind); ///< "pictures [C, H, W]"
bool fits(TransformKind kind, const Field& field);

/// A transform made ready for one field. Thread-safe.
class FieldTransform {
public:
    explicit FieldTransform(Field after, int64_t scratch = 0, Floats learnt = {})
        : m_after(std::move(after)), m_scratch(scratch), m_learnt(std::move(learnt))
    {
    }
    virtual ~FieldTransform() = default;

    /// The field as it is afterwards.
    const Field& after() const { return m_after; }
    /// Floats that apply() needs beside.
    int64_t scratch() const { return m_scratch; }
    /// From the training data; kept with the model. Empty for most.
    const Floats& learnt() const { return m_learnt; }
    /// One sample, row-major; `in` and `out` do not overlap. Takes no memory.
    virtual void apply(Draws& draws, const void* in, void* out, float* scratch) const = 0;

private:
    Field m_after;
    int64_t m_scratch;
    Floats m_learnt;
};

/// Calls a function with each of some samples of the field, as they come to this transform.
using SampleVisits = std::function<void(const std::function<void(const void*)>&)>;

struct PrepareCall {
    const Attrs& attrs;               ///< validated
    const Field& field;               ///< before; of the transform's kind
    const SampleVisits& visitSamples; ///< of the training data; empty where there are none, as for prediction
    const Floats& learnt;             ///< FieldTransform::learnt() of the training data; empty if these are they
    bool still = false;               ///< of a random transform: what validation data and predictions get if it changes the type
};
using Prepared = Result<std::unique_ptr<FieldTransform>>;

/// A small case for the generic test.
struct TransformSample {
    Field field;
    Attrs attrs;
};
/// Attributes that are wrong for a field, and the exact message.
struct BadTransform {
    Field field;
    Attrs attrs;
    std::string_view message;
};

struct TransformSpec {
    std::string_view name, doc;
    TransformKind kind = TransformKind::Pictures;
    std::vector<AttrSpec> attributes = {};
    /// Random ones are applied to training data only, with this probability unless the user says another. 0: it always does the same
    /// and is applied to validation, test and prediction, too. A random one that changes the type happens always and has a `still` form.
    double probability = 0;
    /// Where the attributes do not fit the field: an error with the attribute as its place.
    Prepared (*prepare)(const PrepareCall& call);
    std::vector<TransformSample> (*samples)();
    std::vector<BadTransform> (*badSamples)() = nullptr;

    bool random() const { return probability > 0; }
};

/// Every transform, in the order of core/data/CMakeLists.txt.
const std::vector<const TransformSpec*>& allTransforms();
/// Null if there is none of that name.
const TransformSpec* findTransform(std::string_view name);
/// Its own attributes, and those that all have: `probability` of random ones, `fields`.
const std::vector<AttrSpec>& transformAttributes(const TransformSpec& spec);

/// A FieldTransform from a function (Draws&, const T* in, T* out, float* scratch).
template <class T, class Apply>
Prepared fieldTransform(Field after, int64_t scratch, Apply apply, Floats learnt = {})
{
    class Made : public FieldTransform {
    public:
        Made(Field after, int64_t scratch, Floats learnt, Apply apply)
            : FieldTransform(std::move(after), scratch, std::move(learnt)), m_apply(std::move(apply))
        {
        }
        void apply(Draws& draws, const void* in, void* out, float* scratch) const override
        {
            m_apply(draws, static_cast<const T*>(in), static_cast<T*>(out), scratch);
        }

    private:
        Apply m_apply;
    };
    return std::unique_ptr<FieldTransform>(std::make_unique<Made>(std::move(after), scratch, std::move(learnt), std::move(apply)));
}

} // namespace ds
