// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/channel.h"
#include "push/attemptfile.h"
#include "push/workerpool.h"

#include <QTimer>

#include <functional>

namespace Signalbox {

/// Reads and writes the file of attempts in a thread of its own: several at a time, a moment after
/// they were. Used from the thread it was made in.
class AttemptJournal
{
public:
    AttemptJournal(AttemptFile::Options options, std::function<qint64()> systemTime);
    /// Writes what is not written yet.
    ~AttemptJournal();
    AttemptJournal(const AttemptJournal &) = delete;
    AttemptJournal &operator=(const AttemptJournal &) = delete;

    /// Hands what is kept to \a loaded, in the journal's thread. Once, before the first add().
    void load(std::function<void(std::vector<PushAttempt>)> loaded);
    void add(PushAttempt attempt);

private:
    void write();

    const std::function<qint64()> m_systemTime;
    AttemptFile m_file; ///< Of the thread alone, while there is one.
    Channel<PushAttempt> m_added;
    QTimer m_pause;
    std::optional<WorkerPool> m_thread;
};

} // namespace Signalbox
