// SPDX-License-Identifier: Apache-2.0
#include "core/data/loader.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <thread>

#include "core/base/philox.h"
#include "core/data/shuffle.h"

namespace ds {

namespace {

enum class SlotState { Free, Filling, Ready, Lent };

/// Memory for one batch, used again and again.
struct Slot {
    SlotState state = SlotState::Free;
    std::vector<std::shared_ptr<Buffer>> buffers; // one per field
    std::vector<uint32_t> samples;                // of the batch
    std::vector<void*> rows;                      // where the fields of the sample at hand go
    LoaderPosition position;
    std::optional<Error> error;

    /// Whether nobody but the slot holds its memory.
    bool returned()
    {
        for (std::shared_ptr<Buffer>& buffer : buffers) {
            if (buffer.use_count() != 1) return false;
            // The count alone orders nothing: going through it once more makes what other threads did with the memory
            // happen before what is written next.
            std::shared_ptr<Buffer> probe = buffer;
        }
        return true;
    }
};

} // namespace

class DataLoader::Ring {
public:
    Ring(std::shared_ptr<const Dataset> dataset, LoaderSettings settings) : m_dataset(std::move(dataset)), m_settings(settings)
    {
        const int64_t size = m_dataset->size(), batch = settings.batchSize;
        assert(size < INT64_C(0xffffffff) && batch >= 1);
        m_perEpoch = settings.dropLast ? size / batch : (size + batch - 1) / batch;
        m_order.resize(static_cast<std::size_t>(size));
        const int ahead = std::max({settings.prefetch, settings.threads, settings.threads > 0 ? 1 : 0});
        const int slots = settings.threads > 0 ? ahead + 1 : 1; // one more is in the hands of the user
        for (int i = 0; i < slots && m_perEpoch > 0; ++i) addSlot();
        for (int i = 0; i < settings.threads && m_perEpoch > 0; ++i) m_threads.emplace_back([this] { work(); });
    }

    ~Ring()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_work.notify_all();
        for (std::thread& thread : m_threads) thread.join();
    }

    bool next(Batch& batch)
    {
        batch.fields.clear(); // gives its memory back first
        std::unique_lock lock(m_mutex);
        if (m_position.batch >= m_perEpoch) {
            m_position = {m_position.epoch + 1, 0};
            return false;
        }
        reclaim();
        const auto start = std::chrono::steady_clock::now();
        Slot& slot = m_threads.empty() ? readInline() : waitForReady(lock);
        m_waited += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        if (slot.error) throw RunError(*slot.error); // the slot stays, so that the same call fails again
        slot.state = SlotState::Lent;
        hand(slot, batch);
        ++m_position.batch;
        return true;
    }

    void seek(LoaderPosition position)
    {
        assert(position.epoch >= 0 && position.batch >= 0 && position.batch <= m_perEpoch);
        const std::lock_guard lock(m_mutex);
        ++m_generation;
        m_position = m_ticket = position;
        for (const auto& slot : m_slots)
            if (slot->state == SlotState::Ready) slot->state = SlotState::Free;
        m_work.notify_all();
    }

    LoaderPosition position() const
    {
        const std::lock_guard lock(m_mutex);
        return m_position;
    }
    int64_t perEpoch() const { return m_perEpoch; }
    double waited() const { return m_waited; }
    std::size_t bytes() const
    {
        const std::lock_guard lock(m_mutex);
        std::size_t bytes = m_order.capacity() * sizeof(uint32_t);
        for (const auto& slot : m_slots)
            for (const auto& buffer : slot->buffers) bytes += buffer->size();
        return bytes;
    }

private:
    Slot& addSlot()
    {
        auto slot = std::make_unique<Slot>();
        for (const Field& field : m_dataset->fields())
            slot->buffers.push_back(std::make_shared<Buffer>(field.type.bytes() * static_cast<std::size_t>(m_settings.batchSize)));
        slot->samples.reserve(static_cast<std::size_t>(m_settings.batchSize));
        slot->rows.resize(m_dataset->fields().size());
        m_slots.push_back(std::move(slot));
        return *m_slots.back();
    }

    Slot* find(SlotState state)
    {
        for (const auto& slot : m_slots)
            if (slot->state == state) return slot.get();
        return nullptr;
    }

    void reclaim()
    {
        bool any = false;
        for (const auto& slot : m_slots) {
            if (slot->state != SlotState::Lent || !slot->returned()) continue;
            slot->state = SlotState::Free;
            any = true;
        }
        if (any) m_work.notify_all();
    }

