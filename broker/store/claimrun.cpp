// SPDX-License-Identifier: GPL-3.0-only
#include "store/claimrun.h"

#include "store/job.h"

#include <algorithm>
#include <iterator>

namespace Signalbox {

namespace {

bool asksForTheSame(const ClaimRequest &a, const ClaimRequest *b)
{
    return b && a.queue == b->queue && a.visibilityTimeout == b->visibilityTimeout
        && a.holder == b->holder && a.followsGroups == b->followsGroups;
}

} // namespace

void ClaimRun::reach(const std::vector<std::unique_ptr<Job>> &jobs, size_t position)
{
    if (position < m_end) {
        m_wanted -= jobs[position - 1]->claim()->count;
        return;
    }
    m_claimed.clear();
    m_taken = 0;
    m_wanted = 0;
    m_end = position;
    const ClaimRequest *first = jobs[position]->claim();
    if (!first)
        return;
    for (; m_end < jobs.size() && asksForTheSame(*first, jobs[m_end]->claim()); ++m_end)
        m_wanted += jobs[m_end]->claim()->count;
}

std::vector<MessageRow> ClaimRun::share(std::vector<MessageRow> claimed, int count)
{
    m_claimed = std::move(claimed);
    m_taken = 0;
    return take(count);
}

std::vector<MessageRow> ClaimRun::take(int count)
{
    const auto next = m_claimed.begin() + static_cast<std::ptrdiff_t>(m_taken);
    m_taken = std::min(m_taken + static_cast<size_t>(count), m_claimed.size());
    const auto end = m_claimed.begin() + static_cast<std::ptrdiff_t>(m_taken);
    return {std::make_move_iterator(next), std::make_move_iterator(end)};
}

} // namespace Signalbox
