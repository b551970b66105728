// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "ledger.h"
#include "wireclient.h"

#include <QObject>

#include <memory>
#include <random>
#include <vector>

namespace Signalbox {

/// Senders that do everything clients do to queues, each one call at a time over a connection of
/// its own, and write what was answered into the ledger. What they hold they keep across restarts.
class Load : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Load)

public:
    static constexpr int kSenders = 16;
    static const QList<QByteArray> &queues();

    Load(Ledger &ledger, quint32 seed);
    ~Load() override;

    /// Sets out on the broker at \a port and goes on until stop() or until it is gone.
    void start(quint16 port);
    /// Begins nothing more; isIdle() tells when all has been answered or cannot be any more.
    void stop() { m_isStopped = true; }
    [[nodiscard]] bool isIdle() const;

    /// Answers that no client should ever get, one sentence each.
    [[nodiscard]] const QStringList &breaches() const { return m_breaches; }
    [[nodiscard]] qint64 answers() const { return m_answers; }

private:
    struct Held
    {
        Ledger::Serial serial = 0;
        QByteArray queue;
        QByteArray handle;
    };
    struct Sender
    {
        std::unique_ptr<WireClient> client;
        std::vector<Held> held;
    };
    using Status = std::initializer_list<int>;

    void next(Sender &sender);
    void send(Sender &sender, int count, bool batch);
    void receive(Sender &sender, int count, bool batch);
    void remove(Sender &sender);
    void removeBatch(Sender &sender);
    void changeVisibility(Sender &sender);
    void purge(Sender &sender);
    void restore(Sender &sender);

    /// Calls, notes an answer that is none of \a expected, hands the others to \a done, goes on.
    void call(Sender &sender, const WireClient::Call &call, Status expected, WireClient::Done done);
    /// The value of a document; notes a breach and gives an empty one when it was not understood.
    template <typename T>
    T read(const Result<T> &document, const WireClient::Reply &reply);
    [[nodiscard]] int random(int below);
    [[nodiscard]] QByteArray anyQueue();
    [[nodiscard]] Held takeHeld(Sender &sender);

    Ledger &m_ledger;
    std::mt19937 m_random;
    std::vector<Sender> m_senders;
    QList<qint64> m_trash; ///< Entries of our purges.
    QStringList m_breaches;
    qint64 m_answers = 0;
    bool m_isStopped = true;
};

} // namespace Signalbox
