// SPDX-License-Identifier: Apache-2.0
// What a device has to offer so that plans can run on it. A backend knows ops and their kernels; it knows
// no pass, layer or trainer. See README.md for how a GPU sits in this.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/graph/op_spec.h"
#include "core/tensor/layout.h"

namespace ds {

/// What changes from step to step without a new plan.
struct StepContext {
    uint64_t seed = 0;
    uint64_t step = 0;
};

/// A queue of work on a device. On the CPU there is one and everything is done when a call returns.
class Stream {
public:
    virtual ~Stream() = default;
    /// Blocks until all work of the stream is done.
    virtual void synchronize() = 0;
};

/// A point in a stream that another stream or the host can wait for.
class DeviceEvent {
public:
    virtual ~DeviceEvent() = default;
    virtual void record(Stream& stream) = 0;
    virtual void wait(Stream& stream) = 0; ///< the stream waits, not the host
    virtual bool done() const = 0;         ///< never blocks
    /// Milliseconds between two recorded events that are done.
    virtual double since(const DeviceEvent& earlier) const = 0;
};

/// Memory of the device.
class DeviceMemory {
public:
    virtual ~DeviceMemory() = default;
    virtual void* address() = 0;
    virtual std::size_t size() const = 0;
};

/// One operand as a kernel is prepared for it.
struct Operand {
    TensorType type;
    Layout layout;
    bool present = true;   ///< false: an optional input that is absent
    bool constant = false; ///< the same in every step of the plan; only told to layouts()
};

struct KernelRequest {
    const OpSpec& op;
    const Attrs& attrs;
    std::vector<Operand> inputs, outputs;

    bool has(int i) const { return i < static_cast<int>(inputs.size()) && inputs[static_cast<std::size_t>(i)].present; }
    const TensorType& in(int i) const { return inputs[static_cast<std::size_t>(i)].type; }
    const TensorType& out(int i = 0) const { return outputs[static_cast<std::size_t>(i)].type; }
};

struct KernelArgs {
    const void* const* inputs; ///< null where absent
    void* const* outputs;
    void* workspace; ///< workspaceBytes() of the kernel, aligned to 64
    const StepContext* step;
    Stream* stream;

    template <class T>
    const T* in(int i) const
    {
        return static_cast<const T*>(inputs[i]);
    }
    template <class T>
    T* out(int i = 0) const
    {
        return static_cast<T*>(outputs[i]);
    }
};

/// An op prepared for fixed attributes, types and layouts. run() allocates nothing and decides nothing. Inputs are
/// dense in their layout; an output is written entirely, padding included.
class Kernel {
public:
    virtual ~Kernel() = default;
    virtual void run(const KernelArgs& args) = 0;
    virtual std::size_t workspaceBytes() const { return 0; }
    /// What it is, for `show --plan`: "jit:avx512_core".
    virtual std::string describe() const { return {}; }
};

/// A step recorded once and replayed as a whole (CUDA graphs). Null where a backend has none.
class Capture {
public:
    virtual ~Capture() = default;
    virtual void launch(Stream& stream) = 0;
};

class Backend {
public:
    virtual ~Backend() = default;
    virtual std::string name() const = 0;

    /// Whether prepare() would give a kernel. If not, the op is decomposed; if it cannot be, compiling is refused.
    virtual bool supports(const KernelRequest& request) const = 0;
    virtual std::unique_ptr<Kernel> prepare(const KernelRequest& request) = 0;
    /// Whether that kernel is made for these types, rather than slow loops that take anything: mixed precision uses no others.
    virtual bool native(const KernelRequest& request) const { return supports(request); }
    /// An error that says why computing in a type narrower than f32 makes no sense on this device, if so.
    virtual Status canCompute(DType) const { return {}; }
    /// The layouts that the kernel would like best, given those that its inputs have now.
    virtual LayoutWish layouts(const KernelRequest& request) const = 0;
    /// Whether kernels can read the host's tensors where they are.
    virtual bool readsHostMemory() const { return false; }

    virtual std::unique_ptr<DeviceMemory> allocate(std::size_t bytes) = 0;
    virtual std::unique_ptr<Stream> createStream() = 0;
    virtual std::unique_ptr<DeviceEvent> createEvent() = 0;
    virtual void copyIn(void* device, const void* host, std::size_t bytes, Stream& stream) = 0;
    virtual void copyOut(void* host, const void* device, std::size_t bytes, Stream& stream) = 0;
    virtual void zero(void* device, std::size_t bytes, Stream& stream) = 0;

    /// Records what is launched on the stream between the two calls; endCapture may give nothing.
    virtual void beginCapture(Stream&) {}
    virtual std::unique_ptr<Capture> endCapture(Stream&) { return nullptr; }
};

} // namespace ds
