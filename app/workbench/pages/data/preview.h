// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <vector>

#include "core/data/transform_chain.h"

namespace ds::ui {

/// One field of a sample between two transforms, as a person sees it.
struct PreviewCell {
    QImage image;
    /// Where it is no picture: numbers or tokens, and whether the transform changed them.
    std::vector<std::pair<QString, bool>> words;
    bool unchanged = false; ///< by this transform
    QString problem;        ///< why there is nothing
};

struct PreviewColumn {
    QString title, shape;
    std::vector<PreviewCell> cells; ///< one a row; of the original only the first
};

struct TransformPreview {
    int64_t sample = 0, firstEpoch = 0; ///< counted from 0
    bool training = false;
    QString label, problem;
    std::vector<PreviewColumn> columns; ///< the original, then each transform
};

struct PreviewRequest {
    std::shared_ptr<const Dataset> plain;
    std::vector<TransformStep> steps;
    uint64_t seed = 0;
    bool training = true;
    std::shared_ptr<const Dataset> trained; ///< the training data, for what transforms have learnt
    int64_t sample = 0, firstEpoch = 0;
    int epochs = 3;
    double low = 0, high = 1; ///< range of the picture
};

/// Exactly what training sees of the sample in these epochs, after each transform. For any thread.
TransformPreview makePreview(const PreviewRequest& request);

} // namespace ds::ui
