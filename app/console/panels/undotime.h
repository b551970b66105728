// SPDX-License-Identifier: GPL-3.0-only
#pragma once

namespace Signalbox {

class BrokerConnection;
struct ConfirmRequest;

/// Says in \a request how long the broker of \a connection lets what is deleted come back.
void tellUndoTime(ConfirmRequest &request, const BrokerConnection &connection);

} // namespace Signalbox
