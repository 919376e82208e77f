// SPDX-License-Identifier: Apache-2.0
#include "app/worker/last_words.h"

#include <csignal>
#include <cstring>
#include <ctime>

#include <unistd.h>

#include <fmt/format.h>

#include "app/link/log_tail.h"

namespace ds::worker {

namespace {

const char* wordsFor(int signal)
{
    switch (signal) {
    case SIGSEGV: return "The worker was ended by a memory fault (SIGSEGV).\n";
    case SIGBUS: return "The worker was ended by a memory fault (SIGBUS): a file that it reads was cut, or memory failed.\n";
    case SIGFPE: return "The worker was ended by an arithmetic fault (SIGFPE).\n";
    case SIGILL: return "The worker was ended by an instruction that this CPU does not have (SIGILL).\n";
    default: return "The worker gave up (SIGABRT).\n";
    }
}

extern "C" void onFault(int signal)
{
    const char* const words = wordsFor(signal);
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, words, std::strlen(words));
    ::raise(signal); // now with what the system does
}

} // namespace

std::string logHeader()
{
    const std::time_t time = std::time(nullptr);
    std::tm parts{};
    localtime_r(&time, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts);
    return fmt::format("{}{}, process {}\n", link::logMark, text, ::getpid());
}

void sayFaults()
{
    struct sigaction action {}, present {};
    action.sa_handler = onFault;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT})
        // Whoever is there already tells more: a sanitizer.
        if (::sigaction(signal, nullptr, &present) == 0 && present.sa_handler == SIG_DFL) ::sigaction(signal, &action, nullptr);
}

} // namespace ds::worker
