// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "protocol/queue.h"
#include "protocol/subscription.h"
#include "protocol/topic.h"

#include <QList>

#include <utility>

/// Topics as the admin API tells of them. Times are Unix milliseconds by the broker's clock unless
/// said otherwise.
namespace Signalbox::Admin {

struct Subscription
{
    QString name;
    QString channel; ///< "http", "queue", "mail", "sms", "function", "eventBus", "mobilePush".
    SubscriptionSettings settings;
    bool isPaused = false;
    QueueCounts waiting; ///< Leased: being pushed, or waiting for the next try.
    double deliveredPerS = 0;
    qint64 deliveredLastHour = 0; ///< Tries, as the four below.
    qint64 failedLastHour = 0;
    qint64 notKeptLastHour = 0; ///< Of those delivered: not among the attempts.
    qint64 deliveredLast10Min = 0;
    qint64 failedLast10Min = 0;
    double lastDurationMs = 0; ///< Of the last try.
    QString lastError; ///< Of the last try; empty when it succeeded.
    qint64 nextAttemptAtMs = 0; ///< After the last failure; 0: none.
    qint64 createdAtMs = 0;
    qint64 modifiedAtMs = 0;

    bool operator==(const Subscription &) const = default;
};

struct Topic
{
    QString name;
    TopicSettings settings;
    qint64 createdAtMs = 0;
    qint64 modifiedAtMs = 0;
    double publishedPerS = 0;
    qint64 publishedLastHour = 0;
    QList<double> spark; ///< Published per minute over the last hour, oldest first.
    QList<Subscription> subscriptions; ///< By name.

    /// The subscription \a subscription; null when there is none.
    [[nodiscard]] const Subscription *find(const QString &subscription) const;

    bool operator==(const Topic &) const = default;
};

/// Topics that changed since a cursor.
struct TopicChanges
{
    QString cursor; ///< For the next call.
    QList<Topic> topics; ///< By name, ascending.
    QStringList removed; ///< Names that went; never filled by a first call.
    /// The answer starts anew, as a first call's does: forget every topic that it does not give.
    bool reset = true;
};

/// What a subscription was brought, one sample an interval.
struct SubscriptionSamples
{
    QString name;
    Series delivered; ///< Tries per interval, as the one below.
    Series failed;
    Series waiting; ///< Messages at the end of the interval.
    Series tookP95Ms; ///< What 95 of a hundred tries stayed within; NaN without any.
};

struct TopicSamples
{
    qint64 intervalMs = 1000;
    Series published; ///< Messages per interval.
    QList<SubscriptionSamples> subscriptions; ///< By name.
};

struct TopicHistory
{
    qint64 endMs = 0; ///< When the last samples were taken.
    TopicSamples seconds; ///< 60 samples, one a second.
    TopicSamples minutes; ///< 60 samples, one a minute.
};

using Headers = QList<std::pair<QString, QString>>;

/// One try to bring one message to one subscriber.
struct Attempt
{
    enum class Outcome { Delivered, Failed, DeadLettered, Dropped };

    qint64 number = 0; ///< Rises with every attempt.
    QString topic;
    QString subscription;
    QString messageId;
    int attempt = 1; ///< 1 for the first try.
    qint64 atMs = 0; ///< System time of its end.
    QString endpoint;
    Outcome outcome = Outcome::Delivered;
    bool isManual = false; ///< Somebody asked for it: sent again, or a test.
    qint64 nextAtMs = 0; ///< Of Failed only.
    double durationMs = 0;
    int status = 0; ///< 0: no HTTP answer.
    QString error;
    Headers requestHeaders;
    QString requestBody;
    QString stringToSign;
    Headers responseHeaders;
    QString responseBody;

    /// Why it failed: the error, or the answer's status.
    [[nodiscard]] QString failure() const;

    bool operator==(const Attempt &) const = default;
};

struct AttemptPage
{
    qint64 lastNumber =
        0; ///< Of the newest attempt of all; less than before: the broker began anew.
    QList<Attempt> attempts; ///< Newest first.
};

struct AttemptQuery
{
    QString topic{}; ///< Empty: of all.
    QString subscription{}; ///< Empty: of all.
    qint64 after = 0; ///< Only those with a greater number.
    bool onlyFailed = false;
    int limit = 100; ///< 1 to 1000
};

} // namespace Signalbox::Admin
