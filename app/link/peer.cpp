// SPDX-License-Identifier: Apache-2.0
#include "app/link/peer.h"

#include <sys/socket.h>
#include <unistd.h>

namespace ds::link {

bool sameUser(qintptr socketDescriptor)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(socketDescriptor), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
}

} // namespace ds::link
