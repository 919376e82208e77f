// SPDX-License-Identifier: Apache-2.0
// The one description of an op. Everything else (verifier, printer, differentiation, conformance test,
// command line, help) is derived from it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/philox.h"
#include "core/graph/value.h"
#include "core/tensor/tensor.h"

namespace ds {

class GraphBuilder;
struct OpSpec;

/// Variadic stands for one or more and only as the last one. Optional outputs are those whose optional input is given.
enum class PortKind { Required, Optional, Variadic };

struct Port {
    std::string_view name;
    std::string_view doc = {};
    PortKind kind = PortKind::Required;
    /// Stays f32 beside operands in half precision: statistics, scales, biases.
    bool wide = false;
};

/// What shape inference sees. An absent optional input has has(i) == false.
struct InferCall {
    const Attrs& attrs;
    std::vector<const TensorType*> inputs;

    bool has(int i) const { return i < count() && inputs[static_cast<std::size_t>(i)] != nullptr; }
    int count() const { return static_cast<int>(inputs.size()); }
    const TensorType& in(int i) const { return *inputs[static_cast<std::size_t>(i)]; }
    const Shape& shape(int i) const { return in(i).shape; }
    DType dtype(int i) const { return in(i).dtype; }
};
using Inferred = Result<std::vector<TensorType>>;

/// One use of an op inside a graph, for decompositions.
struct OpCall {
    const Attrs& attrs;
    Values inputs; ///< absent optional inputs are undefined Values

    Value in(int i) const { return i < static_cast<int>(inputs.size()) ? inputs[static_cast<std::size_t>(i)] : Value{}; }
};

/// One use of an op with the gradients that flow into its outputs (undefined where none flows).
struct GradCall {
    const Attrs& attrs;
    Values inputs, outputs, grads;
    std::vector<bool> wanted; ///< which inputs need a gradient

    Value in(int i) const { return i < static_cast<int>(inputs.size()) ? inputs[static_cast<std::size_t>(i)] : Value{}; }
    Value out(int i = 0) const { return outputs[static_cast<std::size_t>(i)]; }
    Value grad(int i = 0) const { return grads[static_cast<std::size_t>(i)]; }
    bool wants(int i) const { return i < static_cast<int>(wanted.size()) && wanted[static_cast<std::size_t>(i)]; }
};

/// A small case for the conformance test. Float inputs are f32; the test makes f64 of them where it needs.
struct Sample {
    std::vector<Tensor> inputs; ///< an undefined Tensor is an absent optional input
    Attrs attrs = {};
    std::string note = {};
    bool differentiable = true;      ///< check first derivatives by finite differences
    bool twiceDifferentiable = true; ///< ... and second ones
};

/// Wrong input and the exact text of the error it gets.
struct BadSample {
    std::vector<TensorType> inputs;
    Attrs attrs;
    std::string text;
};

/// What mixed precision does with the op. Low: its operands are made narrow. High: they are made f32. Follow: as they come. Ports that are
/// `wide` stay f32 in any case, and so does the result of an op whose attribute `wide` is set.
enum class Precision { Low, High, Follow };

struct InPlace {
    int output, input;
};

struct OpSpec {
    std::string_view name, category, doc;
    std::vector<Port> inputs;
    std::vector<Port> outputs;
    std::vector<AttrSpec> attributes = {};
    /// Shapes and dtypes of the outputs, or what the user did wrong.
    Inferred (*infer)(const InferCall&) = nullptr;
    /// The same maths from simpler ops; may be null.
    Values (*decompose)(GraphBuilder&, const OpCall&) = nullptr;
    /// Gradients of the inputs, written with ops, so that they can be differentiated again. Null: by way of
    /// the decomposition, or none if `constant`.
    Values (*vjp)(GraphBuilder&, const GradCall&) = nullptr;
    std::vector<Sample> (*samples)(Rng&) = nullptr;
    std::vector<BadSample> (*badSamples)() = nullptr;
    bool constant = false;             ///< the derivative is zero wherever it exists (comparisons, arg_max, floor)
    bool random = false;               ///< the result depends on seed and step, not only on inputs
    bool view = false;                 ///< the output is the first input's memory under another shape
    std::vector<InPlace> inPlace = {}; ///< outputs that a kernel may write over an input
    Precision precision = Precision::Follow;
    double tolerance = 1e-5; ///< largest error of an f32 kernel, relative to the largest element of the result
    /// Elementwise ops work on any layout, as long as all tensors of full size share it.
    bool anyLayout = false;
    /// Floating-point operations of one execution; null: one for each output element.
    double (*flops)(const Attrs&, const std::vector<TensorType>& inputs, const std::vector<TensorType>& outputs) = nullptr;
};

} // namespace ds
