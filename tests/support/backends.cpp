// SPDX-License-Identifier: Apache-2.0
#include "tests/support/backends.h"

#include "core/backends/cpu/cpu.h"
#include "core/backends/reference/reference.h"

namespace ds::test {

Backend& reference()
{
    static const std::unique_ptr<Backend> backend = createReferenceBackend();
    return *backend;
}

const std::vector<Backend*>& backends()
{
    static const std::unique_ptr<Backend> cpu = createCpuBackend();
    static const std::vector<Backend*> list = {
        &reference(),
        cpu.get(),
    };
    return list;
}

} // namespace ds::test
