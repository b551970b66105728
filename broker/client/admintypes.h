// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/message.h"
#include "protocol/queue.h"
#include "protocol/signaturemismatch.h"
#include "protocol/topic.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <utility>

/// What the admin API of a Signalbox broker tells, as plain values. Times are Unix milliseconds;
/// those of messages by the broker's clock, all others by the system's.
namespace Signalbox::Admin {

enum class MessageState { Ready, Delayed, Leased, Blocked };

struct ClockState
{
    qint64 nowMs = 0; ///< Broker time.
    qint64 systemMs = 0;
    bool frozen = false;
    qint64 offsetMs = 0; ///< Broker time minus system time.

    bool operator==(const ClockState &) const = default;
};

/// An access key that was refused in the last ten minutes.
struct RefusedKey
{
    QString accessKeyId;
    qint64 refusals = 0;
    QString lastCode; ///< Error code of the last one.
    qint64 lastAtMs = 0; ///< When that was, by the system.

    bool operator==(const RefusedKey &) const = default;
};

struct Status
{
    QString product; ///< "signalbox"
    QString version;
    QString qtVersion;
    bool writesStopped = false;
    QString reason; ///< Why writes are refused, for people; empty while they are not.
    qint64 sinceMs = 0; ///< When writes stopped; 0 while they have not.
    qint64 startedAtMs = 0;
    qint64 uptimeMs = 0;
    QString account;
    QString endpoint; ///< As clients reach it, for example http://127.0.0.1:9324
    QString durability; ///< "full" or "normal"
    QString dataDirectory;
    std::optional<qint64> trashTimeMs; ///< How long what is deleted can be restored; 0: not at all.
    ClockState clock;
    int queues = 0;
    QueueCounts messages;
    qint64 bodyBytes = 0;
    int connections = 0;
    int waiters = 0; ///< Long polls that wait now.
    qint64 commitNumber = 0;
    double commitP50Ms = 0;
    double commitP95Ms = 0;
    double commitP99Ms = 0;
    qint64 requestsTotal = 0;
    qint64 diskFreeBytes = 0;
    qint64 diskTotalBytes = 0; ///< 0: not known.
    QList<RefusedKey> refusedKeys; ///< The most refused first.
    QString mailRelay; ///< Empty: mail is only kept.
    QString smsGateway; ///< Empty: SMS are only kept.
    QStringList capabilities; ///< Of "browse", "trash", "clock", "requests", "metrics".

