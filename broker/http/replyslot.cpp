// SPDX-License-Identifier: GPL-3.0-only
#include "http/replyslot.h"

#include "http/connection.h"

namespace Signalbox {

ReplySlot::ReplySlot(Connection *connection, quint64 number)
    : m_connection(connection)
    , m_number(number)
{
}

void ReplySlot::reply(const HttpReply &reply) const
{
    if (m_connection)
        m_connection->answer(m_number, reply);
}

bool ReplySlot::isOpen() const
{
    return m_connection && m_connection->awaitsAnswer(m_number);
}

void ReplySlot::whenClosed(std::function<void()> callback) const
{
    if (m_connection && m_connection->isConnected())
        m_connection->setWhenClosed(m_number, std::move(callback));
    else if (callback)
        callback();
}

} // namespace Signalbox
