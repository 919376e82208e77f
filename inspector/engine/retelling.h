// SPDX-License-Identifier: Apache-2.0
// The batches that a model was trained on last, told to it once more in evaluation: how differently it works there.
#pragma once

#include <deque>
#include <utility>

#include "core/train/learner.h"
#include "inspector/engine/trace.h"

namespace ds::inspector {

class Retelling {
public:
    /// A batch of the training and its loss there. The last four are kept while they take no more than 16 MiB, one in any case.
    void trained(const Feeds& batch, double loss);
    /// Sets `trained` and `retold` of the evaluation. Nothing where no batch is kept, or where evaluations use averaged weights, which lag
    /// behind on purpose. Errors: those of Learner::evaluate().
    Status tell(Learner& learner, Trace::Evaluation& evaluation) const;

private:
    std::deque<std::pair<Feeds, double>> m_recent;
};

} // namespace ds::inspector
