// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "senders.h"

#include <QJsonObject>

namespace Signalbox {

/// Senders to a queue whose messages are given back until they are dead letters, which are moved
/// back to it and sometimes taken out again.
class DeadLetterLoad : public Senders
{
    Q_OBJECT

public:
    static constexpr int kSenders = 8;
    static constexpr int kMaxReceives = 2; ///< Of the policy.
    static const QByteArray &origin();
    static const QByteArray &deadLetters();

    DeadLetterLoad(Ledger &ledger, quint32 seed);

    /// The clock stands at \a nowMs; how far it may be moved from there. Before each start.
    void setClock(qint64 nowMs, int secondsToMove);

    /// Compares with everything the queues hold, as the admin API tells it.
    [[nodiscard]] static QStringList breachesIn(const QList<QJsonObject> &origin,
                                                const QList<QJsonObject> &deadLetters);

    [[nodiscard]] qint64 redriven() const { return m_redriven; }
    [[nodiscard]] qint64 undone() const { return m_undone; }

private:
    void next(Sender &sender) override;
    void received(const QByteArray &queue, const std::vector<ReceivedMessage> &messages) override;
    void lettingGo(const Held &held) override;
    /// Ends the leases of the origin, all at once.
    void advance(Sender &sender);
    void redrive(Sender &sender);
    void undo(Sender &sender);

    struct Lease
    {
        QByteArray handle;
        qint64 endsMs = 0;
    };
    struct Step
    {
        QJsonValue first;
        QJsonValue last;
    };

    QList<Step> m_steps; ///< Of redrives, not undone yet.
    QHash<Ledger::Serial, Lease> m_leases; ///< Of what nobody let go; some may have ended.
    qint64 m_latestMs = 0; ///< Where the clock stands when every step was taken.
    int m_secondsLeft = 0;
    qint64 m_redriven = 0;
    qint64 m_undone = 0;
};

} // namespace Signalbox
