// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/endpoint.h"

namespace Signalbox {

/// Sends a message to \a queueName whose Content-Type changes after it was signed, as some proxies
/// do; true when it is refused for that. Runs the event loop meanwhile.
[[nodiscard]] bool sendThroughMeddlingProxy(const Endpoint &endpoint, const QString &queueName);

} // namespace Signalbox