    bool operator==(const Status &) const = default;
};

/// Samples at a fixed interval, oldest first; NaN where there was none.
using Series = QList<double>;

/// The broker as a whole, one sample a second, at most an hour back.
struct BrokerHistory
{
    qint64 endMs = 0; ///< When the last sample was taken.
    qint64 intervalMs = 1000;
    Series sent; ///< Messages per second, as the two below.
    Series received;
    Series deleted;
    Series requests; ///< Per second.
    Series errors; ///< Refused requests per second.
    Series published; ///< Messages per second that topics took.
    Series pushed; ///< Tries per second that reached a subscriber.
    Series pushFailed; ///< Tries per second that did not.
    Series pushRetried; ///< Of both, those after a message's first.
    Series ready; ///< Messages, as the two below.
    Series leased;
    Series delayed;
    Series commitP50Ms;
    Series commitP95Ms;
    Series commitP99Ms;
};

/// The series of a broker's history, by their names in the admin API.
inline constexpr std::array<std::pair<const char *, Series BrokerHistory::*>, 15> kBrokerSeries{{
    {"sent", &BrokerHistory::sent},
    {"received", &BrokerHistory::received},
    {"deleted", &BrokerHistory::deleted},
    {"requests", &BrokerHistory::requests},
    {"errors", &BrokerHistory::errors},
    {"published", &BrokerHistory::published},
    {"pushed", &BrokerHistory::pushed},
    {"pushFailed", &BrokerHistory::pushFailed},
    {"pushRetried", &BrokerHistory::pushRetried},
    {"ready", &BrokerHistory::ready},
    {"leased", &BrokerHistory::leased},
    {"delayed", &BrokerHistory::delayed},
    {"commitP50Ms", &BrokerHistory::commitP50Ms},
    {"commitP95Ms", &BrokerHistory::commitP95Ms},
    {"commitP99Ms", &BrokerHistory::commitP99Ms},
}};

/// One queue at one resolution.
struct QueueSamples
{
    qint64 intervalMs = 1000;
    Series sent; ///< Messages per interval, as the two below.
    Series received;
    Series deleted;
    Series ready; ///< Messages at the end of the interval, as the two below.
    Series leased;
    Series delayed;
    Series toReceiveP50Ms; ///< From sent to first received, of those received in the interval.
    Series toReceiveP95Ms;
    Series toReceiveP99Ms;
    Series toDeleteP50Ms; ///< From sent to deleted, of those deleted in the interval.
    Series toDeleteP95Ms;
    Series toDeleteP99Ms;
    Series receivesPerDeleted; ///< Mean receives of the messages deleted in the interval.
};

struct QueueHistory
{
    qint64 endMs = 0; ///< When the last samples were taken.
    QueueSamples seconds; ///< 60 samples, one a second.
    QueueSamples minutes; ///< 60 samples, one a minute.
};

/// A queue with what a list of queues shows of it.
struct QueueRow
{
    QString name;
    QueueSettings settings;
    qint64 createdAtMs = 0;
    qint64 modifiedAtMs = 0;
    QueueCounts counts;
    qint64 bodyBytes = 0;
    std::optional<qint64> oldestReadyMs; ///< Enqueue time of the oldest ready message.
    std::optional<qint64> nextDueMs; ///< When the next delayed or leased message becomes ready.
    double inPerS = 0; ///< Messages sent per second of late, as the two below.
    double outPerS = 0;
    double deletedPerS = 0;
    std::optional<qint64> lastReceiveMs; ///< Broker time of the last receive that gave messages.
    int waiters = 0; ///< Long polls that wait now.
    QList<double>
        spark; ///< Backlog over the last hour, 40 samples, oldest first; 0 before it was there.

    bool operator==(const QueueRow &) const = default;
};

/// Rows of queues that changed since a cursor.
struct QueueChanges
{
    QString cursor; ///< For the next call.
    bool complete = true; ///< False: call again with the cursor for the rest.
    QList<QueueRow> queues; ///< By name, ascending.
    QStringList removed; ///< Names that went; never filled by a first call.
    /// The answer starts anew, as a first call's does: forget every queue that it does not give.
    bool reset = false;
};

/// A client that receives from a queue.
struct Receiver
{
    QString address;
    QString agent; ///< As its requests name it; empty when they do not.
    int holds = 0; ///< Messages in flight that it received.
    int waiters = 0; ///< Long polls of it that wait now.
    qint64 received = 0; ///< Messages, as the two below, since it was first seen.
    qint64 deleted = 0;
    qint64 extended = 0;
    qint64 expired = 0; ///< Leases it let run out, since it was first seen.
    double receivedPerS = 0; ///< Of late, as the one below.
    double deletedPerS = 0;
    std::optional<qint64> lastSeenMs; ///< Absent: it holds messages and was not seen of late.

    bool operator==(const Receiver &) const = default;
};

struct ReceiverList
{
    QList<Receiver> receivers; ///< The one seen last first.
    bool complete = true; ///< False: more is in flight than was counted.
};

/// Where a dead letter was before, and why it is there no more.
struct DeadLetter
{
    QString queue; ///< Empty of a subscription's.
    QString topic; ///< With subscription: whose endpoint did not take it.
    QString subscription;
    QByteArray messageId; ///< Of the message there; empty of one that was no dead letter.
    qint64 atMs = 0; ///< Broker time.
    int tries = 0; ///< Receives, or attempts to push.
    QString lastFailure; ///< Of the last attempt to push.
    QString
        redrivenFrom; ///< The dead-letter queue it was moved back from; empty while it is there.

