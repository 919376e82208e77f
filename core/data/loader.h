// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "core/data/dataset.h"
#include "core/tensor/tensor.h"

namespace ds {

struct LoaderSettings {
    int64_t batchSize = 32;
    bool shuffle = false;
    bool dropLast = false; ///< leave out the last batch of an epoch if it is not full
    uint64_t seed = 0;     ///< of the shuffle
    int threads = 0;       ///< 0: samples are read by the thread that calls next()
    int prefetch = 2;      ///< batches that are ready or under way, at least one per thread
};

/// One tensor per field of the dataset, [batch, ...]. Their memory goes back to the loader when the last tensor on it is
/// gone, so holding batches makes the loader take more memory.
struct Batch {
    std::vector<Tensor> fields;
    int64_t epoch = 0, index = 0;

    int64_t size() const { return fields.empty() ? 0 : fields.front().shape()[0]; }
};

struct LoaderPosition {
    int64_t epoch = 0, batch = 0; ///< of the batch that comes next
    bool operator==(const LoaderPosition&) const = default;
};

/// Reads a dataset batch by batch, ahead of its user. What comes in which order is a function of (seed, epoch) only,
/// whatever the number of threads. Its functions are called from one thread at a time.
class DataLoader {
public:
    /// Asserts that there are fewer than 2^32 samples and batchSize ≥ 1.
    DataLoader(std::shared_ptr<const Dataset> dataset, LoaderSettings settings);
    /// Waits for the batches under way.
    ~DataLoader();
    DataLoader(const DataLoader&) = delete;
    DataLoader& operator=(const DataLoader&) = delete;

    /// Fills `batch`, blocking until it is there. False at the end of an epoch; the call after that begins the next one.
    /// Allocates nothing if `batch` is used again and again. Throws RunError if a sample cannot be read.
    bool next(Batch& batch);
    std::optional<Batch> next();

    /// Goes on with any batch in [0, batchesPerEpoch()] of any epoch.
    void seek(int64_t epoch, int64_t batch);
    LoaderPosition position() const;
    int64_t batchesPerEpoch() const;

    /// Time that next() has blocked so far.
    double waitSeconds() const;
    /// Main memory of the batches and the order.
    std::size_t bufferBytes() const;

private:
    class Ring;
    std::unique_ptr<Ring> m_ring;
};

} // namespace ds
