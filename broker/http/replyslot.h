// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "http/httpmessage.h"

#include <QPointer>

#include <functional>

namespace Signalbox {

class Connection;

/// The place where the answer to one request goes. Copies stand for the same place; the first
/// reply() counts, later ones do nothing. Lives in the HTTP thread. Answers leave in the order of
/// their requests, whatever order they come in.
class ReplySlot
{
public:
    /// A slot without a client behind it: it is never open, replies vanish.
    ReplySlot() = default;
    ReplySlot(Connection *connection, quint64 number);

    /// Sends \a reply, or keeps it until the requests before it on the same connection are
    /// answered.
    void reply(const HttpReply &reply) const;

    /// The client is still connected and waits for this answer.
    [[nodiscard]] bool isOpen() const;

    /// Calls \a callback when the client goes away before the answer; at once when it is gone
    /// already, never after the answer, and not when the server itself is destroyed. One callback a
    /// slot: a later one replaces it.
    void whenClosed(std::function<void()> callback) const;

private:
    QPointer<Connection> m_connection;
    quint64 m_number = 0; ///< Counts the requests of the connection.
};

} // namespace Signalbox
