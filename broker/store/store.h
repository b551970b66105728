// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/brokerclock.h"
#include "core/channel.h"
#include "core/directorylock.h"
#include "core/mailbox.h"
#include "core/result.h"
#include "store/rows.h"
#include "store/topicrows.h"

#include <QHash>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace Signalbox {

class PageReader;
class SqlDialect;
class Writer;
struct WriterReport;

/// Completion of a command or read. Runs once, in the thread of the Store, after the commit that
/// makes its value true.
template <typename T>
using Done = std::function<void(Result<T>)>;

struct StoreOptions
{
    QString directory;
    Durability durability = Durability::Full;
    std::chrono::milliseconds trashTime = std::chrono::minutes(10);
    qint64 trashBytes = qint64(1) << 30;
    /// After writes had to stop, how long until the database is opened again; doubles with each
    /// failed attempt up to the longest.
    std::chrono::milliseconds reopenPause = std::chrono::seconds(1);
    std::chrono::milliseconds longestReopenPause = std::chrono::seconds(30);
    std::function<qint64()> systemTime = systemTimeMs;
    /// Makes a connection to the database; one for the writer, one for the reader. Default: SQLite
    /// in the directory.
    std::function<std::unique_ptr<SqlDialect>()> makeDialect;
};

/// The durable state of the broker: commands in, one completion each.
///
/// Lives in the engine's thread and owns two threads: the writer, which runs all commands that wait
/// in one transaction (group commit), and a reader for pages. A refused command (QueueNotExist,
/// ReceiptHandleError, …) does not disturb its group; a failed commit fails the whole group with
/// InternalError, and everything after it until the store has reopened by itself.
class Store : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Store)

