// SPDX-License-Identifier: Apache-2.0
// From a graph with a loss to the graph of one training step.
#pragma once

#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/graph/graph.h"
#include "core/optim/optimizer.h"

namespace ds {

struct TrainingGraphSettings {
    const OptimizerSpec* optimizer = nullptr;
    Attrs optimizerAttrs;
    std::vector<std::string> noDecay;                       ///< patterns of parameter names, * for any text
    double clipValue = 0, clipNorm = 0, clipGlobalNorm = 0; ///< 0: no limit
    double emaDecay = 0;                                    ///< 0: no average is kept
    int accumulate = 1;                                     ///< batches for one update
};

/// The step that updates: differentiates "loss", clips, and lets the optimiser act. New feeds: "learning_rate" f32[] and "step" i64[]
/// (the number of this update, from 1). New output: "grad_norm", the norm of all gradients before clipping. With emaDecay, states
/// "ema.PARAMETER" follow the parameters. With accumulate > 1, the gradients kept by accumulationGraph() are added and set to 0.
Result<Graph> trainingGraph(const Graph& forward, const TrainingGraphSettings& settings);

/// The step of all batches but the last before an update: only adds gradient / accumulate to the states "accumulated.PARAMETER".
Result<Graph> accumulationGraph(const Graph& forward, const TrainingGraphSettings& settings);

/// The forward graph with each parameter replaced by its moving average.
Graph averagedGraph(const Graph& forward);

} // namespace ds
