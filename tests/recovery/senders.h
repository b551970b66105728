// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "ledger.h"
#include "protocol/message.h"
#include "wireclient.h"

#include <QObject>

#include <memory>
#include <random>
#include <vector>

namespace Signalbox {

/// Clients at work beside each other, each with one call at a time over a connection of its own,
/// that write what was answered into the ledger. What they hold they keep across restarts of the
/// broker. What each does next is the matter of who derives from this.
class Senders : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Senders)

public:
    ~Senders() override;

    /// Sets out on the broker at \a port and goes on until stop() or until it is gone.
    void start(quint16 port);
    /// Begins nothing more; isIdle() tells when all has been answered or cannot be any more.
    void stop() { m_isStopped = true; }
    [[nodiscard]] bool isIdle() const;

    /// Answers that no client should ever get, one sentence each.
    [[nodiscard]] const QStringList &breaches() const { return m_breaches; }
    [[nodiscard]] qint64 answers() const { return m_answers; }

protected:
    struct Held
    {
        Ledger::Serial serial = 0;
        QByteArray queue;
        QByteArray handle;
    };
    struct Sender
    {
        int number = 0;
        std::unique_ptr<WireClient> client;
        std::vector<Held> held;
    };
    using Status = std::initializer_list<int>;
    /// Adds to a message what its body does not decide.
    using Furnish = std::function<void(Ledger::Serial, OutgoingMessage &)>;

    Senders(Ledger &ledger, int senders, quint32 seed);

    /// Begins the next call of \a sender.
    virtual void next(Sender &sender) = 0;
    /// What an answer gave, in its order, before the ledger is asked about it.
    virtual void received(const QByteArray &queue, const std::vector<ReceivedMessage> &messages);
    /// A call that may end the lease is about to be sent.
    virtual void lettingGo(const Held &held);

    void send(Sender &sender, const QByteArray &queue, int count, bool batch,
              const Furnish &furnish = {});
    void receive(Sender &sender, const QByteArray &queue, int count, bool batch);
    /// These need a sender that holds something.
    void remove(Sender &sender);
    void removeBatch(Sender &sender);
    void changeVisibility(Sender &sender, int timeoutS);

    /// Calls, notes an answer that is none of \a expected, hands the others to \a done, goes on.
    void call(Sender &sender, const WireClient::Call &call, Status expected, WireClient::Done done);
    void addBreach(const QString &breach) { m_breaches.append(breach); }

    [[nodiscard]] int random(int below);
    /// Whether there are so many messages that some should go first.
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] Ledger &ledger() { return m_ledger; }

private:
    /// The value of a document; notes a breach and gives an empty one when it was not understood.
    template <typename T>
    T read(const Result<T> &document, const WireClient::Reply &reply);
    [[nodiscard]] Held takeHeld(Sender &sender);

    Ledger &m_ledger;
    std::mt19937 m_random;
    std::vector<Sender> m_senders;
    QStringList m_breaches;
    qint64 m_answers = 0;
    bool m_isStopped = true;
};

} // namespace Signalbox
