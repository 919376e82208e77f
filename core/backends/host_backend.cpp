// SPDX-License-Identifier: Apache-2.0
#include "core/backends/host_backend.h"

#include <chrono>
#include <cstring>

#include "core/tensor/tensor.h"

namespace ds {

namespace {

class HostMemory : public DeviceMemory {
public:
    explicit HostMemory(std::size_t bytes) : m_buffer(bytes) {}
    void* address() override { return m_buffer.data(); }
    std::size_t size() const override { return m_buffer.size(); }

private:
    Buffer m_buffer;
};

class HostStream : public Stream {
public:
    void synchronize() override {}
};

class HostEvent : public DeviceEvent {
public:
    void record(Stream&) override { m_time = std::chrono::steady_clock::now(); }
    void wait(Stream&) override {}
    bool done() const override { return true; }
    double since(const DeviceEvent& earlier) const override
    {
        const auto& other = static_cast<const HostEvent&>(earlier);
        return std::chrono::duration<double, std::milli>(m_time - other.m_time).count();
    }

private:
    std::chrono::steady_clock::time_point m_time;
};

} // namespace

std::unique_ptr<DeviceMemory> HostBackend::allocate(std::size_t bytes) { return std::make_unique<HostMemory>(bytes); }
std::unique_ptr<Stream> HostBackend::createStream() { return std::make_unique<HostStream>(); }
std::unique_ptr<DeviceEvent> HostBackend::createEvent() { return std::make_unique<HostEvent>(); }
void HostBackend::copyIn(void* device, const void* host, std::size_t bytes, Stream&) { std::memcpy(device, host, bytes); }
void HostBackend::copyOut(void* host, const void* device, std::size_t bytes, Stream&) { std::memcpy(host, device, bytes); }
void HostBackend::zero(void* device, std::size_t bytes, Stream&) { std::memset(device, 0, bytes); }

} // namespace ds