    bool operator==(const DeadLetter &) const = default;
};

/// A message as browsing shows it, without touching it.
struct Message
{
    QByteArray messageId; ///< 32 upper-case hexadecimal digits
    MessageState state = MessageState::Ready;
    int priority = Limits::kDefaultPriority;
    QByteArray body; ///< Empty when browsed without bodies.
    QByteArray bodyMd5;
    qint64 bodyBytes = 0; ///< Also set where the body itself was not asked for.
    qint64 enqueueTimeMs = 0;
    std::optional<qint64> firstDequeueTimeMs; ///< Absent while never received.
    std::optional<qint64> nextVisibleTimeMs; ///< Of delayed and leased messages.
    int dequeueCount = 0;
    QString holder; ///< Address and agent of who leased it last; empty while never received.
    QString groupId;
    QList<MessageProperty> userProperties;
    QList<MessageProperty> systemProperties;
    QList<MessageAttribute> attributes; ///< Of what a topic sent to mail addresses and the like.
    std::optional<DeadLetter> deadLetter;

    bool operator==(const Message &) const = default;
};

/// Which messages of a queue to show.
struct BrowseQuery
{
    enum class Order { Newest, Oldest, NextVisible };

    std::optional<MessageState> state; ///< Absent: every state. Required for NextVisible.
    Order order = Order::Newest;
    int limit = 100; ///< 1 to 1000
    QString cursor; ///< From the page before; empty for the first.
    bool bodies = true;
    /// Only messages with this text: in the body (also behind Base64), a property or the group, or
    /// as the end of the id. A page may then hold few or none and still not be the last.
    QString search;
};

struct BrowsePage
{
    QList<Message> messages;
    QString cursor; ///< For BrowseQuery::cursor.
    bool complete = true; ///< False: there is more behind the cursor.
    qint64 scanned = 0; ///< Messages that were looked at.
};

/// What became of messages that were to move to another queue.
struct MovedMessages
{
    int moved = 0;
    int inFlight = 0; ///< These stayed, so that their receivers can finish.

    bool operator==(const MovedMessages &) const = default;
};

/// One step of moving dead letters back.
struct Redriven
{
    int moved = 0;
    int inFlight = 0; ///< These stayed, so that their receivers can finish.
    int withoutOrigin = 0; ///< These stayed: where they were is not known, or not there any more.
    QByteArray firstId; ///< The new ids of what moved, for the undo; empty when nothing did.
    QByteArray lastId;
    QString cursor; ///< For the next step.
    bool complete = true; ///< False: call again with the cursor for the rest.

    bool operator==(const Redriven &) const = default;
};

/// Something deleted that can still be brought back.
struct TrashEntry
{
    enum class Kind { Queue, Purge, Messages, Topic, Subscription };

    qint64 id = 0;
    Kind kind = Kind::Queue;
    QString name; ///< Of the queue, topic or subscription.
    QString topicName; ///< Of a subscription.
    qint64 messages = 0;
    qint64 bodyBytes = 0;
    qint64 deletedAtMs = 0;
    qint64 expiresAtMs = 0;
    bool restoring = false; ///< Its messages are moving back; the count falls as they do.

    bool operator==(const TrashEntry &) const = default;
};

/// What came back from the trash, or comes back bit by bit.
struct Restored
{
    TrashEntry::Kind kind = TrashEntry::Kind::Queue; ///< Queue, Topic or Subscription.
    QString name; ///< That it has now.
    QString topicName; ///< Of a subscription.

    bool operator==(const Restored &) const = default;
};

/// One of the last requests the broker answered.
struct RequestRecord
{
    qint64 id = 0; ///< Rises with every request.
    qint64 timeMs = 0;
    QString operation;
    QString method;
    QString resource; ///< Path and query as received.
    QString accessKeyId;
    QString address; ///< Peer without port.
    QString agent; ///< User-Agent, shortened.
    int status = 0;
    QString code; ///< Error code as it travelled; empty when not refused.
    QString message; ///< Error text; empty when not refused.
    QString stringToSign; ///< What the broker signed; only of a SignatureDoesNotMatch.
    SigningMistake signingMistake = SigningMistake::Unknown;
    QString clientStringToSign; ///< What the client signed, found by trying; empty when not found.
    int variantsTried = 0; ///< Mistakes made in looking for the client's.
    qint64 durationUs = 0;
    QString requestId;

    bool operator==(const RequestRecord &) const = default;
};

struct RequestLog
{
    QList<RequestRecord> requests; ///< Newest first.
    qint64 lastId = 0; ///< Newest id of all, for the next call's after.
};

} // namespace Signalbox::Admin
