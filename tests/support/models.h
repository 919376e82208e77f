// SPDX-License-Identifier: Apache-2.0
// Small models of real kinds with a batch for each, for tests of training.
#pragma once

#include "core/document/document.h"
#include "core/train/learner.h"

namespace ds::test {

inline void connectInARow(Model& model)
{
    for (std::size_t i = 0; i + 1 < model.layers.size(); ++i) model.wires.push_back({{model.layers[i].name}, {model.layers[i + 1].name}});
}

inline Document convolutionalModel(double dropout = 0.1)
{
    Document d;
    d.model.layers = {{"in", "Input", {{"field", "x"}}}};
    for (const char* number : {"1", "2", "3", "4", "5", "6"}) {
        const auto named = [&](const char* what) { return std::string(what) + number; };
        d.model.layers.push_back({named("conv"), "Conv2d", {{"filters", 16}, {"kernel", 3}, {"padding", "same"}}});
        d.model.layers.push_back({named("bn"), "BatchNorm"});
        d.model.layers.push_back({named("gelu"), "GELU"});
        d.model.layers.push_back({named("drop"), "Dropout", {{"rate", dropout}}});
    }
    d.model.layers.push_back({"flatten", "Flatten"});
    d.model.layers.push_back({"fc", "Dense", {{"units", 4}}});
    connectInARow(d.model);
    d.loss = {"cross_entropy", {{"prediction", "fc"}, {"target", "y"}}};
    d.optimizer = {"adamw"};
    return d;
}

inline Document transformerModel(double dropout = 0.1)
{
    Document d;
    d.model.layers = {{"in", "Input", {{"field", "tokens"}}}, {"embedding", "Embedding", {{"vocabulary", 20}, {"units", 32}}}};
    for (const char* name : {"first", "second", "third", "fourth", "fifth", "sixth"})
        d.model.layers.push_back({name, "TransformerEncoderLayer", {{"heads", 4}, {"feed_forward", 64}, {"dropout", dropout}}});
    d.model.layers.push_back({"out", "Dense", {{"units", 20}}});
    d.model.layers.push_back({"scores", "Permute", {{"order", Ints{2, 1}}}});
    connectInARow(d.model);
    d.loss = {"cross_entropy", {{"prediction", "scores"}, {"target", "y"}}};
    d.optimizer = {"adamw"};
    return d;
}

inline Feeds imageBatch()
{
    Rng rng(3);
    Tensor x(TensorType{DType::F32, {16, 1, 12, 12}}), y(TensorType{DType::I64, {16}});
    for (int64_t i = 0; i < x.count(); ++i) x.set(i, rng.normal());
    for (int64_t i = 0; i < y.count(); ++i) y.set(i, static_cast<double>(rng.below(4)));
    return {{"x", x}, {"y", y}};
}

inline Feeds sequenceBatch()
{
    Rng rng(4);
    Tensor x(TensorType{DType::I64, {8, 24}}), y(TensorType{DType::I64, {8, 24}});
    for (int64_t i = 0; i < x.count(); ++i) {
        x.set(i, static_cast<double>(rng.below(20)));
        y.set(i, static_cast<double>(rng.below(20)));
    }
    return {{"tokens", x}, {"y", y}};
}

} // namespace ds::test
