// SPDX-License-Identifier: Apache-2.0
// What is known of a training so far: what rules look at.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "inspector/engine/watcher.h"

namespace ds::inspector {

class Trace {
public:
    struct Step {
        int64_t update = 0;
        double loss = 0, gradNorm = 0, learningRate = 0;
    };
    struct Look {
        int64_t update = 0;
        TensorStatistics statistics;
    };
    struct Series {
        std::string name;
        Quantity quantity = Quantity::Activation;
        std::string function, source; ///< see Tap
        std::vector<Look> looks;      ///< in the order of updates
    };
    /// A step whose loss was no finite number: the first such number.
    struct Failure {
        int64_t update = 0;
        NotFinite where;
    };

    void add(const Step& step) { m_steps.push_back(step); }
    void add(const std::vector<Sight>& sights);
    void setFailure(Failure failure) { m_failure = std::move(failure); }

    const std::vector<Step>& steps() const { return m_steps; }
    /// In the order in which they were first seen: activations as the model computes them.
    const std::vector<Series>& series() const { return m_series; }
    /// Null if nothing was seen of it.
    const Series* find(const std::string& name, Quantity quantity) const;
    const std::optional<Failure>& failure() const { return m_failure; }

private:
    std::vector<Step> m_steps;
    std::vector<Series> m_series;
    std::map<std::pair<std::string, Quantity>, std::size_t> m_places;
    std::optional<Failure> m_failure;
};

} // namespace ds::inspector
