// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/store.h"
#include "store/writecontext.h"

#include <set>

/// The commands of the writer: what each one does inside the transaction of its group. A command
/// looks before it writes, so a refused one leaves nothing behind. What each is for stands at the
/// method of Store with its name.
namespace Signalbox {

struct CreateQueueCommand
{
    using Reply = QueueRow;
    QueueRow queue;
    Result<Reply> apply(WriteContext &context);
};

struct SetQueueSettingsCommand
{
    using Reply = QueueRow;
    QueueId queue = 0;
    QueueSettingsPatch settings;
    Result<Reply> apply(WriteContext &context);
};

struct DeleteQueueCommand
{
    using Reply = TrashEntry;
    QueueId queue = 0;
    Result<Reply> apply(WriteContext &context);
};

struct PurgeQueueCommand
{
    using Reply = Store::Purged;
    QueueId queue = 0;
    Result<Reply> apply(WriteContext &context);
};

struct SendCommand
{
    using Reply = std::vector<StoredMessage>;
    QueueId queue = 0;
    std::vector<NewMessage> messages;
    Result<Reply> apply(WriteContext &context);
};

struct ClaimCommand
{
    using Reply = std::vector<MessageRow>;
    ClaimRequest request;
    QByteArray databaseId; ///< For message ids.
    Result<Reply> apply(WriteContext &context);
};

struct PeekCommand
{
    using Reply = std::vector<MessageRow>;
    QueueId queue = 0;
    int count = 1;
    Result<Reply> apply(WriteContext &context);
};

struct DeleteMessagesCommand
{
    using Reply = std::vector<Result<DeletedMessage>>;
    QueueId queue = 0;
    std::vector<MessageKey> keys;
    Result<Reply> apply(WriteContext &context);
};

struct ChangeVisibilityCommand
{
    using Reply = NewLease;
    QueueId queue = 0;
    MessageKey key;
    std::chrono::seconds timeout{0};
    Result<Reply> apply(WriteContext &context);
};

struct GiveBackCommand
{
    using Reply = int; ///< How many leases were still held.
    QueueId queue = 0;
    std::vector<MessageKey> keys;
    Result<Reply> apply(WriteContext &context);
};

struct MoveMessagesCommand
{
    using Reply = MovedMessages;
    QueueId from = 0;
    QueueId to = 0;
    std::vector<MessageSequence> messages;
    Result<Reply> apply(WriteContext &context);
};

struct RetryNowCommand
{
    using Reply = int;
    QueueId queue = 0;
    std::set<MessageSequence> underWay;
    Result<Reply> apply(WriteContext &context);
};

struct RedriveCommand
{
    using Reply = Redriven;
    RedriveRequest request;
    Result<Reply> apply(WriteContext &context);
};

struct UndoRedriveCommand
{
    using Reply = MovedMessages;
    QueueId to = 0;
    MessageSequence first = 0;
    MessageSequence last = 0;
    Result<Reply> apply(WriteContext &context);
};

struct SettleCommand
{
    using Reply = QueueChange;
    QueueId queue = 0;
    Result<Reply> apply(WriteContext &context);
};

struct TrashMessagesCommand
{
    using Reply = TrashEntry;
    QueueId queue = 0;
    std::vector<MessageSequence> messages;
    Result<Reply> apply(WriteContext &context);
};

/// Puts other system properties on a message, which stays what it is otherwise.
struct RelabelCommand
{
    using Reply = std::monostate;
    QueueId queue = 0;
    MessageSequence message = 0;
    QList<MessageProperty> systemProperties;
    Result<Reply> apply(WriteContext &context);
};

struct RestoreTrashCommand
{
    using Reply = Restored;
    QString account;
    qint64 entry = 0;
    QString newName;
    Result<Reply> apply(WriteContext &context);

private:
    [[nodiscard]] Result<Reply> restoreQueue(WriteContext &context, TrashRow &row) const;
    [[nodiscard]] Result<Reply> restoreTopic(WriteContext &context, const TrashEntry &trash) const;
    [[nodiscard]] Result<Reply> restoreSubscription(WriteContext &context,
                                                    const TrashEntry &trash) const;
    [[nodiscard]] const QString &nameFor(const TrashEntry &trash) const
    {
        return newName.isEmpty() ? trash.name : newName;
    }
};

struct StopRestoreCommand
{
    using Reply = TrashEntry;
    QString account;
    qint64 entry = 0;
    Result<Reply> apply(WriteContext &context);
};

struct EmptyTrashCommand
{
    using Reply = int;
    QString account;
    qint64 entry = 0; ///< 0: every entry
    Result<Reply> apply(WriteContext &context);
};

struct CreateTopicCommand
{
    using Reply = TopicRow;
    TopicRow topic;
    Result<Reply> apply(WriteContext &context);
};

struct SetTopicSettingsCommand
{
    using Reply = TopicRow;
    TopicId topic = 0;
    TopicSettingsPatch settings;
    Result<Reply> apply(WriteContext &context);
};

struct DeleteTopicCommand
{
    using Reply = Unsubscribed;
    TopicId topic = 0;
    Result<Reply> apply(WriteContext &context);
};

struct SubscribeCommand
{
    using Reply = NewSubscription;
    SubscriptionRow subscription;
    Result<Reply> apply(WriteContext &context);
};

struct ChangeSubscriptionCommand
{
    using Reply = SubscriptionRow;
    TopicId topic = 0;
    QString name;
    SubscriptionPatch settings;
    std::optional<bool> isPaused;
    Result<Reply> apply(WriteContext &context);
};

struct UnsubscribeCommand
{
    using Reply = Unsubscribed;
    TopicId topic = 0;
    QString name;
    Result<Reply> apply(WriteContext &context);
};

struct PublishCommand
{
    using Reply = Publication;
    TopicId topic = 0;
    PublishedMessage message;
    QByteArray databaseId; ///< For message ids.
    Result<Reply> apply(WriteContext &context);
};

struct ForwardCommand
{
    using Reply = QueueId; ///< Of the queue it is in now.
    QueueId from = 0;
    MessageKey key;
    QString account;
    QueueKind kind = QueueKind::User;
    QString target; ///< Empty for the outbox, which is made when there is none.
    NewMessage message;
    Result<Reply> apply(WriteContext &context);
};

/// Forwards a message and keeps another in the outbox of the same account: both or none.
struct ForwardAndKeepCommand
{
    using Reply = ForwardedAndKept;
    ForwardCommand forward;
    NewMessage kept;
    Result<Reply> apply(WriteContext &context);
};

struct SaveValuesCommand
{
    using Reply = std::monostate;
    QHash<QString, QString> values;
    Result<Reply> apply(WriteContext &context);
};

} // namespace Signalbox
