// SPDX-License-Identifier: Apache-2.0
#include "core/graph/elementwise.h"

#include "core/ops/all.h"
#include "core/ops/common.h"

namespace ds {

static Inferred infer(const InferCall& call)
{
    const auto stages = DS_TRY(parseStages(call.attrs.strings("stages"), call.count(), allOps()));
    if (stages.empty()) return Error{phrase("Ops", "there are no stages"), "", phrase("Ops", "Give at least one.")};
    TensorType y = call.in(0);
    for (const TensorType* type : call.inputs)
        if (y.shape.count() == 1 && (type->shape.count() != 1 || type->shape.rank() > y.shape.rank())) y = *type;
    std::vector<TensorType> types;
    for (const TensorType* type : call.inputs) {
        if (type->dtype != y.dtype || (type->shape != y.shape && (type->shape.count() != 1 || type->shape.rank() > y.shape.rank())))
            return Error{phrase("Ops", "%1 beside %2").with({type->text(), y.text()}), "",
                         phrase("Ops", "Operands have the type of the result or are single numbers of its dtype.")};
        types.push_back(*type);
    }
    for (const ElementwiseStage& stage : stages) {
        std::vector<const TensorType*> from;
        for (int operand : stage.operands) from.push_back(&types[static_cast<std::size_t>(operand)]);
        Attrs attrs = stage.attrs;
        const std::vector<TensorType> to = DS_TRY(inferTypes(*stage.op, from, attrs));
        if (to.front() != y)
            return Error{phrase("Ops", "the stage %1 gives %2, not %3").with({stageText(stage), to.front().text(), y.text()}), "",
                         phrase("Ops", "Each stage works on elements of the full size.")};
        types.push_back(to.front());
    }
    return std::vector{y};
}

static Values decompose(GraphBuilder& builder, const OpCall& call)
{
    Values values = call.inputs;
    const auto stages = parseStages(call.attrs.strings("stages"), static_cast<int>(values.size()), allOps());
    for (const ElementwiseStage& stage : *stages) {
        Values from;
        for (int operand : stage.operands) from.push_back(values[static_cast<std::size_t>(operand)]);
        values.push_back(builder.op(stage.op->name, from, stage.attrs));
    }
    return {values.back()};
}

extern const OpSpec op_elementwise = {
    .name = "elementwise",
    .category = "math",
    .doc = "A chain of elementwise ops in one go over memory, stage after stage on stretches that stay in the nearest cache.",
    .inputs = {{"operands", "of one type, or single numbers of its dtype", PortKind::Variadic}},
    .outputs = {{"y"}},
    .attributes = {{.name = "stages",
                    .type = AttrType::Strings,
                    .required = true,
                    .doc = "One op each with the numbers of its operands and its attributes; results are numbered behind the operands."}},
    .infer = infer,
    .decompose = decompose,
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto chain = [](std::initializer_list<const char*> stages) {
            return Attrs{{"stages", Strings(stages.begin(), stages.end())}};
        };
        const Shape large{3, 1100}; // more than one stretch
        return {{{ops::randomTensor(rng, {3, 5}), ops::randomTensor(rng, {3, 5}), ops::randomTensor(rng, {})},
                 chain({"mul 0 1", "sub 2 3", "sigmoid 4", "mul 5 3"})},
                {{ops::randomTensor(rng, large), ops::randomTensor(rng, {1})},
                 chain({"square 0", "add 2 1", "tanh 3", "div 0 1", "mul 4 5"}),
                 "two branches",
                 false,
                 false},
                {{ops::randomTensor(rng, {7}), ops::randomTensor(rng, {7}), ops::randomTensor(rng, {7})},
                 chain({"gelu_grad 0 1 approximate=tanh", "clamp 3 max=1.5 min=-1.5", "maximum 4 2", "neg 5"}),
                 "attributes",
                 false,
                 false},
                {{ops::randomTensor(rng, {2, 2})}, chain({"add 0 0", "mul 1 0"}), "one operand, twice"},
                {{ops::randomTensor(rng, {0, 4}), ops::randomTensor(rng, {0, 4})}, chain({"mul 0 1", "exp 2"}), "empty"}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        const auto stages = [](const char* stage) { return Attrs{{"stages", Strings{stage}}}; };
        return {
            {ops::f32s({{2}}), {{"stages", Strings{}}}, "elementwise: there are no stages. Give at least one."},
            {ops::f32s({{2}, {3}}), stages("add 0 1"),
             "elementwise: f32[3] beside f32[2]. Operands have the type of the result or are single numbers of its dtype."},
            {ops::f32s({{2}}), stages("softmax 0"), "elementwise: \"softmax\" is no elementwise op. Let a pass write the stages."},
            {ops::f32s({{2}}), stages("add 0 1"), "elementwise: there is no operand 1 before it. Let a pass write the stages."},
            {ops::f32s({{2}}), stages("add 0"), "elementwise: add takes 2 operands. Let a pass write the stages."},
            {ops::f32s({{2}}), stages("clamp 0 low=1"), "elementwise: \"low=1\" is no attribute of clamp. Let a pass write the stages."},
            {ops::f32s({{2}, {1}}), stages("neg 1"),
             "elementwise: the stage neg 1 gives f32[1], not f32[2]. Each stage works on elements of the full size."}};
    },
    .inPlace = {{0, 0}},
    .anyLayout = true,
    .flops =
        [](const Attrs& attrs, const std::vector<TensorType>&, const std::vector<TensorType>& outputs) {
            return static_cast<double>(attrs.strings("stages").size()) * static_cast<double>(outputs.front().shape.count());
        },
};

} // namespace ds
