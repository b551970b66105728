// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/rows.h"

#include <memory>
#include <vector>

namespace Signalbox {

class Job;

/// Claims that follow one another in a group and ask for the same, for the same receiver: the first
/// of them takes from the database what all of them want, and the others take from that. Each gets
/// what it would have got alone, since nothing runs in between; a statement costs much the same for
/// one message and for ten.
class ClaimRun
{
public:
    /// Before the job at \a position of a group runs.
    void reach(const std::vector<std::unique_ptr<Job>> &jobs, size_t position);

    /// How many messages the claim whose turn it is and those behind it want together.
    [[nodiscard]] int wanted() const { return m_wanted; }
    /// Up to \a count of what an earlier claim of the run has claimed.
    [[nodiscard]] std::vector<MessageRow> take(int count);
    /// The first \a count; the others wait for the claims behind.
    [[nodiscard]] std::vector<MessageRow> share(std::vector<MessageRow> claimed, int count);

private:
    size_t m_end = 0; ///< Of the run: the position of the job behind it.
    int m_wanted = 0;
    std::vector<MessageRow> m_claimed;
    size_t m_taken = 0; ///< So many of them have gone out.
};

} // namespace Signalbox
