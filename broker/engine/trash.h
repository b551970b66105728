// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/caller.h"
#include "store/store.h"

namespace Signalbox {

class Engine;
class Topics;

/// What was deleted and can still be brought back. Lives in the HTTP thread. What it does is said
/// at the methods of Store of the same names.
class Trash
{
public:
    /// \a engine and \a topics know what the same \a store holds.
    Trash(Store &store, Engine &engine, Topics &topics);

    void list(const Caller &caller, Done<std::vector<TrashEntry>> done);
    void restore(const Caller &caller, qint64 entry, const QString &newName, Done<Restored> done);
    void stopRestore(const Caller &caller, qint64 entry, Done<TrashEntry> done);
    void empty(const Caller &caller, qint64 entry, Done<int> done);

private:
    Store &m_store;
    Engine &m_engine;
    Topics &m_topics;
};

} // namespace Signalbox
