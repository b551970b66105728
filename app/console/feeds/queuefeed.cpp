// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/queuefeed.h"

#include "client/adminclient.h"

#include <utility>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

constexpr int kQueuesPage = 1000;

} // namespace

QueueFeed::QueueFeed(AdminClient &client, QObject *parent)
    : Feed(2s, parent)
    , m_client(client)
{
}

void QueueFeed::startOver()
{
    m_cursor.clear();
    m_pages.clear();
    m_complete = false;
    ++m_generation;
    refresh();
}

void QueueFeed::ask()
{
    whenDone(m_client.changedQueues(m_cursor, kQueuesPage),
             [this, generation = m_generation](const Admin::QueueChanges &changes) {
                 if (generation == m_generation)
                     take(changes);
                 else
                     answered();
             });
}

void QueueFeed::take(const Admin::QueueChanges &changes)
{
    m_cursor = changes.cursor;
    if (changes.reset && m_complete) // another run of the broker
        m_complete = false;
    if (m_complete) {
        if (!changes.queues.isEmpty() || !changes.removed.isEmpty())
            emit changed(changes.queues, changes.removed);
    } else {
        // By name only within a page; a queue that changed meanwhile comes once more.
        for (const QString &name : changes.removed)
            m_pages.remove(name);
        for (const Admin::QueueRow &queue : changes.queues)
            m_pages.insert(queue.name, queue);
    }
    if (!changes.complete)
        return ask();
    if (!m_complete) {
        m_complete = true;
        emit replaced(std::exchange(m_pages, {}).values());
    }
    answered();
}

} // namespace Signalbox
