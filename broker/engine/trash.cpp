// SPDX-License-Identifier: GPL-3.0-only
#include "engine/trash.h"

#include "engine/engine.h"
#include "engine/topics.h"

namespace Signalbox {

Trash::Trash(Store &store, Engine &engine, Topics &topics)
    : m_store(store)
    , m_engine(engine)
    , m_topics(topics)
{
}

void Trash::list(const Caller &caller, Done<std::vector<TrashEntry>> done)
{
    m_store.trash(caller.account, std::move(done));
}

void Trash::restore(const Caller &caller, qint64 entry, const QString &newName, Done<Restored> done)
{
    m_store.restoreTrash(caller.account, entry, newName,
                         [this, done = std::move(done)](const Result<Restored> &restored) {
                             if (!restored)
                                 return done(restored.error());
                             for (const QueueRow &queue : restored->contents.queues)
                                 m_engine.takeBack(queue);
                             m_topics.takeBack(restored->contents);
                             done(restored);
                         });
}

void Trash::stopRestore(const Caller &caller, qint64 entry, Done<TrashEntry> done)
{
    m_store.stopRestore(caller.account, entry, std::move(done));
}

void Trash::empty(const Caller &caller, qint64 entry, Done<int> done)
{
    m_store.emptyTrash(caller.account, entry, std::move(done));
}

} // namespace Signalbox
