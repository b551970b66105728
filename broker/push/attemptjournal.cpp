// SPDX-License-Identifier: GPL-3.0-only
#include "push/attemptjournal.h"

#include <utility>

namespace Signalbox {

namespace {

constexpr std::chrono::milliseconds kWriteBehind{200};

} // namespace

AttemptJournal::AttemptJournal(AttemptFile::Options options, std::function<qint64()> systemTime)
    : m_systemTime(std::move(systemTime))
    , m_file(std::move(options))
    , m_added([this] { m_pause.start(kWriteBehind); })
    , m_thread(std::in_place, 1)
{
    m_pause.setSingleShot(true);
    QObject::connect(&m_pause, &QTimer::timeout, &m_pause,
                     [this] { m_thread->run([this] { write(); }); });
}

AttemptJournal::~AttemptJournal()
{
    m_thread.reset();
    write();
}

void AttemptJournal::load(std::function<void(std::vector<PushAttempt>)> loaded)
{
    m_thread->run([this, loaded = std::move(loaded)] { loaded(m_file.load(m_systemTime())); });
}

void AttemptJournal::add(PushAttempt attempt)
{
    m_added.send(std::move(attempt));
}

void AttemptJournal::write()
{
    m_file.append(m_added.takeAll(), m_systemTime());
}

} // namespace Signalbox