    /// Gives the slot the next batch to read. Tickets are drawn in order, so the earliest batch is never left behind.
    void drawTicket(Slot& slot)
    {
        if (m_ticket.batch >= m_perEpoch) m_ticket = {m_ticket.epoch + 1, 0};
        if (m_orderEpoch != m_ticket.epoch) {
            if (m_settings.shuffle) shuffledOrder(m_settings.seed, streamOf("epoch", 5), static_cast<uint64_t>(m_ticket.epoch), m_order);
            else if (m_orderEpoch < 0) std::iota(m_order.begin(), m_order.end(), uint32_t{0});
            m_orderEpoch = m_ticket.epoch;
        }
        const auto first = m_order.begin() + m_ticket.batch * m_settings.batchSize;
        slot.samples.assign(first, first + std::min<int64_t>(m_settings.batchSize, m_order.end() - first));
        slot.position = m_ticket;
        slot.error.reset();
        slot.state = SlotState::Filling;
        ++m_ticket.batch;
    }

    void fill(Slot& slot) const
    {
        const std::vector<Field>& fields = m_dataset->fields();
        try {
            for (std::size_t i = 0; i < slot.samples.size(); ++i) {
                for (std::size_t f = 0; f < fields.size(); ++f) slot.rows[f] = slot.buffers[f]->data() + i * fields[f].type.bytes();
                m_dataset->readInEpoch(slot.position.epoch, slot.samples[i], slot.rows);
            }
        } catch (const RunError& problem) {
            slot.error = problem.error();
        } catch (const std::exception& problem) {
            slot.error = Error{phrase("Data", "reading the data failed: %1").with({std::string(problem.what())}), "", ""};
        }
    }

    Slot& readInline()
    {
        Slot* slot = find(SlotState::Ready); // one that failed
        if (slot) return *slot;
        slot = find(SlotState::Free);
        if (!slot) slot = &addSlot();
        drawTicket(*slot);
        fill(*slot);
        slot->state = SlotState::Ready;
        return *slot;
    }

    Slot& waitForReady(std::unique_lock<std::mutex>& lock)
    {
        for (;;) {
            for (const auto& slot : m_slots)
                if (slot->state == SlotState::Ready && slot->position == m_position) return *slot;
            if (!find(SlotState::Free) && !find(SlotState::Filling)) { // the user holds all of them
                addSlot();
                m_work.notify_one();
            }
            m_ready.wait(lock);
        }
    }

    void work()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            Slot* slot = nullptr;
            m_work.wait(lock, [&] { return m_stop || (slot = find(SlotState::Free)); });
            if (m_stop) return;
            drawTicket(*slot);
            const uint64_t generation = m_generation;
            lock.unlock();
            fill(*slot);
            lock.lock();
            slot->state = generation == m_generation ? SlotState::Ready : SlotState::Free;
            m_ready.notify_all();
        }
    }

    void hand(Slot& slot, Batch& batch) const
    {
        const std::vector<Field>& fields = m_dataset->fields();
        for (std::size_t f = 0; f < fields.size(); ++f) {
            TensorType type = fields[f].type;
            type.shape.insert(0, static_cast<int64_t>(slot.samples.size()));
            batch.fields.emplace_back(type, rowMajorStrides(type.shape), 0, slot.buffers[f]);
        }
        batch.epoch = slot.position.epoch;
        batch.index = slot.position.batch;
    }

    const std::shared_ptr<const Dataset> m_dataset;
    const LoaderSettings m_settings;
    int64_t m_perEpoch = 0;
    double m_waited = 0; // of the calling thread

    mutable std::mutex m_mutex; // guards all below
    std::condition_variable m_work, m_ready;
    std::vector<std::unique_ptr<Slot>> m_slots;
    LoaderPosition m_position, m_ticket; // to be handed out next, to be read next
    std::vector<uint32_t> m_order;       // of m_orderEpoch
    int64_t m_orderEpoch = -1;
    uint64_t m_generation = 0; // counts seeks: what was begun before is dropped
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

DataLoader::DataLoader(std::shared_ptr<const Dataset> dataset, LoaderSettings settings)
    : m_ring(std::make_unique<Ring>(std::move(dataset), settings))
{
}

DataLoader::~DataLoader() = default;

bool DataLoader::next(Batch& batch) { return m_ring->next(batch); }

std::optional<Batch> DataLoader::next()
{
    std::optional<Batch> batch(std::in_place);
    if (!next(*batch)) batch.reset();
    return batch;
}

void DataLoader::seek(int64_t epoch, int64_t batch) { m_ring->seek({epoch, batch}); }
LoaderPosition DataLoader::position() const { return m_ring->position(); }
int64_t DataLoader::batchesPerEpoch() const { return m_ring->perEpoch(); }
double DataLoader::waitSeconds() const { return m_ring->waited(); }
std::size_t DataLoader::bufferBytes() const { return m_ring->bytes(); }

} // namespace ds
