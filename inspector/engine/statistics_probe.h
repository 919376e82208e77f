// SPDX-License-Identifier: Apache-2.0
// Statistics of chosen tensors, taken while a step runs. The step does not notice.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/backends/plan.h"
#include "inspector/engine/taps.h"
#include "inspector/engine/tensor_statistics.h"

namespace ds::inspector {

class StatisticsProbe : public PlanObserver {
public:
    /// For this plan only; it must live longer. Nothing is prepared before a tap is chosen.
    StatisticsProbe(const Plan& plan, std::vector<Tap> taps);
    ~StatisticsProbe() override;

    const std::vector<Tap>& taps() const { return m_taps; }
    /// Of the next steps, by their number in taps(). What the last step found is forgotten.
    void choose(const std::vector<std::size_t>& taps);

    struct Observation {
        std::size_t tap;
        TensorStatistics statistics;
        double milliseconds; ///< that it took
    };
    /// Of the last step, in the order in which the values came to be.
    const std::vector<Observation>& observations() const { return m_observations; }
    void forget() { m_observations.clear(); }

    void before(NodeId node) override;
    void after(NodeId node) override;

private:
    struct Reader;
    void prepare(std::size_t tap);
    void keepOlder(std::size_t tap);
    void look(std::size_t tap, double milliseconds);

    const Plan& m_plan;
    std::vector<Tap> m_taps;
    std::vector<std::unique_ptr<Reader>> m_readers;          // of taps that were chosen once
    std::vector<std::vector<std::size_t>> m_before, m_after; // chosen taps by node
    std::vector<Observation> m_observations;
    // Shared by all readers, which never work at the same time: results, scratch memory, a parameter before its update, and what was moved.
    std::unique_ptr<DeviceMemory> m_results, m_workspace, m_older, m_moved[2];
    std::vector<std::byte> m_host;
    double m_keeping = 0; // milliseconds
};

} // namespace ds::inspector
