// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "ledger.h"
#include "protocol/message.h"

#include <QJsonObject>

#include <set>
#include <vector>

namespace Signalbox {

/// What the groups of a FIFO queue promise: the messages of a group are given in the order they
/// were sent, and while somebody holds some of them nobody gets others. A group has one sender, so
/// that its order is that of the serials.
class GroupOrder
{
public:
    /// Asks \a ledger which messages are there for sure.
    explicit GroupOrder(const Ledger &ledger);

    void sending(Ledger::Serial serial, const QString &group);
    /// What one receive gave, in its order; one sentence per breach.
    [[nodiscard]] QStringList received(const std::vector<ReceivedMessage> &messages);
    /// A call with \a handle that may end its lease is about to be sent.
    void lettingGo(Ledger::Serial serial, const QByteArray &handle);
    void leasesEnded() { m_handles.clear(); }

    /// Compares with everything the queue holds, oldest first, as the admin API tells it.
    [[nodiscard]] QStringList breachesIn(const QList<QJsonObject> &messages) const;

private:
    void lookAtAnswer(const QString &group, const std::vector<Ledger::Serial> &given,
                      QStringList &breaches);
    void lookForStrangers(const QString &group, const std::vector<Ledger::Serial> &serials,
                          QStringList &breaches) const;

    const Ledger &m_ledger;
    QHash<QString, std::set<Ledger::Serial>> m_groups; ///< May hold some that are gone.
    QHash<Ledger::Serial, QByteArray> m_handles; ///< Of those that somebody holds for sure.
};

} // namespace Signalbox
