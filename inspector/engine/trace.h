// SPDX-License-Identifier: Apache-2.0
// What is known of a training so far: what rules look at.
#pragma once

#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "inspector/engine/facts.h"
#include "inspector/engine/origin.h"
#include "inspector/engine/watcher.h"

namespace ds::inspector {

class Trace {
public:
    struct Step {
        int64_t update = 0;
        double loss = 0, gradNorm = 0, learningRate = 0;
        double milliseconds = 0, waiting = 0; ///< of the step; before it, for its data
    };
    /// Losses are means over samples; nan where there was nothing to measure.
    struct Evaluation {
        static constexpr double none = std::numeric_limits<double>::quiet_NaN();
        int64_t update = 0;
        double loss = none;                   ///< on validation data
        double trained = none, retold = none; ///< of the last batches: when they were trained on, and evaluated after that
        double suspects = none;               ///< share of labels that the model is sure are wrong; see confident_learning.h
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
    /// What one of several devices has done, in milliseconds. What it did in none of these ways it did beside the training.
    struct DeviceTimes {
        int device = 0, stage = 0; ///< devices of one stage hold the same layers; without a pipeline all are of stage 0
        double computing = 0, communicating = 0;
        double overlapped = 0; ///< both at once
        double waiting = 0;    ///< for another device
    };
    /// Since the last report, of a training on several devices.
    struct DeviceReport {
        int64_t update = 0;
        std::vector<DeviceTimes> devices;
    };
    /// A step whose loss was no finite number.
    struct Failure {
        int64_t update = 0;
        NotFinite where;              ///< the first such number in that step
        std::optional<Origin> origin; ///< where it came from, if that was looked for
    };

    void add(const Step& step) { m_steps.push_back(step); }
    /// Completes what is known of one at the same update.
    void add(const Evaluation& evaluation);
    void add(DeviceReport report) { m_deviceReports.push_back(std::move(report)); }
    void add(const std::vector<Sight>& sights);
    void setFailure(Failure failure) { m_failure = std::move(failure); }
    void setFacts(Facts facts) { m_facts = std::make_shared<const Facts>(std::move(facts)); }

    /// What was known after so many updates.
    Trace until(int64_t update) const;

    /// Null if nobody told them.
    const Facts* facts() const { return m_facts.get(); }
    const std::vector<Step>& steps() const { return m_steps; }
    const std::vector<Evaluation>& evaluations() const { return m_evaluations; }
    /// Empty: on one device.
    const std::vector<DeviceReport>& deviceReports() const { return m_deviceReports; }
    /// In the order in which they were first seen: activations as the model computes them.
    const std::vector<Series>& series() const { return m_series; }
    /// Null if nothing was seen of it.
    const Series* find(const std::string& name, Quantity quantity) const;
    const std::optional<Failure>& failure() const { return m_failure; }

private:
    std::shared_ptr<const Facts> m_facts;
    std::vector<Step> m_steps;
    std::vector<Evaluation> m_evaluations;
    std::vector<DeviceReport> m_deviceReports;
    std::vector<Series> m_series;
    std::map<std::pair<std::string, Quantity>, std::size_t> m_places;
    std::optional<Failure> m_failure;
};

/// Without the update.
Json failureToJson(const Trace::Failure& failure);
/// Throws Json::exception.
Trace::Failure failureFromJson(const Json& json, int64_t update);

} // namespace ds::inspector
