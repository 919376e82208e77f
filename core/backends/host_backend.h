// SPDX-License-Identifier: Apache-2.0
// Memory, streams and events where device and host are the same; shared by `reference` and `cpu`.
#pragma once

#include "core/backends/backend.h"

namespace ds {

class HostBackend : public Backend {
public:
    bool readsHostMemory() const override { return true; }
    std::unique_ptr<DeviceMemory> allocate(std::size_t bytes) override;
    std::unique_ptr<Stream> createStream() override;
    std::unique_ptr<DeviceEvent> createEvent() override;
    void copyIn(void* device, const void* host, std::size_t bytes, Stream& stream) override;
    void copyOut(void* host, const void* device, std::size_t bytes, Stream& stream) override;
    void zero(void* device, std::size_t bytes, Stream& stream) override;
};

} // namespace ds
