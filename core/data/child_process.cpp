// SPDX-License-Identifier: Apache-2.0
#include "core/data/child_process.h"

#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ds {

namespace {

/// The address space in use, in bytes.
rlim_t addressSpace()
{
    unsigned long pages = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
        std::fclose(file);
    }
    return static_cast<rlim_t>(pages) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

/// In the child: dies quietly rather than calling the parent's handlers.
void confine(int seconds, rlim_t mostMemory)
{
    for (const int number : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGALRM}) std::signal(number, SIG_DFL);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_UNBLOCK, &all, nullptr);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere >= 0) {
        ::dup2(nowhere, STDOUT_FILENO);
        ::dup2(nowhere, STDERR_FILENO);
    }
    const rlimit none{0, 0}, memory{mostMemory, mostMemory};
    ::setrlimit(RLIMIT_CORE, &none);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    (void)memory; // sanitizers reserve terabytes
#else
    ::setrlimit(RLIMIT_AS, &memory);
#endif
    ::alarm(static_cast<unsigned>(seconds));
}

} // namespace

bool survivesInChild(const std::function<void()>& work, int seconds)
{
    constexpr rlim_t furtherMemory = rlim_t{1} << 30;
    const rlim_t mostMemory = addressSpace() + furtherMemory;
    const pid_t child = ::fork();
    if (child < 0) return true; // no process to be had: then it has to go without
    if (child == 0) {
        confine(seconds, mostMemory);
        try {
            work();
        } catch (...) {
            ::_exit(1);
        }
        ::_exit(0);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return true;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace ds
