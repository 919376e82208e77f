// SPDX-License-Identifier: Apache-2.0
// A model that learns, without files, loops or clocks: feed it batches. It plans for whatever shapes come and keeps a bounded
// number of plans.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/backends/compile.h"
#include "core/document/document.h"
#include "core/optim/training_graph.h"

namespace ds {

/// Data fields by name, batch dimension first.
struct Feed {
    std::string name;
    Tensor value;
};
using Feeds = std::vector<Feed>;

struct LearnerSettings {
    std::string device = "cpu"; ///< "cpu" or "reference"
    uint64_t seed = 0;
    std::size_t planCache = 6;        ///< plans that are kept
    bool frozen = false;              ///< only for predictions with weights that do not change after the first of them
    bool fuse = true, layouts = true; ///< see CompileOptions; without them only for comparisons
};

struct StepResult {
    double loss = 0;
    double gradNorm = 0; ///< 0 for a batch that was only accumulated
    int64_t samples = 0;
};

struct Evaluation {
    Tensor prediction, losses;
    Tensor weights; ///< what each loss counts in their mean; undefined: all the same
};

/// Where a number stopped being finite.
struct NotFinite {
    std::string layer, op;
    bool parameter = false; ///< `layer` is the name of a parameter that was bad already
};

/// Looks at steps while they are made.
class StepObserver {
public:
    virtual ~StepObserver() = default;
    /// For a new plan: what looks at its values. It goes before the plan does.
    virtual std::unique_ptr<PlanObserver> attach(const Plan& plan) = 0;
    /// Before a step, with what attach() gave for its plan: whether that looks at this step.
    virtual bool begin(PlanObserver& observer) = 0;
    /// Behind a step whose loss was a number. `update`: how many updates there have been, with this one; milliseconds include looking.
    virtual void end(PlanObserver& observer, int64_t update, double milliseconds) = 0;
    /// Behind a step whose loss was none, of an update that there is not: what was computed before the loss was looked at.
    virtual void failed(PlanObserver& observer, int64_t update) = 0;
};

class Learner {
public:
    /// The optimiser and the training settings of the document must be valid; the model is checked with the first batch.
    static Result<std::unique_ptr<Learner>> create(Document document, LearnerSettings settings);
    ~Learner();

    /// One batch. With training.accumulate = k, only every k-th call updates. An error names the layer; a loss that is not
    /// finite is an error, too (see lastNotFinite), and changes nothing.
    Result<StepResult> step(const Feeds& feeds, double learningRate);
    Result<StepResult> step(const Feeds& feeds); ///< with the optimiser's own learning rate
    /// Looks at the steps from now on; null: nobody. Results stay the same to the bit.
    void observe(std::shared_ptr<StepObserver> observer);
    const std::shared_ptr<StepObserver>& observer() const { return m_observer; }
    /// With a target: losses, too. Uses the averaged parameters if there are some.
    Result<Evaluation> evaluate(const Feeds& feeds);
    /// The targets may be missing.
    Result<Tensor> predict(const Feeds& feeds);

    /// Another model from now on. Parameters of the same name and shape are kept, others start anew.
    void setDocument(Document document);
    const Document& document() const { return m_document; }

    int64_t updates() const { return m_updates; }
    /// Of the next call of step() within an accumulation.
    int accumulated() const { return m_accumulated; }
    /// A value that a parameter or state takes when it is made, instead of its initialiser's: what a checkpoint brings. Those
    /// that are there already are overwritten. Types are checked when the model is planned.
    Status adopt(const std::string& name, const Tensor& value);
    void setProgress(int64_t updates, int accumulated) { m_updates = updates, m_accumulated = accumulated; }
    const NotFinite& lastNotFinite() const { return m_notFinite; }

    /// The most that states and intermediate values may take together; 0: no limit. Plans are made anew.
    void limitMemory(std::size_t bytes);
    std::size_t memoryLimit() const { return m_memoryLimit; }
    /// How a step of the document is compiled.
    CompileOptions compileOptions(const Graph& step) const;
    /// What training.precision says.
    DType precision() const;

    StateStore& states() { return *m_states; }
    enum class Purpose { Update, Accumulate, Evaluate, Predict };
    /// Makes a plan ahead of its first use; with that of an update all states exist. Returns it for a look.
    Result<const Plan*> prepare(const std::vector<std::pair<std::string, TensorType>>& fields, Purpose purpose = Purpose::Update);
    /// The graph of one update before any pass but differentiation.
    Result<Graph> stepGraph(const std::vector<std::pair<std::string, TensorType>>& fields) const;
    /// Of all plans and states together, on the device.
    std::size_t memoryBytes() const;
    /// Of that, what no step has written to yet.
    std::size_t untouchedBytes() const { return m_arena && m_updates == 0 ? m_arena->size() : 0; }
    std::size_t planCount() const { return m_plans.size(); }
    Backend& backend() { return *m_backend; }

private:
    struct Entry;

    Learner(Document document, LearnerSettings settings);
    Result<Entry*> entryFor(Purpose purpose, const Feeds& feeds);
    Result<Graph> graphFor(Purpose purpose, const std::vector<std::pair<std::string, TensorType>>& fields) const;
    Tensor initial(const GraphInput& input, const ValueInfo& info) const;
    Result<std::unique_ptr<Entry>> makeEntry(Purpose purpose, const Feeds& feeds);
    void feed(Entry& entry, const Feeds& feeds);
    NotFinite findNotFinite(Entry& entry);

    Document m_document;
    LearnerSettings m_settings;
    TrainingGraphSettings m_training;
    double m_learningRate = 0;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<StateStore> m_states;
    std::shared_ptr<DeviceMemory> m_arena; // of the largest plan, shared by all
    std::vector<std::unique_ptr<Entry>> m_plans;
    uint64_t m_clock = 0;
    int64_t m_updates = 0;
    int m_accumulated = 0;
    Tensor m_rateFeed, m_stepFeed;
    NotFinite m_notFinite;
    std::map<std::string, Tensor> m_adopted;
    std::size_t m_memoryLimit = 0;
    std::shared_ptr<StepObserver> m_observer;
};

/// Limits the memory to what training.memory_budget leaves beside the program itself, taken to be of usual size. prepareRun()
/// measures that instead.
void limitToBudget(Learner& learner);

std::unique_ptr<Backend> createBackend(const std::string& device);

} // namespace ds
