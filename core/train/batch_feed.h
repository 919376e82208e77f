// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/train/run_parts.h"

namespace ds {

/// The batches of a training as its learner takes them, one epoch behind the other without an end.
class BatchFeed {
public:
    /// The parts must live longer.
    explicit BatchFeed(RunParts& parts);
    /// Valid until the next call.
    const Feeds& next();

private:
    RunParts& m_parts;
    Batch m_batch;
    Feeds m_feeds;
};

} // namespace ds
