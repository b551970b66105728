// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/deadletter.h"
#include "protocol/message.h"
#include "protocol/queue.h"
#include "protocol/searchquery.h"
#include "protocol/topic.h"

#include <QString>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

/// The values that go into the store and come out of it. All times are Unix milliseconds by the
/// broker's clock unless said otherwise.
namespace Signalbox {

using QueueId = qint64; ///< Internal; a name points to one, and a purge gives the name a fresh one.
using MessageSequence =
    qint64; ///< Row id of a message; rises with arrival, whatever the clock does.

inline constexpr qint64 kNever = std::numeric_limits<qint64>::max();

enum class Durability {
    Full, ///< On disk before the reply: survives a power cut.
    Normal ///< With the operating system before the reply: survives a killed process, not a power
           ///< cut.
};

enum class QueueKind {
    User = 0,
    Delivery = 1, ///< Of a subscription; hidden.
    Outbox = 2 ///< What left as mail, SMS or the like, one queue an account; hidden.
};

enum class MessageState { Ready = 0, Delayed = 1, Leased = 2, Blocked = 3 };

struct QueueRow
{
    QueueId id = 0;
    QString account;
    QString name;
    QueueKind kind = QueueKind::User;
    QueueSettings settings;
    qint64 createdAtMs = 0;
    qint64 modifiedAtMs = 0;
    QueueCounts counts;
    qint64 bodyBytes = 0;
    qint64 nextDueMs = kNever; ///< No delayed or leased message falls due before this.
    qint64 nextExpiryMs = kNever; ///< No message outlives the retention before this.

    bool operator==(const QueueRow &) const = default;
};

/// How many messages one receiver holds, or held.
struct Holding
{
    QString holder; ///< As MessageRow::holder.
    int messages = 0;
};

/// A copy of a published message that nobody got in time.
struct ExpiredCopy
{
    QByteArray messageId; ///< Of the published message.
    int receives = 0; ///< How often its push was tried.
    bool isDeadLettered = false; ///< It is in the dead-letter queue now; else gone.
};

/// What left a delivery queue, since it waited longer than a topic keeps a message.
struct ExpiredCopies
{
    static constexpr int kMaxTold = 100; ///< In one group.

    int messages = 0;
    int deadLettered = 0; ///< Of these; the others are gone.
    QueueId deadLetterQueue = 0; ///< Where they are.
    QueueId outbox = 0; ///< Where all are kept as failed, if any are.
    std::vector<ExpiredCopy> told; ///< The first of them.

    void note(ExpiredCopy copy)
    {
        if (told.size() < kMaxTold)
            told.push_back(std::move(copy));
    }
};

/// What a group commit changed about one queue.
struct QueueChange
{
    QueueId id = 0;
    QueueCounts counts;
    qint64 bodyBytes = 0;
    qint64 nextDueMs = kNever;
    qint64 nextExpiryMs = kNever;
    int madeVisible = 0; ///< Messages that became ready in this group and are ready still.
    std::vector<Holding> endedLeases; ///< That ran out in this group.
    ExpiredCopies expired; ///< Told only of a delivery queue.
};

/// What a message in a delivery queue remembers of its publish.
struct PublishOrigin
{
    QByteArray messageId; ///< Of the published message: 32 upper-case hexadecimal digits.
    qint64 publishedAtMs = 0;
    QString tag; ///< Empty: none.
    QList<MessageAttribute> attributes;

    bool operator==(const PublishOrigin &) const = default;
};

using BodyId = qint64; ///< Of a body that several messages share.

struct NewMessage
{
    OutgoingMessage content;
    QByteArray bodyMd5; ///< 16 raw bytes
    std::chrono::seconds delay{0}; ///< Effective: the message's own or its queue's.
    std::optional<PublishOrigin> origin; ///< Of copies that wait for a push.
    std::optional<DeadLetterOrigin> deadLetter; ///< Of what a push gave up.
    BodyId sharedBody = 0; ///< Where the body is already; 0: it is stored with the message.
};

/// One delivery of a message, and the state of it that a receipt handle names.
struct MessageKey
{
    MessageSequence sequence = 0;
    int leaseNo = 0;

