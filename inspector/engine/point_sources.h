// SPDX-License-Identifier: Apache-2.0
// What of a trained model can be seen as points: the results of its layers, one point a sample, and the rows of its parameters.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/train/learner.h"
#include "inspector/engine/point_cloud.h"

namespace ds::inspector {

/// More numbers of one sample than this are averaged over their positions, where there are some: [C, H, W] to [C], [T, D] to [D]. What a
/// layer made by moving axes about is taken for [T, D].
constexpr int64_t mostFeatures = 4096;

struct PointSource {
    std::string name; ///< of an input, the path of a layer, or a parameter
    bool parameter = false;
    Shape shape; ///< of what is made of one sample; of the parameter: its first axis is that of the points
    int64_t features = 0;
    bool averaged = false;
    std::string field = {}; ///< of a parameter: the input whose numbers choose its rows, as those of an Embedding
};

/// The inputs and the results of all layers in their order, then the parameters with 3 rows at least. Only what is made of floating-point
/// numbers. `fields`: of the data. Errors: the model does not go with the fields.
Result<std::vector<PointSource>> pointSources(const Document& document, const std::vector<Field>& fields);

struct LayerResults {
    PointCloud points;
    Tensor predictions; ///< [points, ...]
};
/// What an input or layer is for these samples, as in prediction, computed in f32. `batch`: samples at once. Errors: no such layer, and
/// those of Learner::predict(). Throws RunError if a sample cannot be read.
Result<LayerResults> layerResults(Learner& learner, const Dataset& data, std::span<const int64_t> samples, const std::string& name,
                                  int64_t batch);

/// The first rows of a parameter, averaged over training where that is kept. Errors: no such parameter.
Result<PointCloud> parameterRows(Learner& learner, const std::vector<Field>& fields, const std::string& name, int64_t most);

} // namespace ds::inspector
