// SPDX-License-Identifier: GPL-3.0-only
#include "push/attemptlog.h"

namespace Signalbox {

namespace {

constexpr qsizetype kKeptBody = 4096;

qint64 sizeOf(const PushAttempt &attempt)
{
    constexpr qint64 kRest = 1024; // names, headers
    return kRest + attempt.request.body.size() + attempt.reply.body.size()
        + attempt.stringToSign.size();
}

bool matches(const PushAttempt &attempt, const AttemptLog::Query &query)
{
    return attempt.account == query.account
        && (query.topic.isEmpty() || attempt.topic == query.topic)
        && (query.subscription.isEmpty() || attempt.subscription == query.subscription)
        && !(query.onlyFailed && attempt.outcome == PushAttempt::Outcome::Delivered);
}

} // namespace

void AttemptLog::add(PushAttempt attempt)
{
    attempt.number = ++m_lastNumber;
    attempt.request.body.truncate(kKeptBody);
    m_bytes += sizeOf(attempt);
    m_attempts.push_back(std::move(attempt));
    while (m_attempts.size() > kMaxAttempts || m_bytes > kMaxBytes) {
        m_bytes -= sizeOf(m_attempts.front());
        m_attempts.pop_front();
    }
}

std::vector<PushAttempt> AttemptLog::find(const Query &query) const
{
    std::vector<PushAttempt> found;
    for (auto attempt = m_attempts.rbegin(); attempt != m_attempts.rend()
         && attempt->number > query.after && found.size() < std::size_t(query.limit);
         ++attempt) {
        if (matches(*attempt, query))
            found.push_back(*attempt);
    }
    return found;
}

} // namespace Signalbox
