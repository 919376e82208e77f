// SPDX-License-Identifier: Apache-2.0
// The engine from C++, without files: describe a model, train it on tensors, ask it.
#include <cstdio>

#include "core/train/learner.h"

int main()
{
    ds::Document document;
    document.model.layers = {
        {"in", "Input", {{"field", "x"}}}, {"hidden", "Dense", {{"units", 16}}}, {"tanh", "Tanh"}, {"out", "Dense", {{"units", 2}}}};
    document.model.wires = {{{"in"}, {"hidden"}}, {{"hidden"}, {"tanh"}}, {{"tanh"}, {"out"}}};
    document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "y"}}};
    document.optimizer = {"adam", {{"learning_rate", 0.05}}};

    auto learner = ds::Learner::create(document, {"cpu", 1}).value();
    // Exclusive or: not solvable without the hidden layer.
    const ds::Tensor x = ds::Tensor::of({4, 2}, {0, 0, 0, 1, 1, 0, 1, 1});
    const ds::Tensor y = ds::Tensor::of({4}, {0, 1, 1, 0}, ds::DType::I64);
    for (int i = 0; i < 200; ++i)
        if (const auto step = learner->step({{"x", x}, {"y", y}}); !step) return std::puts(step.error().message().c_str()), 1;

    const ds::Tensor scores = learner->predict({{"x", x}}).value();
    int right = 0;
    for (int i = 0; i < 4; ++i) right += (scores.at(2 * i + 1) > scores.at(2 * i)) == (y.at(i) == 1);
    // Another batch size is just another plan.
    const ds::Tensor one = learner->predict({{"x", x.sliced(0, 1, 2)}}).value();
    std::printf("%d of 4 right, one alone scores %.2f and %.2f\n", right, one.at(0), one.at(1));
    return right == 4 && one.at(1) > one.at(0) ? 0 : 1;
}
