// SPDX-License-Identifier: GPL-3.0-only
#include "engine/waiters.h"

#include <chrono>

namespace Signalbox {

Waiters::Waiters(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Waiters::expireDue);
}

qint64 Waiters::monotonicMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void Waiters::add(const Pointer &waiter)
{
    m_lines[waiter->queue].emplace(waiter->ticket, waiter);
    m_deadlines.emplace(Deadline{waiter->deadlineMs, waiter->ticket}, waiter->queue);
    ++m_perAccount[waiter->caller.account];
    schedule();
    emit countChanged(waiter->queue);
}

std::vector<Waiters::Pointer> Waiters::takeFirst(QueueId queue, int count)
{
    std::vector<Pointer> taken;
    const auto line = m_lines.find(queue);
    if (line == m_lines.end())
        return taken;
    std::vector<Pointer> leaving;
    for (const auto &[ticket, waiter] : line->second) {
        if (taken.size() == size_t(count))
            break;
        leaving.push_back(waiter);
        if (waiter->recipient.isThere())
            taken.push_back(waiter);
    }
    for (const Pointer &waiter : leaving)
        remove(*waiter);
    return taken;
}

std::vector<Waiters::Pointer> Waiters::takeAll(QueueId queue)
{
    std::vector<Pointer> taken;
    if (const auto line = m_lines.find(queue); line != m_lines.end()) {
        for (const auto &[ticket, waiter] : line->second)
            taken.push_back(waiter);
    }
    for (const Pointer &waiter : taken)
        remove(*waiter);
    return taken;
}

std::vector<Waiters::Pointer> Waiters::takeAll()
{
    std::vector<Pointer> taken;
    for (const auto &[queue, line] : m_lines) {
        for (const auto &[ticket, waiter] : line)
            taken.push_back(waiter);
    }
    for (const Pointer &waiter : taken)
        remove(*waiter);
    return taken;
}

void Waiters::remove(const Waiter &waiter)
{
    const QueueId queue = waiter.queue;
    const auto line = m_lines.find(queue);
    if (line == m_lines.end())
        return;
    const auto place = line->second.find(waiter.ticket);
    if (place == line->second.end())
        return;
    const Pointer keepAlive = place->second;
    line->second.erase(place);
    if (line->second.empty())
        m_lines.erase(line);
    forget(*keepAlive);
    emit countChanged(queue);
}

void Waiters::forget(const Waiter &waiter)
{
    m_deadlines.erase(Deadline{waiter.deadlineMs, waiter.ticket});
    if (--m_perAccount[waiter.caller.account] <= 0)
        m_perAccount.remove(waiter.caller.account);
}

void Waiters::visit(QueueId queue, const std::function<void(const Waiter &)> &visitor) const
{
    const auto line = m_lines.find(queue);
    if (line == m_lines.end())
        return;
    for (const auto &[ticket, waiter] : line->second)
        visitor(*waiter);
}

int Waiters::count(QueueId queue) const
{
    const auto line = m_lines.find(queue);
    return line == m_lines.end() ? 0 : static_cast<int>(line->second.size());
}

void Waiters::expireDue()
{
    const qint64 now = monotonicMs();
    while (!m_deadlines.empty() && m_deadlines.begin()->first.first <= now) {
        const auto [deadline, queue] = *m_deadlines.begin();
        const Pointer waiter = m_lines.at(queue).at(deadline.second);
        remove(*waiter);
        emit expired(waiter);
    }
    schedule();
}

void Waiters::schedule()
{
    if (m_deadlines.empty()) {
        m_timer.stop();
        return;
    }
    const qint64 wait = std::max<qint64>(0, m_deadlines.begin()->first.first - monotonicMs());
    if (!m_timer.isActive() || m_timer.remainingTime() > wait)
        m_timer.start(std::chrono::milliseconds(wait));
}

} // namespace Signalbox
