// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include "app/worker/run_worker.h"

int main(int argc, char** argv)
{
    // Large buffers go back to the system when they are freed; by default glibc keeps them once one has been freed.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    return ds::worker::run(argc, argv);
}
