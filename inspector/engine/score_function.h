// SPDX-License-Identifier: Apache-2.0
// What a trained model predicts for one sample, as a function of the numbers that go in.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/train/learner.h"

namespace ds::inspector {

/// One output of the model (the logit of a class, say) as a function of one of its inputs, all others being as they are, with gradients.
/// Where the input is made of whole numbers (words), the function is that of what they are turned into: the result of the first op behind
/// them that makes floating-point numbers. Layers behave as in prediction; computes in f32.
class ScoreFunction {
public:
    /// `fields` and `sample`: the inputs of the model, the sample as a batch of 1; the learner must live longer. `target`: the class, or
    /// the number of the output; none: the greatest one. Errors: as Learner::predict(), a field that is none of the model's, an output that
    /// there is not, an input that never becomes floating-point numbers.
    static Result<std::unique_ptr<ScoreFunction>> make(Learner& learner, const std::vector<Field>& fields, Feeds sample, std::string field,
                                                       std::optional<int64_t> target);
    ~ScoreFunction();

    int64_t target() const { return m_target; }
    const Tensor& prediction() const { return m_prediction; }

    /// f32[1, ...]: what goes in.
    const Tensor& entry() const { return m_entry; }
    /// The same shape: what says nothing. Black of a picture, else zeros.
    const Tensor& baseline() const { return m_baseline; }
    /// Entries that belong together as one place, by their shape without the batch: an image's pixels [H, W] with all channels, words [T]
    /// with all of their vector, else each number for itself.
    const Shape& places() const { return m_places; }
    /// Of a number of the entry, by its row-major position.
    std::size_t placeOf(std::size_t number) const { return m_picture ? number % m_placeCount : number / m_perPlace; }
    /// Sums over what belongs to one place, of a tensor of the entry's shape.
    Tensor atPlaces(const Tensor& entries) const;

    /// f32[n, ...] → n scores.
    Result<std::vector<double>> scores(const Tensor& entries);
    /// Of each score with respect to its own entry: f32[n, ...].
    Result<Tensor> gradients(const Tensor& entries);
    /// For the sample: what a layer makes of it, f32[1, ...], and the gradient of the score with respect to that.
    struct AtLayer {
        Tensor result, gradient;
    };
    Result<AtLayer> atLayer(const std::string& path);
    /// The last layer with a convolution whose result still has places; empty if there is none.
    const std::string& lastConvolution() const { return m_lastConvolution; }

private:
    struct Compiled;
    ScoreFunction(Learner& learner, Feeds sample, std::string field);
    Status findEntry(const std::vector<Field>& fields);
    /// For batches of n; with a layer only for what atLayer() gives.
    Result<Compiled*> compiled(int64_t n, const std::string& layer);
    Result<Compiled*> run(const Tensor& entries, const std::string& layer);

    Learner& m_learner;
    Feeds m_sample;
    std::string m_field;
    int64_t m_target = 0;
    bool m_cut = false, m_words = false, m_picture = false; // cut: what goes in is made of the field by an op
    Shape m_places;
    std::size_t m_placeCount = 1, m_perPlace = 1; // m_perPlace: numbers
    Tensor m_prediction, m_entry, m_baseline;
    std::string m_lastConvolution;
    std::map<std::pair<int64_t, std::string>, std::unique_ptr<Compiled>> m_compiled;
};

} // namespace ds::inspector
