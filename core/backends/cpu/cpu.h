// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/backends/backend.h"

namespace ds {

/// The machine's CPU: oneDNN primitives and own vectorised kernels (AVX2 or AVX-512, chosen at run time), on one team of
/// OpenMP threads.
std::unique_ptr<Backend> createCpuBackend();

/// Size of the team, pinned to the cores that the process may use. 0: one thread for each core. Call before the first step.
void setCpuThreads(int threads);
int cpuThreads();
/// While it lives, what the calling thread computes stays on one core.
class SingleCpuThread {
public:
    SingleCpuThread();
    ~SingleCpuThread();
    SingleCpuThread(const SingleCpuThread&) = delete;

private:
    int m_before;
};
/// "avx512" or "avx2": which of the own kernels run here.
std::string cpuVectorLevel();

} // namespace ds
