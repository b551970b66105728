// SPDX-License-Identifier: GPL-3.0-only
#include "push/attemptlog.h"

#include <algorithm>

namespace Signalbox {

namespace {

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

QString PushAttempt::failure() const
{
    return reply.error.isEmpty() ? QStringLiteral("HTTP %1").arg(reply.status) : reply.error;
}

void AttemptLog::restore(std::vector<PushAttempt> attempts)
{
    for (PushAttempt &attempt : attempts)
        keep(std::move(attempt));
}

const PushAttempt &AttemptLog::add(PushAttempt attempt)
{
    attempt.number = m_lastNumber + 1;
    keep(std::move(attempt));
    return m_attempts.back();
}

void AttemptLog::keep(PushAttempt attempt)
{
    m_lastNumber = attempt.number;
    m_bytes += sizeOf(attempt);
    m_attempts.push_back(std::move(attempt));
    while (m_attempts.size() > kMaxAttempts || (m_bytes > kMaxBytes && m_attempts.size() > 1)) {
        m_bytes -= sizeOf(m_attempts.front());
        m_attempts.pop_front();
    }
}

const PushAttempt *AttemptLog::find(const QString &account, quint64 number) const
{
    const auto found = std::ranges::lower_bound(m_attempts, number, {}, &PushAttempt::number);
    if (found == m_attempts.end() || found->number != number || found->account != account)
        return nullptr;
    return &*found;
}

const PushAttempt *AttemptLog::last(const QString &account, const QString &topic,
                                    const QString &subscription, const QByteArray &messageId) const
{
    const auto found =
        std::find_if(m_attempts.rbegin(), m_attempts.rend(), [&](const PushAttempt &attempt) {
            return attempt.messageId == messageId && attempt.subscription == subscription
                && attempt.topic == topic && attempt.account == account && !attempt.isManual;
        });
    return found == m_attempts.rend() ? nullptr : &*found;
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
