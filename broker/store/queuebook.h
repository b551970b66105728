// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/sqldialect.h"

#include <QHash>

#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace Signalbox {

/// The writer's view of queues and trash: the rows as they are in the running transaction, with
/// bounds that spare look-ups. Holds nothing per message. Counters are written once per queue and
/// group by flush().
class QueueBook
{
public:
    struct Entry
    {
        QueueRow row; ///< The name is empty while the queue is in the trash.
        QString formerName; ///< Of a queue in the trash.
        QueueId successor = 0; ///< Of a purged queue: what has its name since. Not kept on disk.
        qint64 oldestMs = 0; ///< No message was enqueued before this; kNever when empty. Exact
                             ///< while oldestIsExact.
        bool oldestIsExact = false;
        MessageSequence expiredUpTo =
            0; ///< Everything up to here has expired; claims look behind it.
        quint32 readyPriorities =
            ~0U; ///< Priorities that may have ready messages behind expiredUpTo.
        int madeVisible = 0;
        QHash<QString, int> endedLeases; ///< In this transaction, by their holders.
        ExpiredCopies expired; ///< In this transaction.
        bool touched = false;
        qint64 workAtMs = kNever; ///< Where it stands in the book's order of work.

        [[nodiscard]] qint64 nextExpiryMs() const;
        [[nodiscard]] QueueChange change() const;
    };

    /// Forgets everything and reads queues and trash.
    void load(SqlDialect &sql);

    /// A queue that has a name; null when it was deleted or purged.
    [[nodiscard]] Entry *named(QueueId id);
    /// The same, and for a purged queue the one that took its name: for commands that were on their
    /// way when it was purged.
    [[nodiscard]] Entry *addressed(QueueId id);
    [[nodiscard]] Entry *any(QueueId id);
    [[nodiscard]] Entry *named(const QString &account, QueueKind kind, const QString &name);
    [[nodiscard]] std::unordered_map<QueueId, Entry> &entries() { return m_entries; }
    [[nodiscard]] std::map<qint64, TrashRow> &trash() { return m_trash; }

    Entry &insert(const QueueRow &row);
    void remove(QueueId id);
    /// Names a queue, or takes its name away into formerName when \a name is empty.
    void rename(Entry &entry, const QString &name);
    void setSettings(Entry &entry, const QueueSettings &settings, qint64 nowMs);

    // Counting. Each marks the entry as touched.
    void added(Entry &entry, MessageState state, qint64 enqueuedAtMs, qint64 visibleAtMs,
               int priority, qint64 bodyBytes);
    void changedState(Entry &entry, MessageState from, MessageState to, int messages);
    void removed(Entry &entry, const Tally &tally);
    void removed(Entry &entry, MessageState state, qint64 bodyBytes);
    /// Messages that came with the same rows from \a from.
    void moved(Entry &from, Entry &to, const Tally &tally);
    void fallsDue(Entry &entry, qint64 visibleAtMs);

    /// A named queue in which something has fallen due or expired by \a nowMs; null without one.
    /// Look after it, then call reschedule().
    [[nodiscard]] Entry *due(qint64 nowMs);
    void reschedule(Entry &entry);
    /// When the first queue needs to be looked after; kNever for none.
    [[nodiscard]] qint64 nextWorkMs() const;

    /// Writes the counters of touched queues; part of the transaction.
    void flush(SqlDialect &sql);
    /// What the transaction changed, for the engine; the named queues only. Call after its commit.
    [[nodiscard]] std::vector<QueueChange> takeChanges();

private:
    using Name = std::tuple<QString, QueueKind, QString>;

    static Name nameOf(const QueueRow &row) { return {row.account, row.kind, row.name}; }
    void touch(Entry &entry);

    std::unordered_map<QueueId, Entry>
        m_entries; // its references stay valid while others come and go
    std::map<Name, QueueId> m_names;
    std::vector<QueueId> m_touched;
    std::set<std::pair<qint64, QueueId>> m_work; ///< By when each queue needs to be looked after.
    std::map<qint64, TrashRow> m_trash; ///< By id, oldest first.
};

} // namespace Signalbox
