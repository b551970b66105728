// SPDX-License-Identifier: GPL-3.0-only
#include "store/queuebook.h"

#include <utility>

namespace Signalbox {

namespace {

qint64 &counter(QueueCounts &counts, MessageState state)
{
    switch (state) {
    case MessageState::Delayed:
        return counts.delayed;
    case MessageState::Leased:
        return counts.leased;
    case MessageState::Blocked:
        return counts.blocked;
    case MessageState::Ready:
        break;
    }
    return counts.ready;
}

void add(QueueCounts &counts, const QueueCounts &delta, int sign)
{
    counts.ready += sign * delta.ready;
    counts.leased += sign * delta.leased;
    counts.delayed += sign * delta.delayed;
    counts.blocked += sign * delta.blocked;
}

} // namespace

qint64 QueueBook::Entry::nextExpiryMs() const
{
    return oldestMs == kNever
        ? kNever
        : oldestMs + std::chrono::milliseconds(row.settings.retention).count();
}

QueueChange QueueBook::Entry::change() const
{
    const int stillReady = static_cast<int>(std::min<qint64>(madeVisible, row.counts.ready));
    return {row.id, row.counts, row.bodyBytes, row.nextDueMs, nextExpiryMs(), stillReady, {}, {}};
}

void QueueBook::load(SqlDialect &sql)
{
    m_entries.clear();
    m_names.clear();
    m_touched.clear();
    m_work.clear();
    m_trash.clear();
    for (const QueueRow &row : sql.queues()) {
        Entry entry;
        entry.row = row;
        entry.row.nextDueMs =
            row.counts.delayed + row.counts.leased > 0 ? 0 : kNever; // read when first asked for
        entry.oldestMs = row.counts.total() > 0 ? 0 : kNever;
        entry.row.nextExpiryMs = entry.nextExpiryMs();
        Entry &kept = m_entries.emplace(row.id, entry).first->second;
        if (!row.name.isEmpty())
            m_names.emplace(nameOf(row), row.id);
        reschedule(kept);
    }
    for (TrashRow &row : sql.trash()) {
        if (Entry *entry = any(row.entry.what))
            entry->formerName = row.entry.name;
        m_trash.emplace(row.entry.id, std::move(row));
    }
}

QueueBook::Entry *QueueBook::any(QueueId id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

QueueBook::Entry *QueueBook::named(QueueId id)
{
    Entry *entry = any(id);
    return entry && !entry->row.name.isEmpty() ? entry : nullptr;
}

QueueBook::Entry *QueueBook::addressed(QueueId id)
{
    Entry *entry = any(id);
    while (entry && entry->row.name.isEmpty() && entry->successor != 0)
        entry = any(entry->successor);
    return entry && !entry->row.name.isEmpty() ? entry : nullptr;
}

QueueBook::Entry *QueueBook::named(const QString &account, QueueKind kind, const QString &name)
{
    const auto found = m_names.find({account, kind, name});
    return found == m_names.end() ? nullptr : any(found->second);
}

QueueBook::Entry &QueueBook::insert(const QueueRow &row)
{
    Entry entry;
    entry.row = row;
    entry.oldestMs = kNever;
    entry.oldestIsExact = true;
    if (!row.name.isEmpty())
        m_names.emplace(nameOf(row), row.id);
    return m_entries.insert_or_assign(row.id, entry).first->second;
}

void QueueBook::remove(QueueId id)
{
    if (const Entry *entry = any(id); entry && !entry->row.name.isEmpty())
        m_names.erase(nameOf(entry->row));
    if (const Entry *entry = any(id))
        m_work.erase({entry->workAtMs, id});
    m_entries.erase(id);
}

QueueBook::Entry *QueueBook::due(qint64 nowMs)
{
    return m_work.empty() || m_work.begin()->first > nowMs ? nullptr : any(m_work.begin()->second);
}

void QueueBook::reschedule(Entry &entry)
{
    const qint64 workAt =
        entry.row.name.isEmpty() ? kNever : std::min(entry.row.nextDueMs, entry.nextExpiryMs());
    if (workAt == entry.workAtMs)
        return;
    m_work.erase({entry.workAtMs, entry.row.id});
    entry.workAtMs = workAt;
    if (workAt != kNever)
        m_work.emplace(workAt, entry.row.id);
}

qint64 QueueBook::nextWorkMs() const
{
    return m_work.empty() ? kNever : m_work.begin()->first;
}

void QueueBook::touch(Entry &entry)
{
    if (!std::exchange(entry.touched, true))
        m_touched.push_back(entry.row.id);
}

void QueueBook::rename(Entry &entry, const QString &name)
{
    if (!entry.row.name.isEmpty())
        m_names.erase(nameOf(entry.row));
    entry.formerName = name.isEmpty() ? entry.row.name : QString();
    entry.row.name = name;
    if (!name.isEmpty())
        m_names.emplace(nameOf(entry.row), entry.row.id);
    touch(entry);
}

void QueueBook::setSettings(Entry &entry, const QueueSettings &settings, qint64 nowMs)
{
    entry.row.settings = settings;
    entry.row.modifiedAtMs = nowMs;
    touch(entry); // a shorter retention may have made it due
}

void QueueBook::added(Entry &entry, MessageState state, qint64 enqueuedAtMs, qint64 visibleAtMs,
                      int priority, qint64 bodyBytes)
{
    touch(entry);
    ++counter(entry.row.counts, state);
    entry.row.bodyBytes += bodyBytes;
    entry.oldestMs = std::min(entry.oldestMs, enqueuedAtMs);
    entry.readyPriorities |= 1U << priority;
    if (state == MessageState::Ready)
        ++entry.madeVisible;
    else if (state != MessageState::Blocked)
        fallsDue(entry, visibleAtMs);
}

void QueueBook::changedState(Entry &entry, MessageState from, MessageState to, int messages)
{
    if (messages == 0)
        return;
    touch(entry);
    counter(entry.row.counts, from) -= messages;
    counter(entry.row.counts, to) += messages;
    if (to == MessageState::Ready) {
        entry.madeVisible += messages;
        entry.readyPriorities = ~0U;
    }
}

void QueueBook::removed(Entry &entry, const Tally &tally)
{
    touch(entry);
    add(entry.row.counts, tally.counts, -1);
    entry.row.bodyBytes -= tally.bodyBytes;
    entry.oldestIsExact = false;
}

void QueueBook::removed(Entry &entry, MessageState state, qint64 bodyBytes)
{
    Tally tally;
    counter(tally.counts, state) = 1;
    tally.bodyBytes = bodyBytes;
    removed(entry, tally);
}

void QueueBook::moved(Entry &from, Entry &to, const Tally &tally)
{
    removed(from, tally);
    touch(to);
    add(to.row.counts, tally.counts, 1);
    to.row.bodyBytes += tally.bodyBytes;
    to.madeVisible += static_cast<int>(tally.counts.ready);
    to.oldestMs = std::min(to.oldestMs, from.oldestMs);
    to.oldestIsExact = false;
    to.expiredUpTo = 0; // what came is older than what was here
    to.readyPriorities = ~0U;
    fallsDue(to, from.row.nextDueMs);
}

void QueueBook::fallsDue(Entry &entry, qint64 visibleAtMs)
{
    touch(entry);
    entry.row.nextDueMs = std::min(entry.row.nextDueMs, visibleAtMs);
}

void QueueBook::flush(SqlDialect &sql)
{
    for (const QueueId id : m_touched) {
        if (const Entry *entry = any(id))
            sql.setQueueCounts(id, entry->row.counts, entry->row.bodyBytes);
    }
}

std::vector<QueueChange> QueueBook::takeChanges()
{
    std::vector<QueueChange> changes;
    changes.reserve(m_touched.size());
    for (const QueueId id : std::exchange(m_touched, {})) {
        Entry *entry = any(id);
        if (!entry)
            continue;
        entry->touched = false;
        const QHash<QString, int> ended = std::exchange(entry->endedLeases, {});
        ExpiredCopies expired = std::exchange(entry->expired, {});
        if (!entry->row.name.isEmpty()) {
            changes.push_back(entry->change());
            changes.back().expired = std::move(expired);
            for (auto holder = ended.cbegin(); holder != ended.cend(); ++holder)
                changes.back().endedLeases.push_back({holder.key(), holder.value()});
        }
        entry->madeVisible = 0;
        reschedule(*entry);
    }
    return changes;
}

} // namespace Signalbox
