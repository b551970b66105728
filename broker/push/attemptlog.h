// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "push/pushcall.h"
#include "store/topicrows.h"

#include <deque>
#include <vector>

namespace Signalbox {

/// One try to bring one message to one subscriber.
struct PushAttempt
{
    enum class Outcome {
        Delivered,
        Failed, ///< It is tried again at nextAtMs.
        DeadLettered, ///< The last one failed: the message is in the dead-letter queue.
        Dropped ///< The last one failed, and there is no dead-letter queue.
    };

    quint64 number = 0; ///< Rises with every attempt.
    QString account;
    QString topic;
    QString subscription;
    QByteArray messageId; ///< Of the published message.
    int attempt = 1; ///< 1 for the first try.
    qint64 atMs = 0; ///< System time of its end.
    QString endpoint;
    Outcome outcome = Outcome::Delivered;
    qint64 nextAtMs = 0; ///< Broker time; of Failed only.
    bool isManual = false; ///< Somebody asked for it; no message waits for its end.
    PushCall request; ///< What was sent, without secrets; empty where nothing was.
    QByteArray stringToSign; ///< Of a signed HTTP push.
    PushOutcome reply; ///< Of what was sent; the error of any.

    /// Why it failed, for people: the error, or the answer's status.
    [[nodiscard]] QString failure() const;
};

/// The last attempts, bounded by count and by size. Lives in the HTTP thread.
class AttemptLog
{
public:
    static constexpr std::size_t kMaxAttempts = 10'000;
    static constexpr qint64 kMaxBytes = qint64(16) << 20;

    struct Query
    {
        QString account;
        QString topic; ///< Empty: of all.
        QString subscription; ///< Empty: of all.
        quint64 after = 0; ///< Only those with a higher number.
        bool onlyFailed = false;
        int limit = 100;
    };

    /// Takes over \a attempts, with their numbers, which rise; before the first add().
    void restore(std::vector<PushAttempt> attempts);
    /// Gives the attempt as it is kept, with its number.
    const PushAttempt &add(PushAttempt attempt);
    /// Null when it is no longer kept.
    [[nodiscard]] const PushAttempt *find(const QString &account, quint64 number) const;
    /// The newest for one message of a subscription; null when none is kept.
    [[nodiscard]] const PushAttempt *last(const QString &account, const QString &topic,
                                          const QString &subscription,
                                          const QByteArray &messageId) const;
    /// Of the newest attempt there was; 0 before the first.
    [[nodiscard]] quint64 lastNumber() const { return m_lastNumber; }
    /// The newest first.
    [[nodiscard]] std::vector<PushAttempt> find(const Query &query) const;

private:
    void keep(PushAttempt attempt);

    std::deque<PushAttempt> m_attempts;
    qint64 m_bytes = 0;
    quint64 m_lastNumber = 0;
};

} // namespace Signalbox