public:
    Store(StoreOptions options, BrokerClock &clock, QObject *parent = nullptr);
    ~Store() override;

    /// Locks the directory, opens or creates the database, brings its schema up to date and
    /// restores the clock. Blocks. Errors: InternalError with a sentence for people, naming the
    /// holder when another process has the directory.
    [[nodiscard]] Result<void> open();
    /// Commits what waits and closes. Blocks; completions of what was committed run before it
    /// returns.
    void close();

    /// Everything named, delivery queues too, as of open(), then as of each reloaded().
    [[nodiscard]] const StoreContents &contents() const { return m_contents; }
    [[nodiscard]] const std::vector<QueueRow> &queues() const { return m_contents.queues; }
    [[nodiscard]] const StoreHealth &health() const { return m_health; }
    /// 8 bytes that tell this database from others, the first half of its message ids.
    [[nodiscard]] QByteArray databaseId() const { return m_databaseId; }
    /// 16 secret bytes of this database, for receipt handles.
    [[nodiscard]] QByteArray handleKey() const { return m_handleKey; }

    // --- Queues
    // -----------------------------------------------------------------------------------------------------
    /// Errors: QueueAlreadyExist.
    void createQueue(const QueueRow &queue, Done<QueueRow> done);
    /// Replaces what \a settings hold, whatever others replaced meanwhile. Errors: QueueNotExist.
    void setQueueSettings(QueueId queue, const QueueSettingsPatch &settings, Done<QueueRow> done);
    /// Takes queue and messages out as a trash entry; the same time for ten messages or ten
    /// million. Errors: QueueNotExist.
    void deleteQueue(QueueId queue, Done<TrashEntry> done);

    struct Purged
    {
        QueueRow fresh; ///< Under the same name, empty.
        TrashEntry trash;
    };
    /// Gives the name a fresh, empty queue; the old one becomes a trash entry. Errors:
    /// QueueNotExist.
    void purgeQueue(QueueId queue, Done<Purged> done);

    // --- Messages
    // ---------------------------------------------------------------------------------------------------
    /// All or none. Errors: QueueNotExist.
    void send(QueueId queue, std::vector<NewMessage> messages,
              Done<std::vector<StoredMessage>> done);
    /// Leases up to count ready messages, by priority, then arrival; an empty list when there are
    /// none. Errors: QueueNotExist.
    void claim(const ClaimRequest &request, Done<std::vector<MessageRow>> done);
    /// Up to \a count ready messages as claim() would give them, untouched. Errors: QueueNotExist.
    void peek(QueueId queue, int count, Done<std::vector<MessageRow>> done);
    /// One result per key, in order; ReceiptHandleError (superseded or lapsed), MessageNotExist
    /// (gone). Errors: QueueNotExist.
    void deleteMessages(QueueId queue, std::vector<MessageKey> keys,
                        Done<std::vector<Result<DeletedMessage>>> done);
    /// A new lease or delay from now; 0 makes it ready now. Errors: QueueNotExist,
    /// ReceiptHandleError, MessageNotExist.
    void changeVisibility(QueueId queue, MessageKey key, std::chrono::seconds timeout,
                          Done<NewLease> done);
    /// Gives leases back that never reached their receiver: ready again, the receive not counted.
    /// Skips what is no longer held.
    void giveBack(QueueId queue, std::vector<MessageKey> keys);
    /// Moves messages of \a from to \a to, state and all, except those in flight. Errors:
    /// QueueNotExist, MessageNotExist when none is there.
    void moveMessages(QueueId from, QueueId to, std::vector<MessageSequence> messages,
                      Done<MovedMessages> done);
    /// Makes what waits in \a queue for its next try ready at once, but those \a underWay, and no
    /// more than Limits::kMaxRedriven. Gives how many. Errors: QueueNotExist.
    void retryNow(QueueId queue, std::set<MessageSequence> underWay, Done<int> done);
    /// Moves dead letters back to where they were, or to another queue, as messages that were never
    /// received; no more than Limits::kMaxRedriven at a time, all or none. Errors: QueueNotExist.
    void redrive(const RedriveRequest &request, Done<Redriven> done);
    /// Moves those of \a first to \a last back to the dead-letter queue \a to that a redrive took
    /// from there and nobody received since. Errors: QueueNotExist.
    void undoRedrive(QueueId to, MessageSequence first, MessageSequence last,
                     Done<MovedMessages> done);
    /// Makes what has fallen due in \a queue ready and drops what has expired, up to a bound, so
    /// that its counts are right.
    void settle(QueueId queue, Done<QueueChange> done);

    // --- Topics
    // ------------------------------------------------------------------------------------------------------
    /// Errors: TopicAlreadyExist.
    void createTopic(const TopicRow &topic, Done<TopicRow> done);
    /// As setQueueSettings(). Errors: TopicNotExist.
    void setTopicSettings(TopicId topic, const TopicSettingsPatch &settings, Done<TopicRow> done);
    /// Takes it out as a trash entry, with its subscriptions and what waits for them, in the same
    /// time however much that is. Errors: TopicNotExist.
    void deleteTopic(TopicId topic, Done<Unsubscribed> done);
    /// Errors: TopicNotExist, SubscriptionAlreadyExist, InvalidArgument (too many).
    void subscribe(const SubscriptionRow &subscription, Done<NewSubscription> done);
    /// As setQueueSettings(). Errors: TopicNotExist, SubscriptionNotExist.
    void setSubscriptionSettings(TopicId topic, const QString &name,
                                 const SubscriptionPatch &settings, Done<SubscriptionRow> done);
    /// Errors: TopicNotExist, SubscriptionNotExist.
    void setPaused(TopicId topic, const QString &name, bool paused, Done<SubscriptionRow> done);
    /// The same with one subscription. Errors: TopicNotExist, SubscriptionNotExist.
    void unsubscribe(TopicId topic, const QString &name, Done<Unsubscribed> done);
    /// Puts a copy into the queue of every subscription whose filter it passes: the subscriber's
    /// own where it is a queue that can take it now, else the delivery queue. All or none.
    /// Errors: TopicNotExist.
    void publish(TopicId topic, const PublishedMessage &message, Done<Publication> done);
    /// Puts \a message into the queue \a target of \a account in place of the one that \a key
    /// holds in \a from. Errors: QueueNotExist (either queue), ReceiptHandleError.
    void forward(QueueId from, MessageKey key, const QString &account, const QString &target,
                 const NewMessage &message, Done<QueueId> done);
    /// The same into the account's outbox, which is made when there is none.
    void forwardToOutbox(QueueId from, MessageKey key, const QString &account,
                         const NewMessage &message, Done<QueueId> done);
    /// As forward(), and in the same transaction \a kept into the account's outbox.
    void forwardAndKeep(QueueId from, MessageKey key, const QString &account, const QString &target,
                        const NewMessage &message, const NewMessage &kept,
                        Done<ForwardedAndKept> done);

    // --- Trash
    // ------------------------------------------------------------------------------------------------------
    /// Moves messages of \a queue (any state) into one trash entry. Errors: QueueNotExist,
    /// MessageNotExist when none is there.
    void trashMessages(QueueId queue, std::vector<MessageSequence> messages, Done<TrashEntry> done);
    /// Puts other system properties on a message. Errors: QueueNotExist, MessageNotExist.
    void relabel(QueueId queue, MessageSequence message, QList<MessageProperty> systemProperties,
                 Done<std::monostate> done);
    /// Brings an entry back: a deleted queue, topic or subscription gets its name again (or
    /// \a newName), purged or deleted messages move back in small steps. Completes when the move
    /// has begun; TrashEntry::restoring tells of its progress. Errors: NotFound; Conflict when the
    /// name is in use and \a newName is empty or in use as well, or the topic of a subscription is
    /// gone; those of a name that cannot be.
    void restoreTrash(const QString &account, qint64 entry, const QString &newName,
                      Done<Restored> done);
    /// Ends the moving back of an entry: what is back stays, the rest waits in the trash for its
    /// full time again and is returned. Errors: NotFound when none of it is moving (any more).
    void stopRestore(const QString &account, qint64 entry, Done<TrashEntry> done);
    /// Gives up one entry, or all with 0. Returns how many.
    void emptyTrash(const QString &account, qint64 entry, Done<int> done);
    void trash(const QString &account, Done<std::vector<TrashEntry>> done);

    // --- Pages, by the reader; work while writes are refused
    // ----------------------------------------------------------
    void browse(const BrowseQuery &query, Done<BrowsePage> done);
    /// Who holds messages of \a queue in flight, looking at no more than \a limit of them.
    void holders(QueueId queue, int limit, Done<std::vector<Holding>> done);
    /// One message in full. Errors: MessageNotExist.
    void message(QueueId queue, MessageSequence sequence, Done<MessageRow> done);
    /// Those of \a sequences that are in \a queue, in their order, without bodies.
    void messages(QueueId queue, std::vector<MessageSequence> sequences, Done<BrowsePage> done);
    /// Enqueue time of the oldest ready message of each queue given; 0 where there is none.
    void oldestReady(std::vector<QueueId> queues, Done<std::vector<qint64>> done);

    // --- Settings
    // ---------------------------------------------------------------------------------------------------
    /// Keeps how the clock stands now, and looks at once for what has fallen due.
    void saveClock(Done<void> done);
    /// Small named values, such as the account's LoggingBucket.
    void saveValue(const QString &key, const QString &value, Done<void> done);
    /// Empty when never saved.
    [[nodiscard]] QString value(const QString &key) const { return m_values.value(key); }

