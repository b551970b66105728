// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/heldmessages.h"

namespace Signalbox {

void HeldMessages::take(const QString &queue, const std::vector<ReceivedMessage> &messages)
{
    for (const ReceivedMessage &message : messages) {
        // Leases that ended before this one began are of no use any more.
        m_leases.removeIf([&message](const std::pair<const Key &, Lease &> &entry) {
            return entry.second.untilMs < message.firstDequeueTimeMs;
        });
        m_leases.insert({queue, message.messageId},
                        {message.receiptHandle, message.nextVisibleTimeMs});
    }
    emit changed();
}

std::optional<HeldMessages::Lease>
HeldMessages::lease(const QString &queue, const QByteArray &messageId, qint64 brokerNowMs) const
{
    const auto found = m_leases.constFind({queue, messageId});
    if (found == m_leases.cend() || found->untilMs <= brokerNowMs)
        return std::nullopt;
    return *found;
}

void HeldMessages::renew(const QString &queue, const QByteArray &messageId,
                         const ChangedVisibility &changedLease)
{
    m_leases.insert({queue, messageId},
                    {changedLease.receiptHandle, changedLease.nextVisibleTimeMs});
    emit changed();
}

void HeldMessages::drop(const QString &queue, const QByteArray &messageId)
{
    if (m_leases.remove({queue, messageId}) > 0)
        emit changed();
}

} // namespace Signalbox
