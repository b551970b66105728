// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/caller.h"
#include "protocol/message.h"
#include "store/store.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace Signalbox {

/// Tells the engine whether the client of a long poll is still there.
struct Recipient
{
    std::function<bool()> isThere = [] { return true; };
    /// Registers what to do when the client leaves before its answer.
    std::function<void(std::function<void()>)> whenGone = [](const std::function<void()> &) {};
};

/// A receive that has not been answered.
struct Waiter
{
    quint64 ticket = 0; ///< Order of arrival; kept when it goes back to waiting.
    Caller caller;
    QueueId queue = 0;
    int count = 1;
    qint64 deadlineMs = 0; ///< Monotonic real time; long polls do not follow the broker's clock.
    Recipient recipient;
    Done<std::vector<ReceivedMessage>> done;
};

/// Long polls that wait for messages, by queue and arrival. Lives in the HTTP thread. Real time
/// only: one timer for the next deadline, however many wait.
class Waiters : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Waiters)

public:
    using Pointer =
        std::shared_ptr<Waiter>; // shared by the queue's line, the deadline and the claim under way

    explicit Waiters(QObject *parent = nullptr);

    [[nodiscard]] static qint64 monotonicMs();

    void add(const Pointer &waiter);
    /// The first \a count waiters of \a queue whose clients are there; they wait no longer.
    [[nodiscard]] std::vector<Pointer> takeFirst(QueueId queue, int count);
    [[nodiscard]] std::vector<Pointer> takeAll(QueueId queue);
    [[nodiscard]] std::vector<Pointer> takeAll();
    void remove(const Waiter &waiter);

    /// Calls \a visitor with each waiter of \a queue.
    void visit(QueueId queue, const std::function<void(const Waiter &)> &visitor) const;
    [[nodiscard]] int count(QueueId queue) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_deadlines.size()); }
    [[nodiscard]] int countOf(const QString &account) const { return m_perAccount.value(account); }

signals:
    /// Its time is up; it waits no longer.
    void expired(const std::shared_ptr<Signalbox::Waiter> &waiter);
    /// How many wait at \a queue has changed.
    void countChanged(Signalbox::QueueId queue);

private:
    using Line = std::map<quint64, Pointer>;
    using Deadline = std::pair<qint64, quint64>; // time, ticket

    void forget(const Waiter &waiter);
    void expireDue();
    void schedule();

    std::unordered_map<QueueId, Line> m_lines;
    std::map<Deadline, QueueId> m_deadlines;
    QHash<QString, int> m_perAccount;
    QTimer m_timer;
};

} // namespace Signalbox
