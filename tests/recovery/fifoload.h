// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "grouporder.h"
#include "senders.h"

namespace Signalbox {

/// Senders to the groups of a FIFO queue, each to its own, who receive from all of them.
class FifoLoad : public Senders
{
    Q_OBJECT

public:
    static constexpr int kSenders = 8;
    static constexpr int kGroupsPerSender = 3;
    static const QByteArray &queue();

    FifoLoad(Ledger &ledger, quint32 seed);

    [[nodiscard]] GroupOrder &order() { return m_order; }

    /// Between a stop and a start, over \a client, one sentence per breach. Receives until nothing
    /// is given any more, and keeps all of it leased.
    [[nodiscard]] QStringList receiveAll(WireClient &client);
    /// Receives and deletes until nothing is given any more.
    [[nodiscard]] QStringList drain(WireClient &client);

private:
    void next(Sender &sender) override;
    void received(const QByteArray &queue, const std::vector<ReceivedMessage> &messages) override;
    void lettingGo(const Held &held) override;
    void sendToGroups(Sender &sender, int count, bool batch);
    /// One batch; empty when there is none.
    std::vector<ReceivedMessage> receiveBatch(WireClient &client, QStringList &breaches);
    void removeAll(WireClient &client, const std::vector<ReceivedMessage> &messages,
                   QStringList &breaches);

    GroupOrder m_order;
};

} // namespace Signalbox
