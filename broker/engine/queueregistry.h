// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/rows.h"

#include <QStringList>

#include <deque>
#include <map>
#include <unordered_map>

namespace Signalbox {

/// What the engine knows of every queue of a user without asking the store: attributes, and counts
/// as of the last commit. Numbers each change, so that a list of queues can be followed by asking
/// for what changed.
class QueueRegistry
{
public:
    struct Queue
    {
        QueueRow row;
        qint64 lastReceiveMs = 0; ///< Broker time of the last receive that gave messages.
        quint64 change = 0; ///< Number of its last change.
    };

    explicit QueueRegistry(quint64 firstChange)
        : m_firstChange(firstChange)
        , m_lastChange(firstChange)
    {
    }

    void load(const std::vector<QueueRow> &rows);

    [[nodiscard]] Queue *find(const QString &account, const QString &name);
    [[nodiscard]] Queue *find(QueueId id);
    [[nodiscard]] int count(const QString &account) const;
    /// Of \a account, by name, from the first name not below \a from.
    void visit(const QString &account, const QString &from,
               const std::function<bool(const Queue &)> &next) const;
    void visitAll(const std::function<void(const Queue &)> &next) const;

    /// Adds the queue, or replaces what had its id.
    Queue &put(const QueueRow &row);
    void remove(QueueId id);
    void apply(const QueueChange &change);
    void markChanged(Queue &queue);

    struct Changes
    {
        std::vector<const Queue *> queues; ///< In the order of their changes.
        QStringList removed;
        quint64 cursor = 0;
        bool reset = false;
        bool complete = true;
    };
    /// What changed after \a since, at most \a limit queues. A cursor of an earlier run, or one so
    /// old that removals are forgotten, starts anew.
    [[nodiscard]] Changes changedSince(const QString &account, quint64 since, int limit) const;

private:
    struct Removal
    {
        quint64 change = 0;
        QString account;
        QString name;
    };

    std::unordered_map<QueueId, Queue> m_queues;
    std::map<QString, std::map<QString, QueueId>> m_names; ///< Account, then name.
    std::map<quint64, QueueId> m_changes;
    std::deque<Removal> m_removals;
    quint64 m_firstChange; ///< Cursors below this start anew.
    quint64 m_lastChange;
};

} // namespace Signalbox
