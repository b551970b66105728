// SPDX-License-Identifier: GPL-3.0-only
#include "metrics/requestlog.h"

#include <algorithm>

namespace Signalbox {

namespace {

template <typename Text>
void cut(Text &text, qsizetype most)
{
    if (text.size() <= most)
        return;
    text = text.left(most);
}

qsizetype bytesOf(const SignatureMismatch &mismatch)
{
    return mismatch.stringToSign.size() + mismatch.clientStringToSign.size();
}

} // namespace

void RequestLog::add(LoggedRequest request)
{
    cut(request.method, 16);
    cut(request.resource, kMaxTextBytes);
    cut(request.agent, kMaxTextBytes / 4);
    cut(request.accessKeyId, kMaxTextBytes / 4);
    cut(request.mismatch.stringToSign, kMaxStringToSignBytes);
    cut(request.mismatch.clientStringToSign, kMaxStringToSignBytes);
    if (request.error)
        cut(request.error->message, kMaxTextBytes);

    request.id = ++m_lastId;
    if (m_lastId >= m_entries.size() && m_entries.size() < kMaxEntries)
        m_entries.resize(std::clamp<size_t>(m_entries.size() * 2, 256, kMaxEntries));
    m_stringToSignBytes += bytesOf(request.mismatch) - bytesOf(entry(m_lastId).mismatch);
    entry(m_lastId) = std::move(request);
    boundStringsToSign();
}

void RequestLog::boundStringsToSign()
{
    if (m_lastId > kMaxEntries)
        m_oldestStringToSign = std::max(m_oldestStringToSign, m_lastId - kMaxEntries + 1);
    while (m_stringToSignBytes > kMaxAllStringsToSignBytes) {
        SignatureMismatch &oldest = entry(m_oldestStringToSign++).mismatch;
        m_stringToSignBytes -= bytesOf(oldest);
        oldest.stringToSign.clear();
        oldest.clientStringToSign.clear();
    }
}

std::vector<LoggedRequest> RequestLog::newest(size_t limit, quint64 after, bool refusedOnly,
                                              quint64 before) const
{
    std::vector<LoggedRequest> found;
    const quint64 gone = m_lastId > kMaxEntries ? m_lastId - kMaxEntries : 0;
    const quint64 newest = before > 0 ? std::min(m_lastId, before - 1) : m_lastId;
    for (quint64 id = newest; id > std::max(after, gone) && found.size() < limit; --id) {
        const LoggedRequest &request = m_entries[id % kMaxEntries];
        if (!refusedOnly || request.refused)
            found.push_back(request);
    }
    return found;
}

} // namespace Signalbox