    bool operator==(const MessageKey &) const = default;
};

struct StoredMessage
{
    MessageKey key;
    qint64 enqueuedAtMs = 0;
    bool delayed = false;
};

/// A message with everything the store keeps of it.
struct MessageRow
{
    MessageKey key;
    QueueId queue = 0;
    MessageState state = MessageState::Ready;
    int priority = Limits::kDefaultPriority;
    qint64 visibleAtMs = 0;
    qint64 enqueuedAtMs = 0;
    qint64 firstReceivedAtMs = 0; ///< 0 while never received
    int receiveCount = 0;
    QString holder; ///< Address and agent of who leased it last; empty while never received.
    QString groupId;
    QByteArray body;
    QByteArray bodyMd5; ///< 16 raw bytes
    qint64 bodyBytes = 0; ///< Also set where the body itself was not read.
    QList<MessageProperty> userProperties;
    QList<MessageProperty> systemProperties;
    std::optional<PublishOrigin> origin; ///< Of messages in a delivery queue, or from there.
    std::optional<DeadLetterOrigin> deadLetter; ///< Of dead letters, and of those moved back.
};

/// What a message that a receiver deleted had been through.
struct DeletedMessage
{
    qint64 enqueuedAtMs = 0;
    int receiveCount = 0;
};

/// What became of messages that were to move.
struct MovedMessages
{
    int moved = 0;
    int held = 0; ///< In flight: they stayed, so that their receivers can finish.
};

/// Where a message went, and where a copy of it is kept.
struct ForwardedAndKept
{
    QueueId target = 0;
    QueueId outbox = 0;
};

/// A place in a listing of messages: behind this one comes the next page.
struct BrowseCursor
{
    qint64 timeMs = 0; ///< Enqueue time; in the order NextVisible the time it becomes visible.
    MessageSequence sequence = 0;

    bool operator==(const BrowseCursor &) const = default;
};

/// Dead letters to move back to where they were.
struct RedriveRequest
{
    QueueId from = 0;
    std::vector<MessageSequence> messages; ///< Empty: all, a bounded number each time.
    std::optional<QString> target; ///< Name of another queue for all of them; absent: their origin.
    std::optional<BrowseCursor> after; ///< With all: where the step before ended.
};

/// What became of dead letters that were to move back.
struct Redriven
{
    int moved = 0;
    int held = 0; ///< In flight: they stayed, so that their receivers can finish.
    int homeless = 0; ///< They stayed: their origin is not known, or not there any more.
    MessageSequence first = 0; ///< They got these numbers, in one row; 0 without any.
    MessageSequence last = 0;
    std::optional<BrowseCursor> next; ///< With all: where to go on; absent at the end.
};

struct NewLease
{
    MessageKey key;
    qint64 visibleAtMs = 0;
};

/// What to claim, and for whom.
struct ClaimRequest
{
    QueueId queue = 0;
    int count = 1;
    std::chrono::seconds visibilityTimeout{30};
    QString holder;
    bool followsGroups = true; ///< Of a FIFO queue: several messages of one group, where they fit.
};

enum class TrashKind { Queue, Purge, Messages, Topic, Subscription };

/// Something deleted that can still be brought back. Times here are by the system clock: undo is
/// for people.
struct TrashEntry
{
    qint64 id = 0;
    TrashKind kind = TrashKind::Queue;
    QString account;
    QString name; ///< That the queue, topic or subscription had.
    QString topic; ///< Of a subscription: the name of its topic.
    qint64 what =
        0; ///< Id of the hidden queue that holds the messages, or of topic or subscription.
    qint64 messages = 0;
    qint64 bodyBytes = 0;
    qint64 deletedAtMs = 0;
    qint64 expiresAtMs = 0;
    bool restoring = false; ///< Its messages are moving back; the count falls as they do.
};

/// One page of a queue's messages in every state, without touching them.
struct BrowseQuery
{
    enum class Order { NewestFirst, OldestFirst, NextVisible };

    QueueId queue = 0;
    std::optional<MessageState> state; ///< For NextVisible: Delayed or Leased, required.
    Order order = Order::NewestFirst;
    int limit = 100;
    bool withBodies = true;
    std::optional<BrowseCursor> after; ///< Absent: from the start.
    std::optional<SearchQuery> search; ///< Only messages that MessageSearch finds; absent: all.
};

/// How a redrive of all dead letters goes through them.
constexpr BrowseQuery::Order kRedriveOrder = BrowseQuery::Order::OldestFirst;

struct BrowsePage
{
    std::vector<MessageRow> messages;
    /// Where to go on; absent at the end. A page that ran out of time may hold fewer messages than
    /// asked for, and go on.
    std::optional<BrowseCursor> next;
    qint64 scanned = 0; ///< Messages looked at.
};

/// How one group commit went.
struct CommitStats
{
    qint64 number = 0;
    int commands = 0;
    std::chrono::microseconds duration{0}; ///< BEGIN to the end of COMMIT
};

struct StoreHealth
{
    bool writable = true;
    QString reason; ///< Why writes are refused, for people; empty while writable.
    qint64 sinceMs = 0; ///< System time of the change.
    int attempts = 0; ///< Failed attempts to open it again so far.
};

} // namespace Signalbox
