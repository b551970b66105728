// SPDX-License-Identifier: GPL-3.0-only
#include "engine/queueregistry.h"

namespace Signalbox {

namespace {
constexpr size_t kRememberedRemovals = 10'000;
}

void QueueRegistry::load(const std::vector<QueueRow> &rows)
{
    std::unordered_map<QueueId, bool> present;
    for (const QueueRow &row : rows) {
        put(row);
        present[row.id] = true;
    }
    std::vector<QueueId> gone;
    for (const auto &[id, queue] : m_queues) {
        if (!present.contains(id))
            gone.push_back(id);
    }
    for (const QueueId id : gone)
        remove(id);
}

QueueRegistry::Queue *QueueRegistry::find(const QString &account, const QString &name)
{
    const auto names = m_names.find(account);
    if (names == m_names.end())
        return nullptr;
    const auto found = names->second.find(name);
    return found == names->second.end() ? nullptr : find(found->second);
}

QueueRegistry::Queue *QueueRegistry::find(QueueId id)
{
    const auto found = m_queues.find(id);
    return found == m_queues.end() ? nullptr : &found->second;
}

int QueueRegistry::count(const QString &account) const
{
    const auto names = m_names.find(account);
    return names == m_names.end() ? 0 : static_cast<int>(names->second.size());
}

void QueueRegistry::visit(const QString &account, const QString &from,
                          const std::function<bool(const Queue &)> &next) const
{
    const auto names = m_names.find(account);
    if (names == m_names.end())
        return;
    for (auto place = names->second.lower_bound(from); place != names->second.end(); ++place) {
        if (!next(m_queues.at(place->second)))
            return;
    }
}

void QueueRegistry::visitAll(const std::function<void(const Queue &)> &next) const
{
    for (const auto &[id, queue] : m_queues)
        next(queue);
}

QueueRegistry::Queue &QueueRegistry::put(const QueueRow &row)
{
    Queue &queue = m_queues[row.id];
    if (!queue.row.name.isEmpty() && queue.row.name != row.name)
        m_names[queue.row.account].erase(queue.row.name);
    queue.row = row;
    if (row.kind == QueueKind::User)
        m_names[row.account][row.name] = row.id;
    std::erase_if(m_removals, [&](const Removal &removal) {
        return removal.name == row.name && removal.account == row.account;
    });
    markChanged(queue);
    return queue;
}

void QueueRegistry::remove(QueueId id)
{
    const auto found = m_queues.find(id);
    if (found == m_queues.end())
        return;
    const Queue &queue = found->second;
    if (queue.row.kind == QueueKind::User) {
        auto &names = m_names[queue.row.account];
        // After a purge the name points to the fresh queue already.
        if (const auto name = names.find(queue.row.name);
            name != names.end() && name->second == id) {
            names.erase(name);
            m_removals.push_back({++m_lastChange, queue.row.account, queue.row.name});
        }
    }
    if (m_removals.size() > kRememberedRemovals) {
        m_firstChange = m_removals.front().change;
        m_removals.pop_front();
    }
    m_changes.erase(queue.change);
    m_queues.erase(found);
}

void QueueRegistry::apply(const QueueChange &change)
{
    Queue *queue = find(change.id);
    if (!queue)
        return;
    queue->row.counts = change.counts;
    queue->row.bodyBytes = change.bodyBytes;
    queue->row.nextDueMs = change.nextDueMs;
    queue->row.nextExpiryMs = change.nextExpiryMs;
    markChanged(*queue);
}

void QueueRegistry::markChanged(Queue &queue)
{
    if (queue.row.kind != QueueKind::User)
        return;
    m_changes.erase(queue.change);
    queue.change = ++m_lastChange;
    m_changes.emplace_hint(m_changes.end(), queue.change, queue.row.id);
}

QueueRegistry::Changes QueueRegistry::changedSince(const QString &account, quint64 since,
                                                   int limit) const
{
    Changes changes;
    changes.reset = since < m_firstChange || since > m_lastChange;
    const quint64 from = changes.reset ? 0 : since;
    changes.cursor = m_lastChange;
    for (auto place = m_changes.upper_bound(from); place != m_changes.end(); ++place) {
        if (changes.queues.size() == size_t(limit)) {
            changes.complete = false;
            changes.cursor = changes.queues.back()->change;
            break;
        }
        const Queue &queue = m_queues.at(place->second);
        if (queue.row.account == account)
            changes.queues.push_back(&queue);
    }
    if (!changes.reset) {
        for (const Removal &removal : m_removals) {
            if (removal.change > from && removal.change <= changes.cursor
                && removal.account == account)
                changes.removed.append(removal.name);
        }
    }
    return changes;
}

} // namespace Signalbox
