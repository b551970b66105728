// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/feed.h"

#include <algorithm>

namespace Signalbox {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kLongestPause = 30s;

} // namespace

Feed::Feed(std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_interval(interval)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Feed::askNow);
}

Feed::~Feed()
{
    m_call.cancel(); // Nobody waits for it; a silent endpoint would keep it for long.
}

void Feed::start()
{
    if (m_running)
        return;
    m_running = true;
    askNow();
}

void Feed::stop()
{
    m_running = false;
    m_timer.stop();
}

void Feed::refresh()
{
    if (m_asking)
        m_askAgain = true;
    else
        askNow();
}

void Feed::retry()
{
    m_call.cancel();
    m_asking = false;
    askNow();
}

std::optional<std::chrono::milliseconds> Feed::age() const
{
    if (!m_sinceAnswer.isValid())
        return std::nullopt;
    return std::chrono::milliseconds(m_sinceAnswer.elapsed());
}

std::chrono::milliseconds Feed::untilNext() const
{
    return m_timer.isActive() ? m_timer.remainingTimeAsDuration() : 0ms;
}

std::optional<std::chrono::milliseconds> Feed::sinceAsked() const
{
    if (!m_sinceAsked.isValid())
        return std::nullopt;
    return std::chrono::milliseconds(m_sinceAsked.elapsed());
}

void Feed::askNow()
{
    if (m_asking)
        return;
    m_timer.stop();
    m_asking = true;
    m_askAgain = false;
    m_sinceAsked.start();
    ask();
}

void Feed::answered()
{
    m_asking = false;
    m_failures = 0;
    m_error.reset();
    m_sinceAnswer.start();
    scheduleNext();
    emit updated();
}

void Feed::refused(const Error &error)
{
    m_asking = false;
    ++m_failures;
    m_error = error;
    scheduleNext();
    emit failed();
}

void Feed::scheduleNext()
{
    if (m_askAgain) {
        m_timer.start(0ms);
    } else if (m_running) {
        const auto pause = m_interval * (1 << std::min(m_failures, 5));
        m_timer.start(std::min<std::chrono::milliseconds>(pause, kLongestPause));
    }
}

} // namespace Signalbox