signals:
    /// First after each group commit: what the queues look like now.
    void queuesChanged(const std::vector<Signalbox::QueueChange> &changes);
    /// Last after each group commit, when all its completions have run.
    void groupCompleted(const Signalbox::CommitStats &stats);
    /// queues() was read anew, after the store had to reopen.
    void reloaded();
    void healthChanged(const Signalbox::StoreHealth &health);

private:
    template <typename Command>
    void submit(Command command, Done<typename Command::Reply> done);
    template <typename T, typename Read>
    void read(Read read, Done<T> done);
    void saveValues(const QHash<QString, QString> &values, Done<void> done);
    /// Gives a new database its identity and key.
    void identify();
    void takeReports();
    void takePages();
    /// From any thread.
    void copyLog(std::function<void()> copied);

    StoreOptions m_options;
    BrokerClock &m_clock;
    DirectoryLock m_lock;
    StoreContents m_contents;
    QHash<QString, QString> m_values;
    StoreHealth m_health;
    QByteArray m_databaseId;
    QByteArray m_handleKey;
    Mailbox m_mailbox;
    Channel<WriterReport> m_reports;
    Channel<std::function<void()>> m_pages;
    QThread m_writerThread;
    QThread m_readerThread;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<PageReader> m_reader;
};

} // namespace Signalbox
