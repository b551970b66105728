// SPDX-License-Identifier: GPL-3.0-only
#include "store/commands.h"
#include "store/store.h"
#include "store/writer.h"

#include <QThread>

// What the writer does: each call is one command of its next group.

namespace Signalbox {

template <typename Command>
void Store::submit(Command command, Done<typename Command::Reply> done)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_writer->submit(std::make_unique<CommandJob<Command>>(std::move(command), std::move(done)));
}

void Store::createQueue(const QueueRow &queue, Done<QueueRow> done)
{
    submit(CreateQueueCommand{queue}, std::move(done));
}

void Store::setQueueSettings(QueueId queue, const QueueSettingsPatch &settings, Done<QueueRow> done)
{
    submit(SetQueueSettingsCommand{queue, settings}, std::move(done));
}

void Store::deleteQueue(QueueId queue, Done<TrashEntry> done)
{
    submit(DeleteQueueCommand{queue}, std::move(done));
}

void Store::purgeQueue(QueueId queue, Done<Purged> done)
{
    submit(PurgeQueueCommand{queue}, std::move(done));
}

void Store::send(QueueId queue, std::vector<NewMessage> messages,
                 Done<std::vector<StoredMessage>> done)
{
    submit(SendCommand{queue, std::move(messages)}, std::move(done));
}

void Store::claim(const ClaimRequest &request, Done<std::vector<MessageRow>> done)
{
    submit(ClaimCommand{request, m_databaseId}, std::move(done));
}

void Store::peek(QueueId queue, int count, Done<std::vector<MessageRow>> done)
{
    submit(PeekCommand{queue, count}, std::move(done));
}

void Store::deleteMessages(QueueId queue, std::vector<MessageKey> keys,
                           Done<std::vector<Result<DeletedMessage>>> done)
{
    submit(DeleteMessagesCommand{queue, std::move(keys)}, std::move(done));
}

void Store::changeVisibility(QueueId queue, MessageKey key, std::chrono::seconds timeout,
                             Done<NewLease> done)
{
    submit(ChangeVisibilityCommand{queue, key, timeout}, std::move(done));
}

void Store::giveBack(QueueId queue, std::vector<MessageKey> keys)
{
    submit(GiveBackCommand{queue, std::move(keys)}, Done<int>());
}

void Store::moveMessages(QueueId from, QueueId to, std::vector<MessageSequence> messages,
                         Done<MovedMessages> done)
{
    submit(MoveMessagesCommand{from, to, std::move(messages)}, std::move(done));
}

void Store::retryNow(QueueId queue, std::set<MessageSequence> underWay, Done<int> done)
{
    submit(RetryNowCommand{queue, std::move(underWay)}, std::move(done));
}

void Store::redrive(const RedriveRequest &request, Done<Redriven> done)
{
    submit(RedriveCommand{request}, std::move(done));
}

void Store::undoRedrive(QueueId to, MessageSequence first, MessageSequence last,
                        Done<MovedMessages> done)
{
    submit(UndoRedriveCommand{to, first, last}, std::move(done));
}

void Store::settle(QueueId queue, Done<QueueChange> done)
{
    submit(SettleCommand{queue}, std::move(done));
}

void Store::trashMessages(QueueId queue, std::vector<MessageSequence> messages,
                          Done<TrashEntry> done)
{
    submit(TrashMessagesCommand{queue, std::move(messages)}, std::move(done));
}

void Store::relabel(QueueId queue, MessageSequence message, QList<MessageProperty> systemProperties,
                    Done<std::monostate> done)
{
    submit(RelabelCommand{queue, message, std::move(systemProperties)}, std::move(done));
}

void Store::restoreTrash(const QString &account, qint64 entry, const QString &newName,
                         Done<Restored> done)
{
    submit(RestoreTrashCommand{account, entry, newName}, std::move(done));
}

void Store::stopRestore(const QString &account, qint64 entry, Done<TrashEntry> done)
{
    submit(StopRestoreCommand{account, entry}, std::move(done));
}

void Store::emptyTrash(const QString &account, qint64 entry, Done<int> done)
{
    submit(EmptyTrashCommand{account, entry}, std::move(done));
}

void Store::createTopic(const TopicRow &topic, Done<TopicRow> done)
{
    submit(CreateTopicCommand{topic}, std::move(done));
}

void Store::setTopicSettings(TopicId topic, const TopicSettingsPatch &settings, Done<TopicRow> done)
{
    submit(SetTopicSettingsCommand{topic, settings}, std::move(done));
}

void Store::deleteTopic(TopicId topic, Done<Unsubscribed> done)
{
    submit(DeleteTopicCommand{topic}, std::move(done));
}

void Store::subscribe(const SubscriptionRow &subscription, Done<NewSubscription> done)
{
    submit(SubscribeCommand{subscription}, std::move(done));
}

void Store::setSubscriptionSettings(TopicId topic, const QString &name,
                                    const SubscriptionPatch &settings, Done<SubscriptionRow> done)
{
    submit(ChangeSubscriptionCommand{topic, name, settings, {}}, std::move(done));
}

void Store::setPaused(TopicId topic, const QString &name, bool paused, Done<SubscriptionRow> done)
{
    submit(ChangeSubscriptionCommand{topic, name, {}, paused}, std::move(done));
}

void Store::unsubscribe(TopicId topic, const QString &name, Done<Unsubscribed> done)
{
    submit(UnsubscribeCommand{topic, name}, std::move(done));
}

void Store::publish(TopicId topic, const PublishedMessage &message, Done<Publication> done)
{
    submit(PublishCommand{topic, message, m_databaseId}, std::move(done));
}

void Store::forward(QueueId from, MessageKey key, const QString &account, const QString &target,
                    const NewMessage &message, Done<QueueId> done)
{
    submit(ForwardCommand{from, key, account, QueueKind::User, target, message}, std::move(done));
}

void Store::forwardToOutbox(QueueId from, MessageKey key, const QString &account,
                            const NewMessage &message, Done<QueueId> done)
{
    submit(ForwardCommand{from, key, account, QueueKind::Outbox, {}, message}, std::move(done));
}

void Store::forwardAndKeep(QueueId from, MessageKey key, const QString &account,
                           const QString &target, const NewMessage &message, const NewMessage &kept,
                           Done<ForwardedAndKept> done)
{
    submit(ForwardAndKeepCommand{{from, key, account, QueueKind::User, target, message}, kept},
           std::move(done));
}

void Store::saveValues(const QHash<QString, QString> &values, Done<void> done)
{
    submit(SaveValuesCommand{values},
           [this, values, done = std::move(done)](const Result<std::monostate> &saved) {
               if (!saved)
                   return done(saved.error());
               m_values.insert(values);
               done({});
           });
}

} // namespace Signalbox
